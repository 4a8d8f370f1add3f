using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One crime recorded under the counting rules.</summary>
[JsonConverter(typeof(CrimeConverter))]
public sealed record Crime() : PoliceRecord("crime")
{
    /// <summary>When it was reported. Source: POLE E_001.</summary>
    [CriminalAllegation]
    public PartialDateTime ReportedAt { get; init; }

    /// <summary>When it was recorded as a crime.</summary>
    [CriminalAllegation]
    public PartialDateTime RecordedAt { get; init; }

    /// <summary>When it happened, as far as it is known. Source: POLE E_001.</summary>
    [CriminalAllegation]
    public TimeWindow? Occurred { get; init; }

    /// <summary>How it was classified, the one in force first. Source: POLE DS_074, POLE DS_078, POLE DS_080.</summary>
    [CriminalAllegation]
    public ValueList<CrimeClassification> Classifications { get; init; }

    /// <summary>Recorded, transferred or cancelled. Source: Home Office Counting Rules, section C (contents).</summary>
    [CriminalAllegation]
    public CrimeRecordingStatus? RecordingStatus { get; init; }

    /// <summary>Why and by whom it was cancelled. Source: Home Office Counting Rules, section C.</summary>
    [CriminalAllegation]
    public CrimeCancellation? Cancellation { get; init; }

    /// <summary>To whom it was transferred. Source: Home Office Counting Rules, section C.</summary>
    [CriminalAllegation]
    public CrimeTransfer? Transfer { get; init; }

    /// <summary>Where its investigation stands. Source: POLE DS_084.</summary>
    [CriminalAllegation]
    public CrimeStatus? CrimeStatus { get; init; }

    /// <summary>What happened, in short; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? Summary { get; init; }

    /// <summary>How it was done. Source: POLE DS_088.</summary>
    [CriminalAllegation]
    public string? ModusOperandi { get; init; }

    /// <summary>The monitored strands of hate that were perceived. Source: POLE DS_096.</summary>
    [Sensitive]
    public ValueList<HateStrand> HateStrands { get; init; }

    /// <summary>Whether the checks that a hate crime calls for were made. Source: POLE DS_110.</summary>
    [Operational]
    public bool? HateChecksMade { get; init; }

    /// <summary>What it is flagged with, such as domestic abuse.</summary>
    [VulnerableOrProtected]
    public ValueList<EventFlag> Flags { get; init; }

    /// <summary>Whether children were there. Source: POLE DS_095.</summary>
    [VulnerableOrProtected]
    public bool? ChildrenPresent { get; init; }

    /// <summary>The latest outcome that the source gives with the crime; dated outcomes are records of their own. Source: POLE DS_083.</summary>
    [CriminalAllegation]
    public PublishedOutcome? LatestOutcome { get; init; }

    /// <summary>The force in whose area it fell, where that is not the controller.</summary>
    [Public]
    public Agency? ForceArea { get; init; }

    /// <summary>What the source adds.</summary>
    [Operational]
    public string? Context { get; init; }

    /// <summary>Who investigates it.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }

    /// <summary>The recording officer. Source: POLE E_001, POLE DS_070.</summary>
    [Officer]
    public OfficerReference? RecordedBy { get; init; }

    /// <summary>The supervising officer. Source: POLE E_001, POLE DS_070.</summary>
    [Officer]
    public OfficerReference? SupervisedBy { get; init; }
}
