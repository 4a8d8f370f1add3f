using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost.Tests;

/// <summary>A host of the partner API in memory, with the baseline rules. Its authentication takes the header X-Test-Claims for a token that was validated.</summary>
internal sealed class PartnerTestHost : IAsyncDisposable
{
    public const string Scopes = "capabilities.read records.read records.write records.history records.search bundles.submit changes.read";
    public const string Kent = "sub=u-1001;client_id=kent-rms;agency=kent;tenant=south;roles=records-manager;scope=" + Scopes;
    public const string Essex = "sub=u-2002;client_id=essex-rms;agency=essex;tenant=south;scope=" + Scopes;
    public const string Access = "purpose=investigation, basis=part-3-task, case=\"46/1234/31\"";

    /// <summary>With what sensitive processing needs, so that views are whole.</summary>
    public const string Whole = Access + ", condition=1, document=APD-7";
    public const string Disposing = "purpose=records-management, basis=part-3-task, case=\"RRD-7\"";

    private static readonly DateTimeOffset s_start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private PartnerTestHost(WebApplication app) => _app = app;

    public required InMemoryAuditLog Log { get; init; }

    public required InMemoryPartnerStore Store { get; init; }

    public required ConcurrentQueue<string> Lines { get; init; }

    public required FakeTimeProvider Time { get; init; }

    public IServiceProvider Services => _app.Services;

    public static Agency Force(string id) => new() { Scheme = AgencyScheme.Police, Id = id };

    public static async Task<PartnerTestHost> StartAsync(
        Action<PartnerHostOptions>? configure = null, Action<IServiceCollection>? services = null, Action<EthicsBuilder>? ethics = null, bool baseline = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        ConcurrentQueue<string> lines = new();
        InMemoryAuditLog log = new();
        InMemoryPartnerStore store = new();
        FakeTimeProvider time = new(s_start);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Heard(lines));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IAuditLog>(log);
        builder.Services.AddSingleton<INotifier>(new Silent());
        builder.Services.AddSingleton<IReviewQueue>(new Silent());
        builder.Services.AddSingleton(store);
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, ClaimsHandler>("test", null);
        services?.Invoke(builder.Services);
        EthicsBuilder added = builder.Services.AddPolicingEthics(options => options.UseBaseline = baseline).AddPartnerHost(
            options =>
            {
                options.Agency = Force("kent");
                options.Environment = PartnerEnvironment.Test;
                options.CursorKey = Enumerable.Range(0, 32).Select(place => (byte)place).ToArray();
                configure?.Invoke(options);
            },
            http => http.Complete = static (_, context) => ValueTask.FromResult(context with
            {
                Justification = "Enquiry of the officer in the case",
                Sensitive = context.Sensitive is { } sensitive ? sensitive with { StrictNecessity = "Identification of the victim" } : null,
            })).UseInMemoryStore();
        ethics?.Invoke(added);
        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.MapPolicingPartnerApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PartnerTestHost(app) { Log = log, Lines = lines, Store = store, Time = time };
    }

    public HttpClient NewClient() => _app.GetTestClient();

    /// <summary>The way to the host for a client of the SDK, with the claims of every call.</summary>
    public HttpMessageHandler NewTransport(string claims = Kent) => new ClaimedTransport(_app.GetTestServer().CreateHandler(), claims);

    public static HttpRequestMessage Message(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, string? claims = Kent, string? access = Access, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, path);
        if (claims is not null) request.Headers.Add("X-Test-Claims", claims);
        if (access is not null) request.Headers.TryAddWithoutValidation("Policing-Access", access);
        if (body is { } content)
        {
            request.Content = new ReadOnlyMemoryContent(content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        foreach ((string name, string value) in headers)
        {
            if (name.StartsWith("Content-", StringComparison.Ordinal) && name != "Content-Digest" && request.Content is not null)
            {
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, string? claims = Kent, string? access = Access, params (string Name, string Value)[] headers)
    {
        using HttpClient client = NewClient();
        using HttpRequestMessage request = Message(method, path, body, claims, access, headers);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToString(),
            response.Headers.ETag?.Tag);
    }

    public Task<Answer> GetAsync(string path, string? claims = Kent, string? access = Access, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, claims, access, headers);

    public Task<Answer> CreateAsync(PoliceRecord record, string claims = Kent, string access = Access) =>
        SendAsync(HttpMethod.Put, PathOf(record), PoliceJson.Write(record), claims, access, ("If-None-Match", "*"));

    public Task<Answer> ReplaceAsync(PoliceRecord record, string tag, string claims = Kent, string access = Access) =>
        SendAsync(HttpMethod.Put, PathOf(record), PoliceJson.Write(record), claims, access, ("If-Match", tag));

    public Task<Answer> PostAsync(string path, string json, string claims = Kent, string access = Access, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(json), claims, access, headers);

    public async Task HaveAsync(params PoliceRecord[] records)
    {
        foreach (PoliceRecord record in records)
        {
            Answer answer = await CreateAsync(record);
            Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        }
    }

    public static string PathOf(PoliceRecord record) => $"/v1/records/{record.Type}/{record.Id.Uuid:D}";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal sealed record Answer(HttpStatusCode Status, byte[] Body, string? ContentType, string Headers, string? Tag)
    {
        public string Text => Encoding.UTF8.GetString(Body);

        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string? Code => ContentType == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

        public AuditEntryId Entry => new(Json.GetProperty("auditEntry").GetString());

        public PoliceRecord Record => PoliceJson.Read(Body).Record!;
    }

    private sealed class ClaimedTransport(HttpMessageHandler inner, string claims) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-Test-Claims", claims);
            return base.SendAsync(request, cancellationToken);
        }
    }

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
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
