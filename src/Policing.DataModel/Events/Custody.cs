using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One person's detention at a police station. Facts and their times only: what is due when is for a custody system to work out.</summary>
[JsonConverter(typeof(CustodyConverter))]
public sealed record Custody() : PoliceRecord("custody")
{
    /// <summary>The number of the custody record; a force's own.</summary>
    [Operational]
    public string? CustodyNumber { get; init; }

    /// <summary>The custody suite, by the name of the source.</summary>
    [Operational]
    public string? Suite { get; init; }

    /// <summary>The station, by its code of force and station. Source: bichard7-next-core.</summary>
    [Operational]
    public ForceStationCode Station { get; init; }

    /// <summary>The arrest summons number. Source: POLE DS_073.</summary>
    [CriminalAllegation]
    public ArrestSummonsNumber ArrestSummonsNumber { get; init; }

    /// <summary>The kind of reason for the arrest or detention. Source: POLE DS_086.</summary>
    [CriminalAllegation]
    public ArrestReason? Reason { get; init; }

    /// <summary>The offences for which the person is held. Source: POLE DS_080.</summary>
    [CriminalAllegation]
    public ValueList<OffenceCode> Offences { get; init; }

    /// <summary>When the person was arrested. Source: PACE Code C.</summary>
    [CriminalAllegation]
    public PartialDateTime ArrestedAt { get; init; }

    /// <summary>When the person came to the station. Source: PACE Code C.</summary>
    [CriminalAllegation]
    public PartialDateTime ArrivedAt { get; init; }

    /// <summary>The time from which detention is counted. Source: PACE 1984 s.41.</summary>
    [CriminalAllegation]
    public PartialDateTime RelevantTime { get; init; }

    /// <summary>When detention was authorised. Source: PACE 1984 s.37.</summary>
    [CriminalAllegation]
    public PartialDateTime AuthorisedAt { get; init; }

    /// <summary>The custody officer who authorised it. Source: PACE 1984 s.37.</summary>
    [Officer]
    public OfficerReference? AuthorisedBy { get; init; }

    /// <summary>Why detention was authorised. Source: PACE 1984 s.37.</summary>
    [CriminalAllegation]
    public string? DetentionGrounds { get; init; }

    /// <summary>Whether detention was refused. Source: PACE 1984 s.37.</summary>
    [CriminalAllegation]
    public bool? DetentionRefused { get; init; }

    /// <summary>The reviews of detention. Source: PACE 1984 s.40.</summary>
    [CriminalAllegation]
    public ValueList<DetentionReview> Reviews { get; init; }

    /// <summary>The extensions of detention. Source: PACE 1984 ss.42 to 44.</summary>
    [CriminalAllegation]
    public ValueList<DetentionExtension> DetentionExtensions { get; init; }

    /// <summary>What rights were given, and when. Source: PACE Code C 3.</summary>
    [Personal]
    public CustodyRights? Rights { get; init; }

    /// <summary>Who must be there for the person, and what the person needs. Source: PACE Code C 3.</summary>
    [VulnerableOrProtected]
    public CustodyNeeds? Needs { get; init; }

    /// <summary>The assessments of risk, the latest first. Source: PACE Code C 3.</summary>
    [VulnerableOrProtected]
    public ValueList<CustodyRiskAssessment> RiskAssessments { get; init; }

    /// <summary>The visits of healthcare professionals. Source: PACE Code C 9.</summary>
    [Sensitive]
    public ValueList<CustodyHealthcare> Healthcare { get; init; }

    /// <summary>The interviews. Source: PACE Code C 11 and 12.</summary>
    [CriminalAllegation]
    public ValueList<CustodyInterview> Interviews { get; init; }

    /// <summary>When the person was searched. Source: PACE 1984 s.54.</summary>
    [Personal]
    public PartialDateTime SearchedAt { get; init; }

    /// <summary>Whether a search removed more than outer clothing. Source: PACE Code C Annex A.</summary>
    [Personal]
    public bool? MoreThanOuterClothing { get; init; }

    /// <summary>When fingerprints were taken. Source: PACE 1984 s.61.</summary>
    [Personal]
    public PartialDateTime FingerprintsTakenAt { get; init; }

    /// <summary>When a sample for a DNA profile was taken. Source: PACE 1984 s.63.</summary>
    [Personal]
    public PartialDateTime SampleTakenAt { get; init; }

    /// <summary>When the custody image was taken. Source: POLE O_011.</summary>
    [Personal]
    public PartialDateTime PhotographTakenAt { get; init; }

    /// <summary>The detention log, in order. Source: PACE Code C 2.</summary>
    [Sensitive]
    public ValueList<CustodyLogEntry> Log { get; init; }

    /// <summary>The arresting officer. Source: POLE E_003, POLE DS_070.</summary>
    [Officer]
    public OfficerReference? ArrestedBy { get; init; }

    /// <summary>Who investigates.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }

    /// <summary>How it ended.</summary>
    [CriminalAllegation]
    public CustodyDisposal? Disposal { get; init; }

    /// <summary>When the person left. Source: PACE Code C.</summary>
    [CriminalAllegation]
    public PartialDateTime ReleasedAt { get; init; }

    /// <summary>The custody officer who released the person.</summary>
    [Officer]
    public OfficerReference? ReleasedBy { get; init; }

    /// <summary>The risk on release, and what was done about it; says fact or assessment. Source: PACE Code C.</summary>
    [VulnerableOrProtected]
    public string? ReleaseRisk { get; init; }

    /// <summary>The station, court, prison or hospital that the person was taken to.</summary>
    [Operational]
    public string? TransferredTo { get; init; }
}
