using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.Conformance.Servers;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics;
using Policing.PartnerHost;

namespace Policing.Conformance.Tests.Servers;

/// <summary>A host of the partner API on loopback, which can be made wrong in one way. Its tokens are names.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private const string Scopes = "capabilities.read records.read records.write records.history records.search bundles.submit changes.read audit.verify";

    private static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["kent"] = "sub=u-1;client_id=kent-rms;agency=kent;tenant=south;roles=records-manager;scope=" + Scopes,
        ["nothing"] = "sub=u-3;client_id=kent-none;agency=kent;tenant=south;scope=nothing.at-all",
        ["essex"] = "sub=u-2;client_id=essex-rms;agency=essex;tenant=south;scope=" + Scopes,
    };

    private readonly WebApplication _app;

    private LoopbackHost(WebApplication app, InMemoryPartnerStore store, TreeLog log) => (_app, Store, Log) = (app, store, log);

    public InMemoryPartnerStore Store { get; }

    /// <summary>The audit log, which calls show also where they forget entries.</summary>
    public TreeLog Log { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What goes wrong; null for nothing. Set between runs.</summary>
    public Func<HttpContext, RequestDelegate, Task>? Fault { get; set; }

    public static async Task<LoopbackHost> StartAsync(PartnerEnvironment environment = PartnerEnvironment.Test, bool hasAuditSurface = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        InMemoryPartnerStore store = new();
        TreeLog log = new();
        builder.Services.AddSingleton<IAuditLog>(log);
        builder.Services.AddSingleton<INotifier>(new Silent());
        builder.Services.AddSingleton<IReviewQueue>(new Silent());
        if (hasAuditSurface) builder.Services.AddSingleton<IAuditSurface>(log);
        builder.Services.AddSingleton(store);
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, NamedTokens>("test", null);
        builder.Services.AddPolicingEthics().AddPartnerHost(
            options =>
            {
                options.Agency = new Agency { Scheme = AgencyScheme.Police, Id = "kent" };
                options.Environment = environment;
                options.CursorKey = Enumerable.Range(0, 32).Select(place => (byte)place).ToArray();
                options.Limits = JsonLimits.Default with { DocumentBytes = 1 << 20, BundleBytes = 2 << 20 };
            },
            http => http.Complete = static (_, context) => ValueTask.FromResult(context with { Justification = "Conformance of the host" })).UseInMemoryStore();
        WebApplication app = builder.Build();
        LoopbackHost host = new(app, store, log);
        app.Use(async (http, next) => await (host.Fault is { } fault ? fault(http, next) : next(http)));
        app.UseAuthentication();
        app.MapPolicingPartnerApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public ServerTargetOptions Target(string journal, bool isMine = true, string? token = "kent", TimeSpan checkpointTime = default) => new()
    {
        BaseAddress = Address,
        IsMine = isMine,
        Token = token!,
        TokenWithoutScopes = "nothing",
        TokenOfAnother = "essex",
        JournalPath = journal,
        AnswerTime = TimeSpan.FromSeconds(60),
        LogKeys = [Log.Key],
        // Its checkpoints do not lag behind, unless told.
        CheckpointTime = checkpointTime,
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Silent : INotifier, IReviewQueue
    {
        public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class NamedTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            string header = Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || !Tokens.TryGetValue(header["Bearer ".Length..], out string? claims)) return Task.FromResult(AuthenticateResult.NoResult());
            IEnumerable<Claim> read = claims.Split(';').Select(part => part.Split('=', 2)).Select(pair => new Claim(pair[0], pair[1]));
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(read, "test")), "test")));
        }
    }
}
