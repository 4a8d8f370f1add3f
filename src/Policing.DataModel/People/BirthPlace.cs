using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A place of birth on record.</summary>
[JsonConverter(typeof(BirthPlaceConverter))]
public sealed record BirthPlace : RecordPart
{
    /// <summary>The town. Source: POLE DS_035.</summary>
    [Personal]
    public string? Town { get; init; }

    /// <summary>The county, state or region.</summary>
    [Personal]
    public string? Region { get; init; }

    /// <summary>The country.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
