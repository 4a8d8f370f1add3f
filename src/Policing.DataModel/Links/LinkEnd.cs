using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One end of a link: a record by its id, or a thing in another system by that system's reference.</summary>
[JsonConverter(typeof(LinkEndConverter))]
public sealed record LinkEnd : RecordPart
{
    /// <summary>The record's id.</summary>
    [Operational]
    public RecordId Id { get; init; }

    /// <summary>The reference in another system, where no record id is known.</summary>
    [Operational]
    public ExternalReference? Reference { get; init; }

    /// <summary>The record's type, where it is known, for example <c>crime</c>.</summary>
    [Public]
    public string? Kind { get; init; }

    /// <summary>The end that is this record, by its id and type.</summary>
    /// <exception cref="ArgumentException">The record has no id.</exception>
    public static LinkEnd Of(PoliceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Id.IsAbsent) throw new ArgumentException("A record without an id cannot be the end of a link.", nameof(record));
        return new LinkEnd { Id = record.Id, Kind = record.Type };
    }
}
