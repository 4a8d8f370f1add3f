using System.Globalization;

namespace Policing.Ethics.Audit;

/// <summary>A thing that a check found, and where. It says nothing of what is in an entry.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">The first entry, or the size of the checkpoint.</param>
/// <param name="To">The last entry; the same where it is one.</param>
/// <param name="Place">What the numbers count: <c>entry</c>, <c>details</c>, <c>checkpoint</c>, <c>tile</c>.</param>
public sealed record AuditFinding(AuditFindingKind Kind, ulong From, ulong To, string Place)
{
    /// <summary>In one line.</summary>
    public override string ToString() => From == To
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind}: {Place} {From}")
        : string.Create(CultureInfo.InvariantCulture, $"{Kind}: {Place} {From} to {To}");
}
