using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One unit's attendance at an incident.</summary>
[JsonConverter(typeof(IncidentAttendanceConverter))]
public sealed record IncidentAttendance : RecordPart
{
    /// <summary>The unit, by the call sign or name of the source.</summary>
    [Operational]
    public string? Unit { get; init; }

    /// <summary>Who was in it.</summary>
    [Officer]
    public ValueList<OfficerReference> Officers { get; init; }

    /// <summary>When it was given the incident.</summary>
    [Operational]
    public PartialDateTime AssignedAt { get; init; }

    /// <summary>When it set off.</summary>
    [Operational]
    public PartialDateTime EnRouteAt { get; init; }

    /// <summary>When it arrived.</summary>
    [Operational]
    public PartialDateTime ArrivedAt { get; init; }

    /// <summary>When it was free again.</summary>
    [Operational]
    public PartialDateTime ClearedAt { get; init; }
}
