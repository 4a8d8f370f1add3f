using Policing.Ethics.Audit;
using Policing.Samples.Partner.Start;

namespace Policing.Samples.Partner.Audit;

/// <summary>What <c>--audit</c> says: when a call may go on after its audit entry.</summary>
internal static class AuditModes
{
    public static AuditLogMode Read(string? text) => text switch
    {
        null or "strict" => AuditLogMode.Strict,
        "buffered" => AuditLogMode.Buffered,
        _ => throw new StartException("--audit is strict, the default, or buffered: an entry is durable before data is released, or within moments of it.", isArgument: true),
    };
}
