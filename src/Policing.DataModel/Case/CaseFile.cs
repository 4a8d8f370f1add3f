using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The file for the prosecutor. Charges, statements and exhibits in it are links.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(CaseFileConverter))]
public sealed record CaseFile() : PoliceRecord("case-file")
{
    /// <summary>The unique reference number. Source: CJS data standards, PTI_URN.</summary>
    [Operational]
    public CaseUrn CaseUrn { get; init; }

    /// <summary>What kind of file it is. Source: Director's Guidance on Charging.</summary>
    [Operational]
    public CaseFileType? Kind { get; init; }

    /// <summary>The prosecuting authority.</summary>
    [Public]
    public Agency? Prosecutor { get; init; }

    /// <summary>Its reference there.</summary>
    [Operational]
    public string? ProsecutorReference { get; init; }

    /// <summary>When it was sent, and what was asked.</summary>
    [Operational]
    public ValueList<CaseFileSubmission> Submissions { get; init; }

    /// <summary>What the prosecutor decided, the latest first.</summary>
    [CriminalAllegation]
    public ValueList<ProsecutorDecision> Decisions { get; init; }

    /// <summary>What the prosecutor asks for.</summary>
    [CriminalAllegation]
    public ValueList<CaseAction> Actions { get; init; }

    /// <summary>The documents in it. Source: MG forms.</summary>
    [CriminalAllegation]
    public ValueList<CaseDocument> Documents { get; init; }

    /// <summary>The unused material. Source: CPS Disclosure Manual.</summary>
    [Covert]
    public ValueList<DisclosureItem> Disclosure { get; init; }

    /// <summary>The officer in the case.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }

    /// <summary>The disclosure officer. Source: CPS Disclosure Manual.</summary>
    [Officer]
    public OfficerReference? DisclosureOfficer { get; init; }

    /// <summary>When the first hearing is.</summary>
    [CriminalAllegation]
    public PartialDateTime FirstHearing { get; init; }

    /// <summary>When the trial is.</summary>
    [CriminalAllegation]
    public PartialDateTime TrialAt { get; init; }

    /// <summary>When the custody time limit ends.</summary>
    [CriminalAllegation]
    public PartialDateTime CustodyTimeLimit { get; init; }

    /// <summary>When a victim asked for a review of a decision.</summary>
    [VulnerableOrProtected]
    public PartialDateTime VictimReviewAskedAt { get; init; }
}
