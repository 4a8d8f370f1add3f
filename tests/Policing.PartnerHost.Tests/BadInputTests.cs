using System.Net;
using System.Text;
using Policing.DataModel;
using Policing.DataModel.Json;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>What is wrong with a request gives the right problem, stores nothing, has one audit entry, and is quoted nowhere.</summary>
public sealed class BadInputTests
{
    private const string Canary = "Qzxcanary";
    private static readonly string s_path = "/v1/records/person/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11";

    public static TheoryData<string, string, string?, string, int> Bodies()
    {
        TheoryData<string, string, string?, string, int> data = [];
        foreach (string path in new[] { s_path, s_path + "/status", "/v1/search", "/v1/bundles" })
        {
            string method = path == s_path ? "PUT" : "POST";
            data.Add(method, path, "{\"id\":nil,\"names\":[{\"surname\":\"Qzxcanary\"}]}", "malformed-request", 400);
            data.Add(method, path, "{\"id\":\"Qzxcanary\",", "malformed-request", 400);
            data.Add(method, path, "[\"Qzxcanary\"]", "malformed-request", 400);
            data.Add(method, path, "\"Qzxcanary\"", "malformed-request", 400);
            data.Add(method, path, "", "malformed-request", 400);
            data.Add(method, path, "{\"Qzxcanary\":1,\"Qzxcanary\":2}", "malformed-request", 400);
            data.Add(method, path, "{\"a\":\"\\ud800 Qzxcanary\"}", "malformed-request", 400);
        }
        data.Add("PUT", s_path, "{\"type\":\"person\",\"Qzxcanary\":1,\"id\":\"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11\",\"modelVersion\":\"1.0\",\"controllers\":[{\"scheme\":\"police\",\"id\":\"kent\"}]}", "invalid-record", 422);
        data.Add("PUT", s_path, "{\"type\":\"person\",\"names\":\"Qzxcanary\",\"id\":\"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11\",\"modelVersion\":\"1.0\",\"controllers\":[{\"scheme\":\"police\",\"id\":\"kent\"}]}", "invalid-record", 422);
        data.Add("PUT", s_path, "{\"type\":\"qzxcanary\",\"id\":\"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11\",\"modelVersion\":\"1.0\"}", "invalid-record", 422);
        data.Add("PUT", s_path, "{\"type\":\"person\",\"marking\":{\"tier\":\"secret\"},\"names\":[{\"surname\":\"Qzxcanary\"}],\"id\":\"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11\",\"modelVersion\":\"1.0\"}", "invalid-record", 422);
        data.Add("POST", "/v1/bundles", "{\"type\":\"person\",\"names\":[{\"surname\":\"Qzxcanary\"}],\"id\":\"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11\",\"modelVersion\":\"1.0\",\"controllers\":[{\"scheme\":\"police\",\"id\":\"kent\"}]}", "invalid-record", 422);
        data.Add("POST", s_path + "/status", "{\"action\":\"retract\",\"Qzxcanary\":true}", "malformed-request", 400);
        data.Add("POST", "/v1/search", "{\"type\":\"person\",\"match\":{\"Qzxcanary\":{}}}", "unsupported-criterion", 422);
        return data;
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body(string method, string path, string? body, string code, int status)
    {
        await using PartnerTestHost host = await StartAsync();
        await RefusedAsync(host, code, status, () => host.SendAsync(new HttpMethod(method), path, Encoding.UTF8.GetBytes(body!), headers: method == "PUT" ? [("If-None-Match", "*")] : []));
    }

    [Theory]
    [InlineData("GET", "/v1/records/person/0190B4A2-6C1E-7D3A-9F42-5A1C0E7B9D11", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/person/Qzxcanary", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/person/00000000-0000-0000-0000-000000000000", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/Qzxcanary/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/..%2f..%2fqzxcanary/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/qzxcanary/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11", "not-available", 404)]
    [InlineData("GET", "/v1/records/bundle/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11", "not-available", 404)]
    [InlineData("GET", "/v1/qzxcanary", "not-available", 404)]
    [InlineData("GET", "/v1/%2e%2e%2fqzxcanary", "not-available", 404)]
    [InlineData("DELETE", "/v1/records/person/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11", "method-not-allowed", 405)]
    [InlineData("GET", "/v1/search", "method-not-allowed", 405)]
    [InlineData("GET", "/v1/records/person/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11/links?direction=Qzxcanary", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/person/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11/history?limit=0", "malformed-request", 400)]
    [InlineData("GET", "/v1/records/person/0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11/history?cursor=Qzxcanary", "cursor-invalid", 400)]
    [InlineData("GET", "/v1/changes?cursor=Qzxcanary", "cursor-invalid", 400)]
    [InlineData("GET", "/v1/changes?types=person,Qzxcanary", "malformed-request", 400)]
    [InlineData("GET", "/v1/reference-data/..%2fqzxcanary", "malformed-request", 400)]
    [InlineData("GET", "/v1/reference-data/qzxcanary", "not-available", 404)]
    [InlineData("GET", "/v1/bundles/Qzxcanary/receipt", "malformed-request", 400)]
    public async Task A_bad_path_or_query(string method, string path, string code, int status)
    {
        await using PartnerTestHost host = await StartAsync();
        await RefusedAsync(host, code, status, () => host.SendAsync(new HttpMethod(method), path));
    }

    [Theory]
    [InlineData(null, Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;agency=kent;tenant=south;scope=records.read", Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;client_id=a;client_id=b;agency=kent;tenant=south;scope=records.read", Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;client_id=a;agency=kent;scope=records.read", Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;client_id=a;agency=kent;tenant=south;act={\"sub\":\"Qzxcanary\"};scope=records.read", Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;client_id=a;agency=kent;tenant=south;act=Qzxcanary;scope=records.read", Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;client_id=a;agency=kent;tenant=south;cnf={\"x5t#S256\":\"Qzxcanary\"};scope=records.read", Access, "unauthenticated", 401)]
    [InlineData("sub=u-1;client_id=a;agency=kent;tenant=south;scope=records.write", Access, "not-permitted", 403)]
    [InlineData("sub=u-1;client_id=a;tenant=south;scope=records.read", Access, "purpose-required", 403)]
    [InlineData(Kent, null, "purpose-required", 403)]
    [InlineData(Kent, "basis=part-3-task", "purpose-required", 403)]
    [InlineData(Kent, "purpose=investigation, case=\"Qzxcanary", "purpose-required", 403)]
    [InlineData(Kent, "purpose=investigation, words=\"Qzxcanary\"", "purpose-required", 403)]
    public async Task A_bad_token_or_purpose(string? claims, string? access, string code, int status)
    {
        await using PartnerTestHost host = await StartAsync();
        await RefusedAsync(host, code, status, () => host.GetAsync(s_path, claims, access));
    }

    [Fact]
    public async Task Bad_headers()
    {
        await using PartnerTestHost host = await StartAsync();
        byte[] body = PoliceJson.Write(Samples.Person(Canary));
        await RefusedAsync(host, "headers-too-large", 431, () => host.GetAsync(s_path, access: $"purpose=investigation, case=\"{Canary}{new string('1', 500)}\""));
        await RefusedAsync(host, "malformed-request", 400, () => host.GetAsync(s_path, headers: ("Policing-Correlation", Canary)));
        await RefusedAsync(host, "not-acceptable", 406, () => host.GetAsync(s_path, headers: ("Accept", "text/html")));
        await RefusedAsync(host, "unsupported-media-type", 415, () => host.SendAsync(HttpMethod.Put, s_path, body, headers: [("If-None-Match", "*"), ("Content-Type", "text/plain")]));
        await RefusedAsync(host, "unsupported-media-type", 415, () => host.SendAsync(HttpMethod.Put, s_path, body, headers: [("If-None-Match", "*"), ("Content-Type", "application/json; charset=utf-16")]));
        await RefusedAsync(host, "unsupported-media-type", 415, () => host.SendAsync(HttpMethod.Put, s_path, body, headers: [("If-None-Match", "*"), ("Content-Encoding", "gzip")]));
    }

    [Fact]
    public async Task What_is_over_a_limit()
    {
        await using PartnerTestHost host = await StartAsync(options => options.Limits = JsonLimits.Default with { DocumentBytes = 10_000, BundleBytes = 20_000 });
        byte[] large = Encoding.UTF8.GetBytes($"{{\"a\":\"{Canary}{new string('x', 30_000)}\"}}");
        await RefusedAsync(host, "too-large", 413, () => host.SendAsync(HttpMethod.Put, s_path, large, headers: ("If-None-Match", "*")));
        await RefusedAsync(host, "too-large", 413, () => host.SendAsync(HttpMethod.Post, "/v1/bundles", large));
        await RefusedAsync(host, "too-large", 413, () => host.SendAsync(HttpMethod.Post, "/v1/search", Encoding.UTF8.GetBytes(new string(' ', 70_000))));
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + $"\"{Canary}\"" + new string('}', 40);
        await RefusedAsync(host, "malformed-request", 400, () => host.SendAsync(HttpMethod.Post, "/v1/search", Encoding.UTF8.GetBytes(deep)));
    }

    [Fact]
    public async Task A_store_or_log_that_fails_is_told_without_its_words()
    {
        await using PartnerTestHost broken = await StartAsync(services: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IPartnerStore>(services, new BrokenStore()));
        await RefusedAsync(broken, "internal", 500, () => broken.GetAsync(s_path));

        await using PartnerTestHost full = await StartAsync(services: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Ethics.IAuditLog>(services, new FullLog()));
        Person person = Samples.Person(Canary);
        Answer refused = await full.CreateAsync(person);
        Assert.Equal(((HttpStatusCode)503, "unavailable"), (refused.Status, refused.Code));
        Assert.Null(await full.Store.FindAsync("south", person.Id, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(full.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task RefusedAsync(PartnerTestHost host, string code, int status, Func<Task<Answer>> send)
    {
        int entries = host.Log.Entries.Count;
        host.Lines.Clear();
        Answer answer = await send();
        Assert.True(code == answer.Code && status == (int)answer.Status, $"{(int)answer.Status} {answer.Text}");
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.Contains("no-store", answer.Headers, StringComparison.Ordinal);
        Assert.Equal(entries + 1, host.Log.Entries.Count);
        Assert.NotNull(host.Log.Find(answer.Entry));
        Assert.DoesNotContain(Canary, answer.Text + answer.Headers, StringComparison.OrdinalIgnoreCase);
        // The server's own lines have the path, which is the host's to switch off; ours have nothing.
        Assert.DoesNotContain(host.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase) && !IsOfServer(line));
        Assert.Empty(await host.Store.ChangesAsync("south", 0, 10, TestContext.Current.CancellationToken));
    }

    private static bool IsOfServer(string line) =>
        line.Contains("/v1/", StringComparison.Ordinal) && !line.Contains("surname", StringComparison.Ordinal);

    private sealed class FullLog : Ethics.IAuditLog
    {
        private int _entries;

        // What is written at start has room; nothing after it.
        public ValueTask<Ethics.AuditEntryId> AppendAsync(Ethics.AuditEntry entry, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref _entries) == 1 ? ValueTask.FromResult(new Ethics.AuditEntryId("1")) : throw new IOException(Canary);
    }

    private sealed class BrokenStore : IPartnerStore
    {
        public ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken) => throw new InvalidOperationException(Canary);

        public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken) => throw new InvalidOperationException(Canary);

        public IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, CancellationToken cancellationToken) => throw new InvalidOperationException(Canary);

        public ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken) => throw new InvalidOperationException(Canary);

        public ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken) => throw new InvalidOperationException(Canary);

        public ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken) => throw new InvalidOperationException(Canary);
    }
}
