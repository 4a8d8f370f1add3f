using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A collision on a road. Vehicles, drivers and those hurt are links.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(RoadTrafficCollisionConverter))]
public sealed record RoadTrafficCollision() : PoliceRecord("road-traffic-collision")
{
    /// <summary>When it happened.</summary>
    [Personal]
    public TimeWindow? Occurred { get; init; }

    /// <summary>When it was reported.</summary>
    [Personal]
    public PartialDateTime ReportedAt { get; init; }

    /// <summary>The worst injury. Source: STATS19.</summary>
    [Personal]
    public CollisionSeverity? Severity { get; init; }

    /// <summary>What happened; says fact or assessment.</summary>
    [Personal]
    public string? Summary { get; init; }

    /// <summary>How many vehicles. Source: STATS19.</summary>
    [Personal]
    public int? Vehicles { get; init; }

    /// <summary>Those hurt, without saying who they are. Source: STATS19.</summary>
    [Sensitive]
    public ValueList<Casualty> Casualties { get; init; }

    /// <summary>The road's number or name. Source: STATS19.</summary>
    [Public]
    public string? Road { get; init; }

    /// <summary>The speed limit, in miles per hour. Source: STATS19.</summary>
    [Public]
    public int? SpeedLimit { get; init; }

    /// <summary>What kind of junction, in the words of the source. Source: STATS19.</summary>
    [Public]
    public string? Junction { get; init; }

    /// <summary>The light, in the words of the source. Source: STATS19.</summary>
    [Public]
    public string? Light { get; init; }

    /// <summary>The weather, in the words of the source. Source: STATS19.</summary>
    [Public]
    public string? Weather { get; init; }

    /// <summary>The road's surface, in the words of the source. Source: STATS19.</summary>
    [Public]
    public string? Surface { get; init; }

    /// <summary>Whether somebody drove on.</summary>
    [CriminalAllegation]
    public bool? FailedToStop { get; init; }

    /// <summary>What may have contributed; an assessment. Source: STATS19.</summary>
    [CriminalAllegation]
    public ValueList<string> Factors { get; init; }

    /// <summary>Whether a police vehicle was involved.</summary>
    [Operational]
    public bool? PoliceVehicle { get; init; }

    /// <summary>Whether an officer attended. Source: STATS19.</summary>
    [Operational]
    public bool? Attended { get; init; }

    /// <summary>Who investigates.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }
}
