using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.PartnerHost;

/// <summary>One version of a record, as a store keeps it.</summary>
/// <remarks>Immutable. Its content is a person's data.</remarks>
public sealed record StoredRecord
{
    // Read once and kept; to read it twice by a race does no harm.
    private PoliceRecord? _read;

    /// <summary>The id.</summary>
    public required RecordId Id { get; init; }

    /// <summary>The type, as on the wire.</summary>
    public required string Type { get; init; }

    /// <summary>The place among the record's versions in this store, from 1. It makes the <c>ETag</c> and is not the version that the record states of itself.</summary>
    public required long Revision { get; init; }

    /// <summary>The record as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The record.</summary>
    /// <exception cref="InvalidOperationException">The content is no record: the store is damaged.</exception>
    public PoliceRecord Read() =>
        _read ??= PoliceJson.Read(Content.Span).Record ?? throw new InvalidOperationException("What the store gave is no record.");

    /// <summary>Equality by id, revision and content.</summary>
    public bool Equals(StoredRecord? other) =>
        other is not null && Id == other.Id && Revision == other.Revision && Type == other.Type && Content.Span.SequenceEqual(other.Content.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Revision);

    /// <summary>The type, id and revision; never the content.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(StoredRecord)} {Id} {Revision}");
}
