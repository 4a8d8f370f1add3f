using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The marking of one member of the record.</summary>
[JsonConverter(typeof(GranularMarkingConverter))]
public sealed record GranularMarking : RecordPart
{
    /// <summary>The member, as a JSON Pointer from the record. Source: RFC 6901.</summary>
    [Operational]
    public string? Pointer { get; init; }

    /// <summary>The tier.</summary>
    [Public]
    public SecurityTier? Tier { get; init; }

    /// <summary>True for the -SENSITIVE marking within OFFICIAL.</summary>
    [Public]
    public bool? Sensitive { get; init; }

    /// <summary>Handling instructions.</summary>
    [Operational]
    public ValueList<string> Handling { get; init; }
}
