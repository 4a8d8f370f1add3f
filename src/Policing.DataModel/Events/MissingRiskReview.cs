using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One assessment of the risk to a missing person.</summary>
[JsonConverter(typeof(MissingRiskReviewConverter))]
public sealed record MissingRiskReview : RecordPart
{
    /// <summary>The risk. Source: College of Policing, missing persons.</summary>
    [VulnerableOrProtected]
    public MissingPersonRisk? Level { get; init; }

    /// <summary>When it was assessed.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>Who assessed it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>Who gave the information, and how to reach them. Source: College of Policing, missing persons.</summary>
    [VulnerableOrProtected]
    public string? Informant { get; init; }

    /// <summary>When the information was had. Source: College of Policing, missing persons.</summary>
    [VulnerableOrProtected]
    public PartialDateTime InformedAt { get; init; }

    /// <summary>Why; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Reason { get; init; }
}
