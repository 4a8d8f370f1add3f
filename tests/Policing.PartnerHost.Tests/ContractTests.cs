using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Json;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>What is served is what schemas/openapi/partner-api.v1.json says: routes, problems, scopes, and the members of answers.</summary>
public sealed class ContractTests
{
    private static readonly JsonElement s_contract = Load();

    private static JsonElement Load()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PolicingSdk.sln"))) folder = Path.GetDirectoryName(folder);
        Assert.NotNull(folder);
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "schemas", "openapi", "partner-api.v1.json"))).RootElement;
    }

    [Fact]
    public async Task Every_call_of_the_contract_is_served_and_no_other()
    {
        await using PartnerTestHost host = await StartAsync();
        SortedSet<string> served = new(StringComparer.Ordinal);
        foreach (RouteEndpoint endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
            foreach (string method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                served.Add($"{method} {endpoint.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal)}");
        SortedSet<string> promised = new(StringComparer.Ordinal);
        foreach (JsonProperty path in s_contract.GetProperty("paths").EnumerateObject())
            foreach (JsonProperty method in path.Value.EnumerateObject().Where(member => member.Name is "get" or "put" or "post" or "delete" or "patch" or "head"))
                promised.Add($"{method.Name.ToUpperInvariant()} {path.Name}");
        Assert.Equal(promised, served);
    }

    [Fact]
    public void Every_problem_has_the_code_status_and_title_of_the_contract()
    {
        IEnumerable<(string, int, string, string)> promised = s_contract.GetProperty("x-psdk-problems").EnumerateArray().Select(problem =>
            (problem.GetProperty("code").GetString()!, problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()!, problem.GetProperty("type").GetString()!));
        Assert.Equal(promised, PartnerProblem.All.Select(problem => (problem.Code, problem.Status, problem.Title, PartnerProblem.Base + problem.Code)));
    }

    [Fact]
    public async Task Each_call_takes_its_scope()
    {
        await using PartnerTestHost host = await StartAsync();
        string[] scopes = [.. s_contract.GetProperty("components").GetProperty("securitySchemes").GetProperty("accessToken").GetProperty("flows").GetProperty("clientCredentials").GetProperty("scopes").EnumerateObject().Select(scope => scope.Name)];
        foreach (JsonProperty path in s_contract.GetProperty("paths").EnumerateObject())
            foreach (JsonProperty method in path.Value.EnumerateObject().Where(member => member.Name is "get" or "put" or "post"))
            {
                string needed = NeededScope(method.Value);
                Assert.Contains(needed, scopes);
                string others = string.Join(' ', scopes.Where(scope => scope != needed));
                string address = path.Name.Replace("{type}", "person", StringComparison.Ordinal).Replace("{uuid}", "0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11", StringComparison.Ordinal)
                    .Replace("{list}", "sex", StringComparison.Ordinal).Replace("{level}", "0", StringComparison.Ordinal).Replace("{tile}", "000", StringComparison.Ordinal);
                Answer without = await host.SendAsync(new HttpMethod(method.Name.ToUpperInvariant()), address, method.Name == "get" ? null : "{}"u8.ToArray(), $"sub=u-1;client_id=c;agency=kent;tenant=south;scope={others}");
                Assert.True(without.Code == "not-permitted", $"{method.Name} {path.Name}: {without.Text}");
                Answer with = await host.SendAsync(new HttpMethod(method.Name.ToUpperInvariant()), address, method.Name == "get" ? null : "{}"u8.ToArray(), $"sub=u-1;client_id=c;agency=kent;tenant=south;scope={needed}");
                Assert.NotEqual("not-permitted", with.Code);
            }
    }

    [Fact]
    public async Task Answers_have_the_members_that_the_contract_gives_them()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        Fits("Written", (await host.CreateAsync(person)).Json);
        Fits("Written", (await host.PostAsync(PathOf(person) + "/status", """{"action":"restrict","ground":"accuracy-contested","permittedPurposes":["investigation"]}""", access: Disposing)).Json);
        Fits("Capabilities", (await host.GetAsync("/v1/capabilities", access: null)).Json);
        Fits("HistoryPage", (await host.GetAsync(PathOf(person) + "/history")).Json);
        Fits("LinksPage", (await host.GetAsync(PathOf(person) + "/links")).Json);
        Fits("SearchAnswer", (await host.PostAsync("/v1/search", """{"type":"person","match":{"name":{"surname":"Sampleson"}},"limit":1}""")).Json);
        Fits("ChangesPage", (await host.GetAsync("/v1/changes")).Json);
        Fits("ReferenceLists", (await host.GetAsync("/v1/reference-data", access: null)).Json);
        Fits("Problem", (await host.CreateAsync(Samples.Person("\u0001", born: "2990-01-01"))).Json);
        Fits("Problem", (await host.GetAsync(PathOf(Samples.Person()))).Json);
    }

    [Fact]
    public async Task Code_lists_are_served_as_they_are_with_tags()
    {
        await using PartnerTestHost host = await StartAsync();
        Answer list = await host.GetAsync("/v1/reference-data/sex", access: null);
        Assert.Equal("sex", list.Json.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NotModified, (await host.GetAsync("/v1/reference-data/sex", access: null, headers: ("If-None-Match", list.Tag!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/reference-data/sex", access: null, headers: ("If-None-Match", "\"other\""))).Status);
        JsonElement first = (await host.GetAsync("/v1/reference-data", access: null)).Json.GetProperty("lists").EnumerateArray().First(entry => entry.GetProperty("name").GetString() == "sex");
        Assert.Equal(list.Tag, first.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task The_audit_surface_takes_its_scope_and_serves_what_the_log_offers()
    {
        const string auditor = "sub=u-9;client_id=verifier;agency=kent;tenant=south;scope=audit.verify";
        await using PartnerTestHost none = await StartAsync();
        Assert.Equal("not-available", (await none.GetAsync("/v1/audit/checkpoint", auditor, null)).Code);
        await using PartnerTestHost host = await StartAsync(services: services => services.AddSingleton<IAuditSurface>(new Surface()));
        Assert.Equal("checkpoint", (await host.GetAsync("/v1/audit/checkpoint", auditor, null)).Text);
        Assert.Equal("entries x001/067.p/12", (await host.GetAsync("/v1/audit/tile/entries/x001/067.p/12", auditor, null)).Text);
        foreach (string tile in new[] { "64/000", "00/000", "0/0", "0/x001", "0/000.p/0", "0/000.p/256", "0/..%2f000", "x/000" })
            Assert.True("malformed-request" == (await host.GetAsync("/v1/audit/tile/" + tile, auditor, null)).Code, tile);
        Assert.Equal("unauthenticated", (await host.GetAsync("/v1/audit/checkpoint", null, null)).Code);
        await using PartnerTestHost open = await StartAsync(options => options.OpenAuditSurface = true, services => services.AddSingleton<IAuditSurface>(new Surface()));
        Assert.Equal("checkpoint", (await open.GetAsync("/v1/audit/checkpoint", null, null)).Text);
    }

    [Fact]
    public async Task The_correlation_is_echoed_and_goes_to_the_entry()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        const string correlation = "0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d55";
        Assert.Contains("Policing-Correlation: " + correlation, (await host.GetAsync(PathOf(person), headers: ("Policing-Correlation", correlation))).Headers, StringComparison.Ordinal);
        Assert.Equal(Guid.Parse(correlation), host.Log.Entries[^1].Context!.Correlation);
    }

    private static string NeededScope(JsonElement operation) =>
        Assert.Single(Assert.Single(operation.GetProperty("security").EnumerateArray(), one => one.EnumerateObject().Any()).GetProperty("accessToken").EnumerateArray()).GetString()!;

    /// <summary>A small reading of the schemas of the contract's own: types, required members, and no member that it does not have.</summary>
    private static void Fits(string schema, JsonElement answer) => Fits(s_contract.GetProperty("components").GetProperty("schemas").GetProperty(schema), answer, schema);

    private static void Fits(JsonElement schema, JsonElement answer, string place)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            string target = reference.GetString()!;
            if (target.StartsWith("#/components/schemas/", StringComparison.Ordinal)) Fits(target.Split('/')[^1], answer);
            return;
        }
        if (schema.TryGetProperty("type", out JsonElement type)) Assert.True(IsOf(type.GetString()!, answer), $"{place}: {type} and not {answer.ValueKind}");
        if (schema.TryGetProperty("enum", out JsonElement values)) Assert.Contains(answer.GetString(), values.EnumerateArray().Select(value => value.GetString()));
        if (schema.TryGetProperty("pattern", out JsonElement pattern)) Assert.Matches(pattern.GetString()!, answer.GetString()!);
        if (schema.TryGetProperty("required", out JsonElement required))
            foreach (JsonElement name in required.EnumerateArray()) Assert.True(answer.TryGetProperty(name.GetString()!, out _), $"{place}: no {name}");
        if (schema.TryGetProperty("properties", out JsonElement properties) && answer.ValueKind is JsonValueKind.Object)
            foreach (JsonProperty member in answer.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(member.Name, out JsonElement its), $"{place}: {member.Name} is none of the contract");
                Fits(its, member.Value, $"{place}.{member.Name}");
            }
        if (schema.TryGetProperty("items", out JsonElement items) && answer.ValueKind is JsonValueKind.Array)
            foreach (JsonElement item in answer.EnumerateArray()) Fits(items, item, place + "[]");
    }

    private static bool IsOf(string type, JsonElement answer) => type switch
    {
        "object" => answer.ValueKind is JsonValueKind.Object,
        "array" => answer.ValueKind is JsonValueKind.Array,
        "string" => answer.ValueKind is JsonValueKind.String,
        "integer" => answer.ValueKind is JsonValueKind.Number && answer.TryGetInt64(out _),
        "boolean" => answer.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    private sealed class Surface : IAuditSurface
    {
        public ValueTask<ReadOnlyMemory<byte>?> CheckpointAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ReadOnlyMemory<byte>?>("checkpoint"u8.ToArray());

        public ValueTask<ReadOnlyMemory<byte>?> TileAsync(string level, string tile, CancellationToken cancellationToken) =>
            ValueTask.FromResult<ReadOnlyMemory<byte>?>(System.Text.Encoding.UTF8.GetBytes($"{level} {tile}"));
    }
}
