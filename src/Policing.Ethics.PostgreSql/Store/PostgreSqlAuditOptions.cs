using Policing.Ethics.Audit;

namespace Policing.Ethics.PostgreSql;

/// <summary>How a log in PostgreSQL is kept.</summary>
public sealed class PostgreSqlAuditOptions
{
    /// <summary>What the log is made of: origin, keys, pseudonyms.</summary>
    public AuditLogOptions Log { get; } = new();
}
