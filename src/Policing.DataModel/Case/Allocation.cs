using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>To whom work was given, and for how long.</summary>
[JsonConverter(typeof(AllocationConverter))]
public sealed record Allocation : RecordPart
{
    /// <summary>To whom.</summary>
    [Officer]
    public OfficerReference? Officer { get; init; }

    /// <summary>To which unit.</summary>
    [Operational]
    public string? Unit { get; init; }

    /// <summary>Since when.</summary>
    [Operational]
    public PartialDateTime From { get; init; }

    /// <summary>Until when.</summary>
    [Operational]
    public PartialDateTime To { get; init; }

    /// <summary>Why.</summary>
    [Operational]
    public string? Reason { get; init; }
}
