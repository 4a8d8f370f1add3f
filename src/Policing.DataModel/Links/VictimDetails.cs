using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What is held of somebody as a victim in one matter.</summary>
[JsonConverter(typeof(VictimDetailsConverter))]
public sealed record VictimDetails : RecordPart
{
    /// <summary>Whether this person has been a victim before. Source: POLE DS_093.</summary>
    [VulnerableOrProtected]
    public bool? RepeatVictim { get; init; }

    /// <summary>Whether it happened in the course of the victim's duty, such as an officer's. Source: POLE P_016.</summary>
    [Personal]
    public bool? OnDuty { get; init; }

    /// <summary>Whether the victim knows that it was reported.</summary>
    [VulnerableOrProtected]
    public bool? AwareOfReport { get; init; }

    /// <summary>Whether the victim supports action against whoever did it.</summary>
    [VulnerableOrProtected]
    public bool? SupportsAction { get; init; }

    /// <summary>How badly the victim was hurt.</summary>
    [Sensitive]
    public InjuryDegree? Injury { get; init; }

    /// <summary>Why the victim has a right to more than others. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public ValueList<VictimEnhancedRight> EnhancedRights { get; init; }

    /// <summary>When the victim's needs were assessed. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public PartialDateTime NeedsAssessedAt { get; init; }

    /// <summary>What the victim needs. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public ValueList<SupportNeed> Needs { get; init; }

    /// <summary>Whether the victim was asked to make a personal statement. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public bool? PersonalStatementOffered { get; init; }

    /// <summary>Whether the victim made one. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public bool? PersonalStatementMade { get; init; }

    /// <summary>Whether the victim agreed to be referred to a support service. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public bool? SupportAccepted { get; init; }

    /// <summary>To which support service.</summary>
    [VulnerableOrProtected]
    public string? SupportService { get; init; }

    /// <summary>How often and how the victim wants to be told how the matter stands. Source: Victims' Code, from memory.</summary>
    [VulnerableOrProtected]
    public string? Updates { get; init; }
}
