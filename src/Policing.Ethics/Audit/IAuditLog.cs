namespace Policing.Ethics;

/// <summary>Where every access is written down before it happens.</summary>
/// <remarks>Implementations are thread-safe. To throw is to fail, and the access is refused.</remarks>
public interface IAuditLog
{
    /// <summary>Completes when the entry is durable.</summary>
    /// <returns>The id of the entry, fresh for each.</returns>
    ValueTask<AuditEntryId> AppendAsync(AuditEntry entry, CancellationToken cancellationToken);
}
