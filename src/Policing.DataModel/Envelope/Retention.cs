using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>How long the record is kept, and what was decided about that.</summary>
[JsonConverter(typeof(RetentionConverter))]
public sealed record Retention : RecordPart
{
    /// <summary>The scheme.</summary>
    [Public]
    public RetentionScheme? Scheme { get; init; }

    /// <summary>The group within the scheme.</summary>
    [Public]
    public RetentionGroup? Group { get; init; }

    /// <summary>When the clear period began.</summary>
    [Operational]
    public PartialDateTime ClearPeriodStart { get; init; }

    /// <summary>When it is to be reviewed.</summary>
    [Operational]
    public PartialDateTime ReviewDue { get; init; }

    /// <summary>The reviews held.</summary>
    [Operational]
    public ValueList<RetentionReview> Reviews { get; init; }

    /// <summary>The reasons why it may not be disposed of yet.</summary>
    [Operational]
    public ValueList<RetentionHold> Holds { get; init; }

    /// <summary>Its disposal, planned or done.</summary>
    [Operational]
    public Disposal? Disposal { get; init; }
}
