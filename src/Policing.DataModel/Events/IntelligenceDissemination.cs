using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One sharing of an intelligence report.</summary>
[JsonConverter(typeof(IntelligenceDisseminationConverter))]
public sealed record IntelligenceDissemination : RecordPart
{
    /// <summary>To whom.</summary>
    [Operational]
    public Agency? To { get; init; }

    /// <summary>When.</summary>
    [Operational]
    public RecordedTime At { get; init; }

    /// <summary>Who shared it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>Whether the sanitised text was shared.</summary>
    [Operational]
    public bool? Sanitised { get; init; }

    /// <summary>Under what conditions.</summary>
    [Operational]
    public string? Conditions { get; init; }
}
