using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Policing.DataModel;
using Policing.DataModel.Codes;
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
    private const int UsualPort = 5080;
    private const string OpenApi = "/openapi/partner-api.v1.json";

    private static readonly Agency s_agency = PoliceAgencies.Of(PoliceAgency.Kent);

    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, builder.Configuration.GetValue("port", UsualPort)));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        string folder = builder.Configuration["data"] ?? Path.Combine("artifacts", "partner-api");
        Directory.CreateDirectory(folder);
        TestClient[] clients =
        [
            new("kent-rms", "kent", NewSecret(), ["records-manager"]),
            new("essex-rms", "essex", NewSecret(), []),
        ];
        builder.Services.AddSingleton<IReadOnlyList<TestClient>>(clients);
        builder.Services.AddIssuer();
        builder.Services.AddEfPartnerStore(Path.Combine(folder, "records.sqlite"), builder.Configuration.GetConnectionString("Partner"));
        AddHost(builder.Services, SecretFile.Read(Path.Combine(folder, "cursor.key")))
            .UseSampleAudit(folder, builder.Configuration.GetConnectionString("Partner"), AuditModes.Read(builder.Configuration["audit"]));
        builder.Services.AddHealthChecks().AddAuditLog("audit");
        builder.Services.AddAuthorization();
        WebApplication app = builder.Build();
        Map(app, clients);
        return app;
    }

    public static async Task StartAsync(WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        await using (PartnerContext context = await app.Services.GetRequiredService<IDbContextFactory<PartnerContext>>().CreateDbContextAsync(cancellationToken))
            await context.Database.EnsureCreatedAsync(cancellationToken);
        IReadOnlyList<TestClient> clients = app.Services.GetRequiredService<IReadOnlyList<TestClient>>();
        await Issuer.RegisterAsync(app.Services, clients, cancellationToken);
        await app.StartAsync(cancellationToken);
        Uri address = new(app.Urls.First());
        Guid example = await Seeding.RunAsync(address, clients[0], s_agency, cancellationToken);
        await Instructions.WriteAsync(output, address, clients, example);
    }

    private static EthicsBuilder AddHost(IServiceCollection services, byte[] cursorKey) => services
        // No words travel in headers, and the sample keeps none that a reference could lead to.
        .AddPolicingEthics().AddPolicySet(PolicySet.Create("sample", "1", [], [new RuleSwitch { Rule = "BL-F01", Reason = "The sample keeps no words of justification for single reads." }]))
        .AddPartnerHost(options =>
        {
            options.Agency = s_agency;
            options.Environment = PartnerEnvironment.Test;
            options.CursorKey = cursorKey;
            options.ScopeClaim = OpenIddict.Abstractions.OpenIddictConstants.Claims.Private.Scope;
        });

    private static void Map(WebApplication app, TestClient[] clients)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapIssuer(clients);
        app.MapPolicingPartnerApi();
        app.MapGet(OpenApi, static () => Results.Stream(typeof(SampleHost).Assembly.GetManifestResourceStream("partner-api.v1.json")!, "application/json"));
        app.MapScalarApiReference("/docs", options => options.WithOpenApiRoutePattern(OpenApi).WithTitle("Partner API"));
        app.MapHealth();
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
