using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An incident of anti-social behaviour.</summary>
[JsonConverter(typeof(AntiSocialBehaviourConverter))]
public sealed record AntiSocialBehaviour() : PoliceRecord("anti-social-behaviour")
{
    /// <summary>When it was reported.</summary>
    [Personal]
    public PartialDateTime ReportedAt { get; init; }

    /// <summary>By what channel the report came.</summary>
    [Operational]
    public SubmissionChannel? Channel { get; init; }

    /// <summary>When it happened, as far as it is known.</summary>
    [Personal]
    public TimeWindow? Occurred { get; init; }

    /// <summary>The class. Source: POLE DS_106.</summary>
    [Personal]
    public AsbClass? Class { get; init; }

    /// <summary>The type. Source: POLE DS_107.</summary>
    [Personal]
    public AsbType? Kind { get; init; }

    /// <summary>What happened, in short; says fact or assessment.</summary>
    [Personal]
    public string? Summary { get; init; }

    /// <summary>Whether the person has suffered it before. Source: POLE DS_093.</summary>
    [VulnerableOrProtected]
    public bool? RepeatVictim { get; init; }

    /// <summary>Whether a questionnaire on anti-social behaviour was filled in. Source: POLE DS_108.</summary>
    [Operational]
    public bool? QuestionnaireDone { get; init; }

    /// <summary>The monitored strands of hate that were perceived. Source: POLE DS_096.</summary>
    [Sensitive]
    public ValueList<HateStrand> HateStrands { get; init; }

    /// <summary>What it is flagged with.</summary>
    [VulnerableOrProtected]
    public ValueList<EventFlag> Flags { get; init; }

    /// <summary>Who recorded it.</summary>
    [Officer]
    public OfficerReference? RecordedBy { get; init; }

    /// <summary>What was done; says fact or assessment.</summary>
    [Personal]
    public string? ActionTaken { get; init; }

    /// <summary>When it was closed.</summary>
    [Operational]
    public PartialDateTime ClosedAt { get; init; }

    /// <summary>The force in whose area it fell, where that is not the controller.</summary>
    [Public]
    public Agency? ForceArea { get; init; }

    /// <summary>What the source adds.</summary>
    [Operational]
    public string? Context { get; init; }
}
