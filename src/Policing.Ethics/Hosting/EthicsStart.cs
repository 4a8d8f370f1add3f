using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>Writes down which policy sets come into force, and warns of what is not as it should be in production. If that fails the host does not start.</summary>
/// <remarks>The gate is asked for so that it is made when the host starts: one over a decision point in the clear cannot be.</remarks>
internal sealed class EthicsStart(
    IOptions<EthicsOptions> options, EthicsParts parts, AccessGate gate, TimeProvider time, ILogger<EthicsStart> logger) : IHostedService
{
    private readonly AccessGate _gate = gate;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        EthicsLog.Decides(logger, _gate.Transport);
        if (parts.HasStandIn) EthicsLog.StandIn(logger);
        foreach (PolicyRegistration policy in EthicsParts.Policies(options.Value))
        {
            if (policy.ShadowUntil is { } until && until > time.GetUtcNow()) EthicsLog.ShadowMode(logger, policy.Set.Id, until);
            AuditEntry entry = new() { Kind = AuditEntryKind.PolicyLoaded, Time = time.GetUtcNow(), PolicyHash = policy.Set.Hash, Text = Describe(policy) };
            await parts.RequiredLog.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
            EthicsLog.PolicyLoaded(logger, policy.Set.Id, policy.Set.Version, policy.Set.Hash);
        }
        if (parts.RequiredLog is AuditLog log) EthicsLog.AuditLog(logger, log.Origin, log.Settings, log.Level, log.Level.Meaning);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Describe(PolicyRegistration policy)
    {
        string shadow = policy.ShadowUntil is { } until ? $"; in shadow mode until {until:u}" : "";
        IEnumerable<string> off = policy.Set.SwitchesOff.Select(item => $"; switches off {item.Rule}: {item.Reason}");
        return $"{policy.Set.Id} {policy.Set.Version}{shadow}{string.Concat(off)}";
    }
}
