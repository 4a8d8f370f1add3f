using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A death reported to the police. Who died is a link; the date of death is the person's.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(SuddenDeathConverter))]
public sealed record SuddenDeath() : PoliceRecord("sudden-death")
{
    /// <summary>When it was reported.</summary>
    [Personal]
    public PartialDateTime ReportedAt { get; init; }

    /// <summary>When the person was found.</summary>
    [Personal]
    public PartialDateTime FoundAt { get; init; }

    /// <summary>How the death is regarded. Source: POLE P_019, POLE P_020.</summary>
    [CriminalAllegation]
    public DeathClassification? Classification { get; init; }

    /// <summary>Who decided that.</summary>
    [Officer]
    public OfficerReference? ClassifiedBy { get; init; }

    /// <summary>How the death has been verified. Source: POLE DS_075.</summary>
    [Personal]
    public VerificationOfDeath? Verification { get; init; }

    /// <summary>When life was pronounced extinct.</summary>
    [Personal]
    public PartialDateTime PronouncedAt { get; init; }

    /// <summary>By whom.</summary>
    [Personal]
    public string? PronouncedBy { get; init; }

    /// <summary>What happened; says fact or assessment.</summary>
    [Personal]
    public string? Circumstances { get; init; }

    /// <summary>Whether the person has been identified.</summary>
    [Personal]
    public bool? Identified { get; init; }

    /// <summary>How or by whom.</summary>
    [Personal]
    public string? IdentifiedBy { get; init; }

    /// <summary>When the next of kin were told.</summary>
    [Personal]
    public PartialDateTime NextOfKinInformedAt { get; init; }

    /// <summary>The coroner's area.</summary>
    [Public]
    public Agency? Coroner { get; init; }

    /// <summary>The coroner's reference.</summary>
    [Operational]
    public string? CoronerReference { get; init; }

    /// <summary>When a post-mortem examination was made.</summary>
    [Sensitive]
    public PartialDateTime PostMortemAt { get; init; }

    /// <summary>The cause of death, as far as it is known.</summary>
    [Sensitive]
    public string? CauseOfDeath { get; init; }

    /// <summary>The reference of the mortuary.</summary>
    [Operational]
    public string? MortuaryReference { get; init; }

    /// <summary>Who reports to the coroner.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }
}
