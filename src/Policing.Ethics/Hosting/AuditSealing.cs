using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>Holds the log against its pin before the host starts, and has it witnessed and pinned while the host runs, off the way of appending.</summary>
internal sealed class AuditSealing : BackgroundService, IHostedLifecycleService
{
    private readonly AuditLog _log;
    private readonly CheckpointPin? _pin;
    private readonly WitnessClient? _witnesses;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private AssuranceLevel? _shown;

    public AuditSealing(IServiceProvider provider, IOptions<AuditSealingOptions> options, TimeProvider time, ILogger<AuditSealing> logger)
    {
        AuditSealingOptions given = options.Value;
        _log = provider.GetService<AuditLog>() ?? throw new InvalidOperationException("Witnesses and pins are of a log that lasts: add one, such as UseSqliteAudit of Policing.Ethics.Sqlite.");
        _pin = given.PinFile is { } file ? new(file) : null;
        if (given.Policy is { } policy)
        {
            IHttpClientFactory clients = provider.GetRequiredService<IHttpClientFactory>();
            _witnesses = new(() => clients.CreateClient(EthicsBuilderSealingExtensions.WitnessHttpClient), policy, given.Witnesses, time);
        }
        (_interval, _time, _logger) = (given.Interval, time, logger);
    }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (_pin is null) return;
        await _log.OpenAsync(cancellationToken).ConfigureAwait(false);
        PinCheck check = await _log.PinAsync(_pin, cancellationToken).ConfigureAwait(false);
        if (check.IsHeld) return;
        if (check.Outcome != PinOutcome.NotPinned || _log.Size > 0) throw new InvalidOperationException(Advice(check.Outcome));
        _pin.Begin(await _log.CheckpointAsync(cancellationToken).ConfigureAwait(false));
        await _log.PinAsync(_pin, cancellationToken).ConfigureAwait(false);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What was written until the end is pinned; witnesses see it after the next start.
    public Task StoppedAsync(CancellationToken cancellationToken) => SealAsync(witnesses: null, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(_interval, _time);
        try
        {
            do await SealAsync(_witnesses, stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next one goes on.
        }
    }

    private async Task SealAsync(WitnessClient? witnesses, CancellationToken cancellationToken)
    {
        try
        {
            if (_pin is not null && await _log.PinAsync(_pin, cancellationToken).ConfigureAwait(false) is { IsHeld: false } check) EthicsLog.NotAsPinned(_logger, check.Outcome);
            if (witnesses is not null) await WitnessAsync(witnesses, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It is tried again; what an exception of others says may hold a path or an address.
            EthicsLog.NotSealed(_logger, exception.GetType().Name);
        }
        if (_log.IsContradicted) EthicsLog.Contradicted(_logger);
        if (_shown != _log.Level) EthicsLog.LevelNow(_logger, _log.Level, _log.Level.Meaning);
        _shown = _log.Level;
    }

    private async Task WitnessAsync(WitnessClient witnesses, CancellationToken cancellationToken)
    {
        WitnessRound round = await _log.WitnessAsync(witnesses, cancellationToken).ConfigureAwait(false);
        foreach (WitnessAnswer answer in round.Answers)
            if (answer.Outcome != WitnessOutcome.Cosigned) EthicsLog.NotWitnessed(_logger, answer.Witness, answer.Outcome);
    }

    private static string Advice(PinOutcome outcome) => outcome switch
    {
        PinOutcome.RolledBack => "The audit log has fewer entries than its pin: entries were cut off, or an old copy was put back. Run the check, and put the right log back.",
        PinOutcome.Forked => "The audit log does not begin with the entries that its pin says. Run the check, and put the right log back.",
        PinOutcome.OtherLog => "The pin is of another log: configure the file of this one.",
        PinOutcome.NotPinned => "The pin of the audit log is missing, and the log is not new. Put the pin back; if it is lost, run the check and then make one with CheckpointPin.Begin.",
        _ => "The pin of the audit log cannot be read: put it back.",
    };
}
