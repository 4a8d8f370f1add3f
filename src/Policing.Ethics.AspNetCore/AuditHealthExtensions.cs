using Microsoft.Extensions.DependencyInjection;
using Policing.Ethics.Audit;

namespace Policing.Ethics.AspNetCore;

/// <summary>The audit log among the health checks of a host.</summary>
public static class AuditHealthExtensions
{
    /// <summary>
    /// Adds a check of the audit log: unhealthy where it does not store or sign, or a witness or the pin contradicts it; degraded where too few witnesses signed; with its level of
    /// assurance each time.
    /// </summary>
    /// <param name="builder">The health checks of a host with a log that lasts.</param>
    /// <param name="name">The name of the check.</param>
    public static IHealthChecksBuilder AddAuditLog(this IHealthChecksBuilder builder, string name = "audit-log")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.AddCheck<AuditLogHealthCheck>(name);
    }
}
