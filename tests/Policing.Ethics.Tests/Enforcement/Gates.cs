using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;

namespace Policing.Ethics.Tests.Enforcement;

/// <summary>A gate with everything in reach of the test.</summary>
internal sealed class Gates
{
    public InMemoryAuditLog Log { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    public ScriptedNotifier Notifier { get; } = new();

    public ScriptedReviews Reviews { get; } = new();

    public HeardLogs Heard { get; } = new();

    public ServiceCollection Services { get; } = [];

    public ScriptedServer Server { get; } = new();

    public static Gates Over(PolicySet set, Action<EthicsOptions>? configure = null, Action<EthicsBuilder>? more = null)
    {
        Gates gates = new();
        gates.Services.AddLogging(logging => logging.AddProvider(gates.Heard).SetMinimumLevel(LogLevel.Trace));
        gates.Services.AddSingleton<TimeProvider>(gates.Time);
        gates.Services.AddSingleton<IAuditLog>(gates.Log);
        gates.Services.AddSingleton<INotifier>(gates.Notifier);
        gates.Services.AddSingleton<IReviewQueue>(gates.Reviews);
        EthicsBuilder builder = gates.Services.AddPolicingEthics(options =>
        {
            options.UseBaseline = false;
            configure?.Invoke(options);
        }).AddPolicySet(set);
        more?.Invoke(builder);
        return gates;
    }

    private ServiceProvider? _provider;

    public ServiceProvider Provider => _provider ??= Services.BuildServiceProvider();

    public AccessGate Gate => Provider.GetRequiredService<AccessGate>();

    public HttpClient Client(Action<EthicsHandlerOptions>? configure = null)
    {
        Services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => Server).AddEthicsHandler(configure);
        return Provider.GetRequiredService<IHttpClientFactory>().CreateClient("partner");
    }

    public AuditEntry LastEntry => Log.Entries[^1];
}

internal sealed class ScriptedNotifier : INotifier
{
    public List<AccessNotification> Told { get; } = [];

    public Exception? Fails { get; set; }

    public TimeSpan? Takes { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public async ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken)
    {
        if (Takes is { } time) await Task.Delay(time, Time, cancellationToken);
        Told.Add(notification);
        if (Fails is not null) throw Fails;
    }
}

internal sealed class ScriptedReviews : IReviewQueue
{
    public List<DueReview> Due { get; } = [];

    public Exception? Fails { get; set; }

    public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken)
    {
        Due.Add(review);
        return Fails is null ? ValueTask.CompletedTask : ValueTask.FromException(Fails);
    }
}

internal sealed class ScriptedServer : HttpMessageHandler
{
    public int Calls { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent("released") });
    }
}

/// <summary>A decision point that does what a test says.</summary>
internal sealed class ScriptedDecisions(Func<AccessRequest, ValueTask<AccessDecision>> decide, DecisionTransport transport = DecisionTransport.Encrypted) : IPolicyDecisionPoint
{
    public DecisionTransport Transport => transport;

    public ValueTask<AccessDecision> DecideAsync(AccessRequest request, CancellationToken cancellationToken = default) => decide(request);
}

internal sealed class HeardLogs : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}

/// <summary>Leaves what it is told to out of persons; what the minimiser does for all records.</summary>
internal sealed class PersonLeaveOut : IRecordObligationHandler
{
    public Exception? Fails { get; set; }

    public bool Handles(Obligation obligation) => obligation is LeaveOut { Members.IsEmpty: true };

    public PoliceRecord Apply(PoliceRecord record, ValueList<Obligation> obligations, AccessDecision decision, AccessContext context)
    {
        if (Fails is not null) throw Fails;
        return record is Person person ? person with { Names = default, View = new() { Partial = true, Policy = decision.PolicyHash } } : record;
    }
}
