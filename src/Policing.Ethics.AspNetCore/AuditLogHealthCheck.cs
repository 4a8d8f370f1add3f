using Microsoft.Extensions.Diagnostics.HealthChecks;
using Policing.Ethics.Audit;

namespace Policing.Ethics.AspNetCore;

/// <summary>Says how the audit log is: its level of assurance, its size and mode, what this process wrote, and what it last failed with. It holds no data of an entry.</summary>
internal sealed class AuditLogHealthCheck(AuditLog log) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal)
        {
            ["level"] = log.Level.ToString(),
            ["size"] = log.Size,
            ["fault"] = log.Fault.ToString(),
            ["mode"] = log.Options.Mode.ToString(),
            // Of this process: how many entries it made durable, and in how many groups.
            ["entries"] = log.Written.Entries,
            ["groups"] = log.Written.Groups,
        };
        if (log.LatestWitnesses is { } round) data["quorum"] = round.Check.Outcome.ToString();
        (HealthStatus status, string words) = State(context.Registration.FailureStatus);
        return Task.FromResult(new HealthCheckResult(status, words, data: data));
    }

    private (HealthStatus Status, string Words) State(HealthStatus failure)
    {
        if (log.IsContradicted) return (failure, "A witness or the pin knows the audit log otherwise than it is. Run the check.");
        if (log.Fault != AuditLogFault.None) return (failure, "The audit log does not store or sign.");
        if (log.LatestWitnesses is { Check.IsMet: false }) return (HealthStatus.Degraded, "Too few witnesses signed the audit log.");
        return (HealthStatus.Healthy, $"The audit log is {log.Level}: it {log.Level.Meaning}.");
    }
}
