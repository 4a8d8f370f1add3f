using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A dated outcome of a crime, linked to it as outcome-of; it may come later, from another system, without the crime.</summary>
[JsonConverter(typeof(CrimeOutcomeConverter))]
public sealed record CrimeOutcome() : PoliceRecord("crime-outcome")
{
    /// <summary>The category under which data.police.uk publishes it. Source: data.police.uk, Outcome type.</summary>
    [CriminalAllegation]
    public OutcomeCategory? Category { get; init; }

    /// <summary>The Home Office outcome, 0 to 22. Source: POLE DS_083.</summary>
    [CriminalAllegation]
    public HomeOfficeOutcome? HomeOffice { get; init; }

    /// <summary>When it was reached.</summary>
    [CriminalAllegation]
    public PartialDateTime Date { get; init; }

    /// <summary>The offence that it was reached for, where that is another than the one recorded. Source: Home Office outcomes 1A, 2A and 3A, as published by forces.</summary>
    [CriminalAllegation]
    public OffenceCode AlternativeOffence { get; init; }

    /// <summary>Whether a suspect was identified. Source: Home Office outcomes 14 to 16.</summary>
    [CriminalAllegation]
    public bool? SuspectIdentified { get; init; }

    /// <summary>Whether the victim supports action. Source: Home Office outcomes 14 to 16.</summary>
    [VulnerableOrProtected]
    public bool? VictimSupports { get; init; }

    /// <summary>When the victim was told. Source: Home Office outcome 21, as published by forces.</summary>
    [VulnerableOrProtected]
    public PartialDateTime VictimInformedAt { get; init; }

    /// <summary>The body that investigates further. Source: Home Office outcome 20.</summary>
    [Operational]
    public Agency? TransferredTo { get; init; }

    /// <summary>The conditions of a caution, resolution or diversion.</summary>
    [CriminalAllegation]
    public ValueList<Condition> Conditions { get; init; }

    /// <summary>Who decided it.</summary>
    [Officer]
    public OfficerReference? DecidedBy { get; init; }

    /// <summary>Why.</summary>
    [CriminalAllegation]
    public string? Reason { get; init; }

    /// <summary>Who checked that it was the right one.</summary>
    [Officer]
    public OfficerReference? ValidatedBy { get; init; }

    /// <summary>The force in whose area the crime fell, where that is not the controller.</summary>
    [Public]
    public Agency? ForceArea { get; init; }
}
