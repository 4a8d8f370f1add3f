using Policing.DataModel;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>What a write did. Immutable.</summary>
public sealed record WriteAnswer
{
    /// <summary>The record.</summary>
    public required RecordId Record { get; init; }

    /// <summary>What became of it.</summary>
    public required WriteChange Change { get; init; }

    /// <summary>The number of its version; null where the partner does not say.</summary>
    public int? Version { get; init; }

    /// <summary>The version, to write it again with; absent where the partner gave none.</summary>
    public RecordTag Tag { get; init; }

    /// <summary>What was found of the record before it was sent, and then by the partner.</summary>
    public ValueList<PartnerFinding> Findings { get; init; }

    /// <summary>The partner's audit entry.</summary>
    public AuditEntryId AuditEntry { get; init; }
}
