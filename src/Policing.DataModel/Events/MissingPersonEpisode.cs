using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One time that one person was missing, from the report to the return. Who is missing is a link.</summary>
[JsonConverter(typeof(MissingPersonEpisodeConverter))]
public sealed record MissingPersonEpisode() : PoliceRecord("missing-person-episode")
{
    /// <summary>When it was reported.</summary>
    [VulnerableOrProtected]
    public PartialDateTime ReportedAt { get; init; }

    /// <summary>When the person was last seen, as far as it is known.</summary>
    [VulnerableOrProtected]
    public TimeWindow? LastSeen { get; init; }

    /// <summary>The risk in force. Source: College of Policing, missing persons.</summary>
    [VulnerableOrProtected]
    public MissingPersonRisk? Risk { get; init; }

    /// <summary>The assessments of the risk, the latest first. Source: College of Policing, missing persons.</summary>
    [VulnerableOrProtected]
    public ValueList<MissingRiskReview> RiskReviews { get; init; }

    /// <summary>From what kind of place.</summary>
    [VulnerableOrProtected]
    public MissingFrom? MissingFrom { get; init; }

    /// <summary>How the person came to be missing; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Circumstances { get; init; }

    /// <summary>What of the circumstances is of a kind that recurs.</summary>
    [VulnerableOrProtected]
    public ValueList<MissingCircumstance> CircumstanceKinds { get; init; }

    /// <summary>Whether the person is looked after by a local authority.</summary>
    [VulnerableOrProtected]
    public bool? InCare { get; init; }

    /// <summary>The local authority that placed the person.</summary>
    [VulnerableOrProtected]
    public Agency? PlacingAuthority { get; init; }

    /// <summary>What it is flagged with.</summary>
    [VulnerableOrProtected]
    public ValueList<EventFlag> Flags { get; init; }

    /// <summary>How many episodes went before.</summary>
    [VulnerableOrProtected]
    public int? PreviousEpisodes { get; init; }

    /// <summary>What the person has along: money, medicine, telephone.</summary>
    [Personal]
    public string? Carrying { get; init; }

    /// <summary>Whether publicity has been agreed.</summary>
    [VulnerableOrProtected]
    public bool? Publicity { get; init; }

    /// <summary>How it ended.</summary>
    [VulnerableOrProtected]
    public MissingReturn? Outcome { get; init; }

    /// <summary>When the person returned or was found.</summary>
    [VulnerableOrProtected]
    public PartialDateTime ReturnedAt { get; init; }

    /// <summary>What harm the person came to; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? HarmSuffered { get; init; }

    /// <summary>What the police asked on the return.</summary>
    [VulnerableOrProtected]
    public MissingReturnInterview? PreventionInterview { get; init; }

    /// <summary>The interview by somebody independent, offered to a child.</summary>
    [VulnerableOrProtected]
    public MissingReturnInterview? ReturnInterview { get; init; }

    /// <summary>Who investigates.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }

    /// <summary>Who last reviewed it.</summary>
    [Officer]
    public OfficerReference? ReviewedBy { get; init; }

    /// <summary>When it was closed.</summary>
    [Operational]
    public PartialDateTime ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    [Officer]
    public OfficerReference? ClosedBy { get; init; }
}
