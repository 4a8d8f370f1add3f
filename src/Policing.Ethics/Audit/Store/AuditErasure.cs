namespace Policing.Ethics.Audit;

/// <summary>What was erased.</summary>
/// <param name="Entry">The entry that says so.</param>
/// <param name="Details">Of how many entries details were erased.</param>
/// <param name="IsScrubbed">
/// Whether nothing of them is left in the files of the database. False where a reader held that up, and of databases that keep more than their tables: see docs/audit.md.
/// </param>
public sealed record AuditErasure(AuditEntryId Entry, int Details, bool IsScrubbed)
{
    /// <summary>How many.</summary>
    public override string ToString() => $"{nameof(AuditErasure)} of {Details}";
}
