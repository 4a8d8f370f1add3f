using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A nationality on record.</summary>
[JsonConverter(typeof(NationalityHeldConverter))]
public sealed record NationalityHeld : RecordPart
{
    /// <summary>The nationality, or that the person has none. Source: POLE E_003.</summary>
    [Personal]
    public Nationality? Nationality { get; init; }

    /// <summary>How it was acquired.</summary>
    [Personal]
    public NationalityAcquisition? AcquiredBy { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
