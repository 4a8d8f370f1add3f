using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>Writes down which policy sets come into force, and warns of what is not as it should be in production. If that fails the host does not start.</summary>
/// <remarks>The gate is asked for so that it is made when the host starts: one over a decision point in the clear cannot be.</remarks>
internal sealed partial class EthicsStart(
    IOptions<EthicsOptions> options, EthicsParts parts, AccessGate gate, TimeProvider time, ILogger<EthicsStart> logger) : IHostedService
{
    private readonly AccessGate _gate = gate;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        LogStart(logger, _gate.Transport);
        if (parts.HasStandIn) LogStandIn(logger);
        foreach (PolicyRegistration policy in EthicsParts.Policies(options.Value))
        {
            if (policy.ShadowUntil is { } until && until > time.GetUtcNow()) LogShadow(logger, policy.Set.Id, until);
            AuditEntry entry = new() { Kind = AuditEntryKind.PolicyLoaded, Time = time.GetUtcNow(), PolicyHash = policy.Set.Hash, Text = Describe(policy) };
            await parts.RequiredLog.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
            LogLoaded(logger, policy.Set.Id, policy.Set.Version, policy.Set.Hash);
        }
        if (parts.RequiredLog is AuditLog log) LogAuditLog(logger, log.Origin, log.Settings, log.Level, log.Level.Meaning);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Describe(PolicyRegistration policy)
    {
        string shadow = policy.ShadowUntil is { } until ? $"; in shadow mode until {until:u}" : "";
        IEnumerable<string> off = policy.Set.SwitchesOff.Select(item => $"; switches off {item.Rule}: {item.Reason}");
        return $"{policy.Set.Id} {policy.Set.Version}{shadow}{string.Concat(off)}";
    }

    [LoggerMessage(30, LogLevel.Information, "Policy set {Id} {Version} is loaded, {Hash}.")]
    private static partial void LogLoaded(ILogger logger, string id, string version, string hash);

    [LoggerMessage(33, LogLevel.Debug, "Decisions are made {Transport}.")]
    private static partial void LogStart(ILogger logger, DecisionTransport transport);

    [LoggerMessage(31, LogLevel.Warning, "Policy set {Id} is in shadow mode until {Until}: what it refuses is written down and let pass.")]
    private static partial void LogShadow(ILogger logger, string id, DateTimeOffset until);

    [LoggerMessage(34, LogLevel.Information, "The audit log is {Origin}: {Settings}. It is {Level}: it {Meaning}.")]
    private static partial void LogAuditLog(ILogger logger, string origin, string settings, AssuranceLevel level, string meaning);

    [LoggerMessage(32, LogLevel.Warning, "Development: the audit log, the notifier or the review queue is a stand-in that keeps nothing.")]
    private static partial void LogStandIn(ILogger logger);
}
