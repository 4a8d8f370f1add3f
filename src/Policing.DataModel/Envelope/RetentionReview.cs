using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One review of whether to keep the record.</summary>
[JsonConverter(typeof(RetentionReviewConverter))]
public sealed record RetentionReview : RecordPart
{
    /// <summary>When it was held.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who held it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>What was decided.</summary>
    [Operational]
    public string? Outcome { get; init; }

    /// <summary>Why, by the retention criteria.</summary>
    [Operational]
    public string? Rationale { get; init; }
}
