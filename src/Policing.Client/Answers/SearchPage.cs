using Policing.DataModel;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>One page of what a search found. Immutable.</summary>
public sealed record SearchPage
{
    /// <summary>The matches, in the partner's stable order.</summary>
    public ValueList<SearchMatch> Matches { get; init; }

    /// <summary>How many there are in all; null where they are more than 100.</summary>
    public int? Count { get; init; }

    /// <summary>Where the next page begins; null after the last. Of use to the same caller, for the same query and purpose only.</summary>
    public string? Cursor { get; init; }

    /// <summary>The partner's audit entry of this consultation.</summary>
    public AuditEntryId AuditEntry { get; init; }
}
