using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A reason why the record may not be disposed of.</summary>
[JsonConverter(typeof(RetentionHoldConverter))]
public sealed record RetentionHold : RecordPart
{
    /// <summary>The reason, for example a public inquiry.</summary>
    [Operational]
    public string? Reason { get; init; }

    /// <summary>Who ordered it.</summary>
    [Operational]
    public string? Authority { get; init; }

    /// <summary>Since when.</summary>
    [Operational]
    public PartialDateTime From { get; init; }

    /// <summary>Until when, where an end is set.</summary>
    [Operational]
    public PartialDateTime To { get; init; }
}
