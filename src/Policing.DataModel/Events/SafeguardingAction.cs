using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One thing done to keep somebody safe.</summary>
[JsonConverter(typeof(SafeguardingActionConverter))]
public sealed record SafeguardingAction : RecordPart
{
    /// <summary>Whether it removes, avoids, reduces or accepts the risk. Source: RARA.</summary>
    [VulnerableOrProtected]
    public SafeguardingActionKind? Kind { get; init; }

    /// <summary>What was done.</summary>
    [VulnerableOrProtected]
    public string? Text { get; init; }

    /// <summary>When.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who did it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }
}
