using Policing.DataModel;

namespace Policing.Client;

/// <summary>Something happened to a record. It has no personal data: read the record to see what. Immutable.</summary>
public sealed record RecordChange
{
    /// <summary>The id of the event; one that was seen before is the same event again.</summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required RecordChangeKind Kind { get; init; }

    /// <summary>The type of the record.</summary>
    public required string RecordType { get; init; }

    /// <summary>The record.</summary>
    public required RecordId Record { get; init; }

    /// <summary>The number of its version; null where the partner does not say.</summary>
    public int? Version { get; init; }

    /// <summary>When; absent where the partner does not say.</summary>
    public RecordedTime Time { get; init; }

    /// <summary>Where to go on after this event. Keep it when the event has been dealt with, not before.</summary>
    public required string Cursor { get; init; }
}
