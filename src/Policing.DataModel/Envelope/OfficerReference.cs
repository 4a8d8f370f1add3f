using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An officer or member of staff who acts, by agency and number.</summary>
[JsonConverter(typeof(OfficerReferenceConverter))]
public sealed record OfficerReference : RecordPart
{
    /// <summary>The agency.</summary>
    [Public]
    public Agency? Agency { get; init; }

    /// <summary>The collar number. Source: POLE DS_070.</summary>
    [Officer]
    public CollarNumber CollarNumber { get; init; }

    /// <summary>The staff id, for those without a collar number.</summary>
    [Officer]
    public string? StaffId { get; init; }

    /// <summary>The rank or role at the time.</summary>
    [Officer]
    public string? Rank { get; init; }

    /// <summary>The name, where it must be given.</summary>
    [Officer]
    public string? Name { get; init; }
}
