using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.PartnerHost;

namespace Policing.Conformance.Clients;

/// <summary>
/// The host that clients are judged against: Policing.PartnerHost over a store in memory, on a port of loopback that the system chooses, with a second port for what should never come.
/// What does not begin with the path of a scene that is open is answered 404 and forgotten.
/// </summary>
internal sealed class ClientHost : IAsyncDisposable
{
    private const int MostBytes = 4 << 20;

    // More than any case takes: a client that runs wild fills no memory.
    private const int MostCalls = 200;
    private const string Scopes = "capabilities.read records.read records.write records.history records.search bundles.submit changes.read";

    private readonly ConcurrentDictionary<string, ClientScene> _scenes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly InMemoryPartnerStore _store = new();
    private readonly TimeProvider _time;
    private Uri _origin = null!;
    private Uri _elsewhere = null!;
    private int _opened;

    private ClientHost(TimeProvider time)
    {
        _time = time;
        _app = Build();
        _app.Use(MeetAsync);
        _app.UseRouting();
        _app.MapPolicingPartnerApi();
    }

    public static Agency Agency { get; } = PoliceAgencies.Of(PoliceAgency.Kent);

    public static async Task<ClientHost> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        ClientHost host = new(time);
        await host._app.StartAsync(cancellationToken).ConfigureAwait(false);
        Uri[] addresses = [.. host._app.Urls.Select(address => new Uri(address))];
        (host._origin, host._elsewhere) = (addresses[0], addresses[1]);
        return host;
    }

    /// <summary>A scene of its own, open until it is closed.</summary>
    public ClientScene Open()
    {
        ClientScene scene = new(Interlocked.Increment(ref _opened), _origin, _elsewhere, _store, _time);
        _scenes[scene.Name] = scene;
        return scene;
    }

    public void Close(ClientScene scene) => _scenes.TryRemove(scene.Name, out _);

    public async ValueTask DisposeAsync()
    {
        _scenes.Clear();
        using CancellationTokenSource now = new(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        IServiceCollection services = builder.Services;
        services.AddRouting();
        services.AddSingleton<IHostLifetime, GuestLifetime>();
        services.AddSingleton(_time);
        services.AddSingleton<IAuditLog>(new InMemoryAuditLog());
        services.AddSingleton<INotifier, SilentNotifier>();
        services.AddSingleton<IReviewQueue, SilentNotifier>();
        services.AddSingleton(_store);
        services.AddPolicingEthics().AddPartnerHost(
            options =>
            {
                options.Agency = Agency;
                options.Environment = PartnerEnvironment.Test;
                options.CursorKey = RandomNumberGenerator.GetBytes(32);
                options.Faults = new() { Choose = static http => http.Items[SceneCall.FaultItem] is PartnerFault fault ? fault : PartnerFault.None };
            },
            static http => http.Complete = static (_, context) => ValueTask.FromResult(context.Justification is null ? context with { Justification = "Conformance of a client" } : context)).UseInMemoryStore();
        return builder.Build();
    }

    private async Task MeetAsync(HttpContext http, RequestDelegate next)
    {
        string[] path = (http.Request.Path.Value ?? "").Split('/', 3);
        if (path is not ["", var name, var rest] || !_scenes.TryGetValue(name, out ClientScene? scene))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (scene.Calls.Count + scene.Strays.Count >= MostCalls)
        {
            http.Abort();
            return;
        }

        SeenRequest request = await ReadAsync(http, "/" + rest).ConfigureAwait(false);
        if (http.Connection.LocalPort == _elsewhere.Port)
        {
            scene.SawElsewhere(request);
            await new SceneCall(http, request, 0, scene, static () => Task.CompletedTask).AnswerAsync(StatusCodes.Status200OK, "{}"u8.ToArray()).ConfigureAwait(false);
        }
        else if (rest == "token") await GiveTokenAsync(http, scene).ConfigureAwait(false);
        else await PlayAsync(http, request, scene, next).ConfigureAwait(false);
    }

    private static async Task PlayAsync(HttpContext http, SeenRequest request, ClientScene scene, RequestDelegate next)
    {
        int number = scene.Saw(request);
        http.Request.PathBase = "/" + scene.Name;
        http.Request.Path = request.Path;
        http.Request.Body = new MemoryStream(request.Body, writable: false);
        if (TokenOf(request) is { } token && scene.Takes(token)) http.User = CallerOf(scene);
        await scene.Play(new SceneCall(http, request, number, scene, () => next(http))).ConfigureAwait(false);
    }

    // Whoever asks gets one: how clients prove themselves is the partner's identity server's to judge.
    private static Task GiveTokenAsync(HttpContext http, ClientScene scene)
    {
        byte[] answer = Servers.ServerRecords.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", scene.NewToken());
            json.WriteString("token_type", "Bearer");
            json.WriteNumber("expires_in", 3600);
            json.WriteEndObject();
        });
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body.WriteAsync(answer, http.RequestAborted).AsTask();
    }

    private static ClaimsPrincipal CallerOf(ClientScene scene) => new(new ClaimsIdentity(
        [
            new("sub", "u-1"), new("client_id", ClientScene.ClientId), new("agency", Agency.Id!), new("tenant", scene.Name), new("roles", "records-manager"), new("scope", Scopes),
        ],
        "kit"));

    /// <summary>The bearer token of a request; null where there is none.</summary>
    public static string? TokenOf(SeenRequest request) =>
        request.Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..] : null;

    private async Task<SeenRequest> ReadAsync(HttpContext http, string path)
    {
        long at = _time.GetTimestamp();
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
        return new()
        {
            Method = http.Request.Method,
            Path = path,
            Address = http.Request.Path + http.Request.QueryString.Value,
            Headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body.ToArray(),
            At = at,
        };
    }

    // The program that the kit runs in is told to stop by its own means.
    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class SilentNotifier : INotifier, IReviewQueue
    {
        public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
