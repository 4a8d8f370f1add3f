using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The protective marking: tier, sensitivity, and how to handle it. The most restrictive part wins.</summary>
[JsonConverter(typeof(MarkingConverter))]
public sealed record Marking : RecordPart
{
    /// <summary>The tier. Source: Government Security Classifications Policy.</summary>
    [Public]
    public SecurityTier? Tier { get; init; }

    /// <summary>True for the -SENSITIVE marking within OFFICIAL.</summary>
    [Public]
    public bool? Sensitive { get; init; }

    /// <summary>Handling instructions.</summary>
    [Operational]
    public ValueList<string> Handling { get; init; }

    /// <summary>Descriptors, such as a compartment.</summary>
    [Operational]
    public ValueList<string> Descriptors { get; init; }

    /// <summary>The agencies it may be released to; empty means no such limit is stated.</summary>
    [Public]
    public ValueList<Agency> ReleaseTo { get; init; }

    /// <summary>Markings of single members.</summary>
    [Operational]
    public ValueList<GranularMarking> Granular { get; init; }
}
