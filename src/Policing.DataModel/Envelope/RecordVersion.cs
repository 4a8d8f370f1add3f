using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Which version of the record this is, and who wrote it when.</summary>
[JsonConverter(typeof(RecordVersionConverter))]
public sealed record RecordVersion : RecordPart
{
    /// <summary>The version's number, from 1, one more with each change.</summary>
    [Public]
    public int? Number { get; init; }

    /// <summary>When this version was written.</summary>
    [Public]
    public RecordedTime RecordedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    [Officer]
    public OfficerReference? RecordedBy { get; init; }

    /// <summary>Why it was written, in a few words without personal data.</summary>
    [Operational]
    public string? Reason { get; init; }
}
