using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>A change as the feed keeps it: which record and what happened, nothing of its content.</summary>
/// <remarks>Immutable.</remarks>
public sealed record StoredChange
{
    /// <summary>The place in the tenant's sequence, from 1; a later commit has a higher one, and a reader that has seen it has missed none before it.</summary>
    public required long Sequence { get; init; }

    /// <summary>The record.</summary>
    public required RecordId Record { get; init; }

    /// <summary>Its type, as on the wire.</summary>
    public required string Type { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The agencies that are told whatever they may read.</summary>
    public ValueList<Agency> Notified { get; init; }
}
