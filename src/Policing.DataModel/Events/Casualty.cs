using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>Somebody hurt in a collision, without saying who.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(CasualtyConverter))]
public sealed record Casualty : RecordPart
{
    /// <summary>The number in the record, from 1. Source: STATS19.</summary>
    [Personal]
    public int? Number { get; init; }

    /// <summary>How badly. Source: STATS19.</summary>
    [Sensitive]
    public CollisionSeverity? Severity { get; init; }

    /// <summary>Driver, passenger, pedestrian or rider, in the words of the source. Source: STATS19.</summary>
    [Personal]
    public string? Role { get; init; }

    /// <summary>The number of the vehicle. Source: STATS19.</summary>
    [Personal]
    public int? Vehicle { get; init; }

    /// <summary>The age range. Source: STATS19.</summary>
    [Personal]
    public AgeRange? AgeRange { get; init; }

    /// <summary>The injury. Source: STATS19.</summary>
    [Sensitive]
    public string? Injury { get; init; }
}
