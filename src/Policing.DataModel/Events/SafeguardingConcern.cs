using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A concern for the safety of a child or of an adult at risk. Who is at risk, and from whom, are links.</summary>
[JsonConverter(typeof(SafeguardingConcernConverter))]
public sealed record SafeguardingConcern() : PoliceRecord("safeguarding-concern")
{
    /// <summary>When it was raised.</summary>
    [VulnerableOrProtected]
    public PartialDateTime RaisedAt { get; init; }

    /// <summary>What kinds of harm it is about.</summary>
    [VulnerableOrProtected]
    public ValueList<SafeguardingConcernKind> Kinds { get; init; }

    /// <summary>What gives rise to it; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Summary { get; init; }

    /// <summary>Whether the person at risk has been a victim before. Source: POLE DS_093.</summary>
    [VulnerableOrProtected]
    public bool? RepeatVictim { get; init; }

    /// <summary>Whether the person posing the risk has offended before. Source: POLE DS_094.</summary>
    [CriminalAllegation]
    public bool? RepeatOffender { get; init; }

    /// <summary>Whether children were there. Source: POLE DS_095.</summary>
    [VulnerableOrProtected]
    public bool? ChildrenPresent { get; init; }

    /// <summary>How many children live there.</summary>
    [VulnerableOrProtected]
    public int? ChildrenInHousehold { get; init; }

    /// <summary>What the person at risk says and wants, in their words.</summary>
    [VulnerableOrProtected]
    public string? VoiceOfThePerson { get; init; }

    /// <summary>The risk of domestic abuse, where that is the concern. Source: DASH and DARA, as described by police bodies.</summary>
    [VulnerableOrProtected]
    public DomesticAbuseRisk? DomesticAbuseRisk { get; init; }

    /// <summary>Whether the person agrees to sharing; a duty or a danger may override it.</summary>
    [VulnerableOrProtected]
    public bool? ConsentToShare { get; init; }

    /// <summary>Why it is shared without consent.</summary>
    [VulnerableOrProtected]
    public string? ConsentOverriddenReason { get; init; }

    /// <summary>What was done at once.</summary>
    [VulnerableOrProtected]
    public ValueList<SafeguardingAction> ImmediateActions { get; init; }

    /// <summary>To whom it was referred.</summary>
    [VulnerableOrProtected]
    public ValueList<SafeguardingReferral> Referrals { get; init; }

    /// <summary>What it is flagged with.</summary>
    [VulnerableOrProtected]
    public ValueList<EventFlag> Flags { get; init; }

    /// <summary>Who raised it.</summary>
    [Officer]
    public OfficerReference? RaisedBy { get; init; }

    /// <summary>Who reviewed it.</summary>
    [Officer]
    public OfficerReference? ReviewedBy { get; init; }

    /// <summary>When it was closed.</summary>
    [Operational]
    public PartialDateTime ClosedAt { get; init; }

    /// <summary>How it ended; says fact or assessment.</summary>
    [VulnerableOrProtected]
    public string? Outcome { get; init; }
}
