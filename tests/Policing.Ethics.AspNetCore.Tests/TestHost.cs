using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.DataModel;

namespace Policing.Ethics.AspNetCore.Tests;

/// <summary>An application with a gate, in memory. Its authentication takes the header X-Test-Claims for a token that was validated.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Officer = "sub=u-1001;client_id=crime-desk;agency=kent;roles=investigator";
    public const string Purpose = "purpose=investigation, basis=part-3-task, case=\"46/1234/31\"";

    private readonly WebApplication _app;

    private TestHost(WebApplication app) => _app = app;

    public required InMemoryAuditLog Log { get; init; }

    public required ConcurrentQueue<string> Lines { get; init; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestHost> StartAsync(
        PolicySet? set, Action<WebApplication> map, Action<IServiceCollection>? services = null, Action<EthicsHttpOptions>? http = null, Action<EthicsBuilder>? ethics = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        ConcurrentQueue<string> lines = new();
        InMemoryAuditLog log = new();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Heard(lines));
        builder.Services.AddSingleton<IAuditLog>(log);
        builder.Services.AddSingleton<INotifier>(new Silent());
        builder.Services.AddSingleton<IReviewQueue>(new Silent());
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, ClaimsHandler>("test", null);
        EthicsBuilder added = builder.Services.AddPolicingEthics(options => options.UseBaseline = set is null).AddAspNetCore(http);
        if (set is not null) added.AddPolicySet(set);
        ethics?.Invoke(added);
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.UseAuthentication();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(app) { Log = log, Lines = lines };
    }

    public async Task<Answer> GetAsync(string path, string? claims = Officer, string? purpose = Purpose, params (string Name, string Value)[] headers)
    {
        using HttpClient client = _app.GetTestClient();
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (claims is not null) request.Headers.Add("X-Test-Claims", claims);
        if (purpose is not null) request.Headers.TryAddWithoutValidation("Policing-Access", purpose);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.MediaType, response.Headers.ToString());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal sealed record Answer(HttpStatusCode Status, string Body, string? ContentType, string Headers);

    private sealed class Silent : INotifier, IReviewQueue
    {
        public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class ClaimsHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-Test-Claims"].ToString() is not { Length: > 0 } text) return Task.FromResult(AuthenticateResult.NoResult());
            IEnumerable<Claim> claims = text.Split(';').Select(part => part.Split('=', 2)).Select(pair => new Claim(pair[0], pair[1]));
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, "test")), "test")));
        }
    }

    private sealed class Heard(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Policing", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}

internal static class Rules
{
    public static PolicyRule Permit(string id, RuleTarget? target = null, params RuleCondition[] when) =>
        new() { Id = id, Effect = RuleEffect.Permit, Reason = "A sample rule", Target = target ?? new(), When = ValueList.From(when) };

    public static PolicySet Set(params PolicyRule[] rules) => PolicySet.Create("sample", "1", rules);
}
