using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.EntityFrameworkCore;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Schemas;
using Policing.Ethics;
using Policing.Ethics.AspNetCore;
using Policing.PartnerHost;
using Policing.Samples.Partner.Audit;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Stores;
using Scalar.AspNetCore;

namespace Policing.Samples.Partner.Start;

/// <summary>Puts the sample together.</summary>
internal static class SampleHost
{
    private const string OpenApi = "/openapi/partner-api.v1.json";

    private static readonly Agency s_agency = PoliceAgencies.Of(PoliceAgency.Kent);

    // Those for training have a tenant of their own: what they write meets nobody's records.
    private static readonly TestClient[] s_clients =
    [
        new("kent-rms", "kent", ["records-manager"]), new("essex-rms", "essex", []),
        new("kent-training", "kent", ["records-manager"]) { Tenant = "training" }, new("essex-training", "essex", []) { Tenant = "training" },
    ];

    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = SampleOptions.Pairs(args), EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        SampleOptions options = SampleOptions.Read(args, builder.Configuration);
        // What the issuer calls itself follows the name that it is called by: no other names than these.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1";
        // A start that failed is told by StartFaults, in words instead of a trace.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        Directory.CreateDirectory(options.Folder);
        ClientKeys keys = new(options.KeysFolder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port, listen => ListenWith(listen, options, keys)));
        builder.Services.AddSingleton(options).AddSingleton(_ => keys);
        builder.Services.AddIssuer(new IssuerSettings(options.IsMutualTls), s_clients, HomeForce.Read(builder.Configuration));
        builder.Services.AddSingleton(provider => new CurlToken(options.CurlTokenPath, ConnectAs(provider, s_clients[1]), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(provider => new TestTokens(options, client => ConnectAs(provider, s_clients[client]), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddEfPartnerStore(Path.Combine(options.Folder, "records.sqlite"), builder.Configuration.GetConnectionString("Partner"));
        AddHost(builder.Services, options, SecretFile.Read(Path.Combine(options.Folder, "cursor.key")))
            .UseSampleAudit(options.Folder, builder.Configuration.GetConnectionString("Partner"), options.AuditMode);
        builder.Services.AddHealthChecks().AddAuditLog("audit");
        builder.Services.AddAuthorization();
        WebApplication app = builder.Build();
        Map(app);
        return app;
    }

    public static async Task StartAsync(WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        await using (PartnerContext context = await app.Services.GetRequiredService<IDbContextFactory<PartnerContext>>().CreateDbContextAsync(cancellationToken))
            await context.Database.EnsureCreatedAsync(cancellationToken);
        SampleOptions options = app.Services.GetRequiredService<SampleOptions>();
        ClientKeys keys = app.Services.GetRequiredService<ClientKeys>();
        await Issuer.RegisterAsync(app.Services, keys, cancellationToken);
        await app.StartAsync(cancellationToken);
        using ClientConnection connection = ConnectAs(app.Services, s_clients[0]);
        Guid example = options.IsLive ? RecordId.New().Uuid : await Seeding.RunAsync(connection, s_agency, cancellationToken);
        await app.Services.GetRequiredService<CurlToken>().StartAsync(cancellationToken);
        await app.Services.GetRequiredService<TestTokens>().StartAsync(cancellationToken);
        await Instructions.WriteAsync(output, AddressOf(app.Services), options, keys, s_clients[1], example);
    }

    private static void ListenWith(ListenOptions listen, SampleOptions options, ClientKeys keys)
    {
        if (!options.IsMutualTls) return;
        listen.UseHttps(https =>
        {
            https.ServerCertificate = keys.Of(ClientKeys.ServerName);
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            // Self-signed ones: whose they are is judged by the issuer, by the registered key, and by the host, by the thumbprint in the token.
            https.AllowAnyClientCertificate();
        });
    }

    private static ClientConnection ConnectAs(IServiceProvider services, TestClient client) =>
        new(AddressOf(services), services.GetRequiredService<ClientKeys>(), client, services.GetRequiredService<TimeProvider>());

    private static Uri AddressOf(IServiceProvider services) => new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static EthicsBuilder AddHost(IServiceCollection services, SampleOptions sample, byte[] cursorKey) => services
        // No words travel in headers, and the sample keeps none that a reference could lead to.
        .AddPolicingEthics().AddPolicySet(PolicySet.Create("sample", "1", [], [new RuleSwitch { Rule = "BL-F01", Reason = "The sample keeps no words of justification for single reads." }]))
        .AddPartnerHost(options =>
        {
            options.Agency = s_agency;
            options.Environment = sample.IsLive ? PartnerEnvironment.Live : PartnerEnvironment.Test;
            options.CursorKey = cursorKey;
            options.RateLimit = new PartnerRateLimit(sample.CallsPerMinute, TimeSpan.FromMinutes(1));
            options.ScopeClaim = OpenIddict.Abstractions.OpenIddictConstants.Claims.Private.Scope;
        });

    private static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapIssuer();
        app.MapPolicingPartnerApi();
        app.MapGet(OpenApi, static () => Results.Stream(typeof(SampleHost).Assembly.GetManifestResourceStream("partner-api.v1.json")!, "application/json"));
        app.MapGet("/1.0/{strength}/{name}.schema.json", Schema);
        // The page calls nobody but this server: no agent, no telemetry, no fonts of others, no tools that send the contract elsewhere.
        app.MapScalarApiReference("/docs", (options, http) => options.WithOpenApiRoutePattern(OpenApi).WithTitle("Partner API")
            .AddServer($"{http.Request.Scheme}://{http.Request.Host}", "This sample.")
            .DisableAgent().DisableMcp().DisableTelemetry().DisableDefaultFonts().HideDeveloperTools().HideClientButton().ExpandAllTags());
        app.MapHealth();
    }

    // What the contract refers to, without the names that they call themselves by: beside one, what they refer to would be asked for at that host instead of here.
    private static IResult Schema(string strength, string name)
    {
        IReadOnlyDictionary<string, JsonElement>? schemas = strength switch { "strict" => SchemaSet.BuiltIn.Strict, "open" => SchemaSet.BuiltIn.Open, _ => null };
        return schemas is not null && schemas.TryGetValue(name, out JsonElement schema) ? Results.Bytes(WithoutId(schema), "application/schema+json") : Results.NotFound();
    }

    private static byte[] WithoutId(JsonElement schema)
    {
        using MemoryStream written = new();
        using (Utf8JsonWriter json = new(written))
        {
            json.WriteStartObject();
            foreach (JsonProperty member in schema.EnumerateObject().Where(static member => member.Name != "$id")) member.WriteTo(json);
            json.WriteEndObject();
        }
        return written.ToArray();
    }
}
