using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An age as somebody stated it at a time.</summary>
[JsonConverter(typeof(StatedAgeConverter))]
public sealed record StatedAge : RecordPart
{
    /// <summary>The age in whole years. Source: POLE DS_120.</summary>
    [Personal]
    public int? Years { get; init; }

    /// <summary>On which day it was stated.</summary>
    [Personal]
    public PartialDateTime At { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
