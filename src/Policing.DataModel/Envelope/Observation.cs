using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Who observed or recorded a value, when, from what, and how sure it is.</summary>
[JsonConverter(typeof(ObservationConverter))]
public sealed record Observation : RecordPart
{
    /// <summary>When it was entered.</summary>
    [Operational]
    public RecordedTime At { get; init; }

    /// <summary>By whom.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>By which agency.</summary>
    [Public]
    public Agency? Agency { get; init; }

    /// <summary>From what it was taken.</summary>
    [Operational]
    public string? Source { get; init; }

    /// <summary>Fact or personal assessment. Source: DPA 2018 s.38(2).</summary>
    [Operational]
    public ObservationBasis? Basis { get; init; }

    /// <summary>How sure the observer was.</summary>
    [Operational]
    public ConfidenceLevel? Confidence { get; init; }

    /// <summary>Since when it has held of the person or thing.</summary>
    [Personal]
    public PartialDateTime From { get; init; }

    /// <summary>Until when it held.</summary>
    [Personal]
    public PartialDateTime To { get; init; }
}
