using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One condition of a bail, an order, or a disposal out of court.</summary>
[JsonConverter(typeof(ConditionConverter))]
public sealed record Condition : RecordPart
{
    /// <summary>Its place among the conditions, from 1.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>The kind of condition, in the words of the source.</summary>
    [CriminalAllegation]
    public string? Kind { get; init; }

    /// <summary>What is required or forbidden; it may name a protected address.</summary>
    [VulnerableOrProtected]
    public string? Text { get; init; }

    /// <summary>What it is to prevent.</summary>
    [VulnerableOrProtected]
    public string? Purpose { get; init; }

    /// <summary>Since when it holds.</summary>
    [CriminalAllegation]
    public PartialDateTime From { get; init; }

    /// <summary>Until when it holds.</summary>
    [CriminalAllegation]
    public PartialDateTime To { get; init; }

    /// <summary>When it was lifted early.</summary>
    [CriminalAllegation]
    public PartialDateTime LiftedAt { get; init; }
}
