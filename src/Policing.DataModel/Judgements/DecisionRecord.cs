using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One decision about a person or a matter: who made it, why, what a machine had to do with it, and how it can be challenged. Whom it is about is a link.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(DecisionRecordConverter))]
public sealed record DecisionRecord() : PoliceRecord("decision-record")
{
    /// <summary>When.</summary>
    [Personal]
    public PartialDateTime DecidedAt { get; init; }

    /// <summary>Who decided.</summary>
    [Officer]
    public OfficerReference? DecidedBy { get; init; }

    /// <summary>What kind of decision, in the words of the source.</summary>
    [Operational]
    public string? Kind { get; init; }

    /// <summary>What was decided.</summary>
    [Personal]
    public string? Decision { get; init; }

    /// <summary>What else was considered.</summary>
    [Personal]
    public string? Options { get; init; }

    /// <summary>The powers and policies relied on.</summary>
    [Public]
    public string? Powers { get; init; }

    /// <summary>The reasoning by the stages of the decision model. Source: National Decision Model.</summary>
    [Personal]
    public ValueList<DecisionReasoning> Stages { get; init; }

    /// <summary>Why; says fact or assessment.</summary>
    [Personal]
    public string? Rationale { get; init; }

    /// <summary>Whether it has an adverse legal effect on somebody, or one as significant. Source: DPA 2018 s.50A.</summary>
    [Personal]
    public bool? Significant { get; init; }

    /// <summary>Whether no human being had a meaningful part in it. Source: DPA 2018 s.50A.</summary>
    [Personal]
    public bool? SolelyAutomated { get; init; }

    /// <summary>How far it was reached by profiling. Source: DPA 2018 s.50A.</summary>
    [Personal]
    public ProfilingExtent? Profiling { get; init; }

    /// <summary>Whether it rests on sensitive processing. Source: DPA 2018 s.50B.</summary>
    [Personal]
    public bool? SensitiveProcessing { get; init; }

    /// <summary>What permits it to be made without a human being. Source: DPA 2018 s.50B.</summary>
    [Operational]
    public AutomationBasis? AutomationBasis { get; init; }

    /// <summary>The enactment that requires or authorises that. Source: DPA 2018 s.50B.</summary>
    [Public]
    public string? Enactment { get; init; }

    /// <summary>The model that took part. Source: ATRS 2.4.2.</summary>
    [Operational]
    public ModelReference? Model { get; init; }

    /// <summary>What the model gave out.</summary>
    [Personal]
    public string? ModelOutput { get; init; }

    /// <summary>The likelihood that the model computed, 0 to 1; no measure of belief.</summary>
    [Personal]
    public decimal? Likelihood { get; init; }

    /// <summary>The part that human beings had in it. Source: DPA 2018 s.50A.</summary>
    [Officer]
    public ValueList<HumanInvolvement> Involvement { get; init; }

    /// <summary>When the person was told of it. Source: DPA 2018 s.50C.</summary>
    [Personal]
    public PartialDateTime InformedAt { get; init; }

    /// <summary>What was said against it, and what came of that. Source: DPA 2018 s.50C.</summary>
    [Personal]
    public ValueList<DecisionChallenge> Challenges { get; init; }

    /// <summary>Why a safeguard does not apply. Source: DPA 2018 s.50C.</summary>
    [Operational]
    public RestrictionGround? Exemption { get; init; }

    /// <summary>By when it is to be looked at again with a human being, where a safeguard does not apply.</summary>
    [Operational]
    public PartialDateTime ReconsiderBy { get; init; }

    /// <summary>When that was done. Source: DPA 2018 s.50C.</summary>
    [Operational]
    public PartialDateTime ReconsideredAt { get; init; }

    /// <summary>The reference of the impact assessment that covers it. Source: DPA 2018 s.64.</summary>
    [Operational]
    public string? ImpactAssessment { get; init; }

    /// <summary>When it is to be reviewed.</summary>
    [Operational]
    public PartialDateTime ReviewDue { get; init; }
}
