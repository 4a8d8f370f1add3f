using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One charge of one person with one offence, by charge, requisition or summons. Who is charged is a link.</summary>
[JsonConverter(typeof(ChargeConverter))]
public sealed record Charge() : PoliceRecord("charge")
{
    /// <summary>The offence code. Source: POLE DS_080.</summary>
    [CriminalAllegation]
    public OffenceCode Offence { get; init; }

    /// <summary>The Home Office classification. Source: POLE DS_074.</summary>
    [CriminalAllegation]
    public HomeOfficeClassification HomeOfficeClassification { get; init; }

    /// <summary>The provision, such as an Act and section.</summary>
    [Public]
    public string? Legislation { get; init; }

    /// <summary>The charge as it was put.</summary>
    [CriminalAllegation]
    public string? Wording { get; init; }

    /// <summary>When the offence was done. Source: CJS data standards, offence date code.</summary>
    [CriminalAllegation]
    public TimeWindow? Occurred { get; init; }

    /// <summary>The arrest summons number. Source: POLE DS_073.</summary>
    [CriminalAllegation]
    public ArrestSummonsNumber ArrestSummonsNumber { get; init; }

    /// <summary>The unique reference number of the case. Source: CJS data standards, PTI_URN.</summary>
    [Operational]
    public CaseUrn CaseUrn { get; init; }

    /// <summary>The court case reference, as PNC writes it. Source: bichard7-next-core.</summary>
    [Operational]
    public CourtCaseReference CourtCaseReference { get; init; }

    /// <summary>The place of the offence in the case, from 1. Source: CJS data standards.</summary>
    [Operational]
    public int? Sequence { get; init; }

    /// <summary>By charge, requisition or summons. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public OffenceInitiation? Initiation { get; init; }

    /// <summary>The type of summons. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public SummonsType? SummonsType { get; init; }

    /// <summary>When the person was charged or the document issued.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>Who charged.</summary>
    [Officer]
    public OfficerReference? ChargedBy { get; init; }

    /// <summary>Who decided to charge: the police or a prosecuting authority.</summary>
    [Operational]
    public Agency? DecidedBy { get; init; }

    /// <summary>How it is tried. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public ModeOfTrial? ModeOfTrial { get; init; }

    /// <summary>On bail or in custody, meanwhile. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public RemandStatus? RemandStatus { get; init; }

    /// <summary>The hearings.</summary>
    [CriminalAllegation]
    public ValueList<CourtHearing> Hearings { get; init; }

    /// <summary>The plea. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public Plea? Plea { get; init; }

    /// <summary>When it was entered.</summary>
    [CriminalAllegation]
    public PartialDateTime PleaAt { get; init; }

    /// <summary>The verdict. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public Verdict? Verdict { get; init; }

    /// <summary>When it was given.</summary>
    [CriminalAllegation]
    public PartialDateTime VerdictAt { get; init; }

    /// <summary>The offence of which the person was found guilty instead. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public OffenceCode AlternativeOffence { get; init; }

    /// <summary>How many other offences were taken into consideration.</summary>
    [CriminalAllegation]
    public int? TakenIntoConsideration { get; init; }

    /// <summary>What the court ordered, and earlier results.</summary>
    [CriminalAllegation]
    public ValueList<CourtDisposal> Disposals { get; init; }

    /// <summary>When it was withdrawn or discontinued.</summary>
    [CriminalAllegation]
    public PartialDateTime DiscontinuedAt { get; init; }

    /// <summary>Why.</summary>
    [CriminalAllegation]
    public string? DiscontinuedReason { get; init; }
}
