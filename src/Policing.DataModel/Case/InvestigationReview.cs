using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One review of an investigation by a supervisor.</summary>
[JsonConverter(typeof(InvestigationReviewConverter))]
public sealed record InvestigationReview : RecordPart
{
    /// <summary>When.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who reviewed.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>What was found; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? Text { get; init; }

    /// <summary>What is to be done.</summary>
    [CriminalAllegation]
    public string? Direction { get; init; }

    /// <summary>When the next one is due.</summary>
    [Operational]
    public PartialDateTime NextDue { get; init; }
}
