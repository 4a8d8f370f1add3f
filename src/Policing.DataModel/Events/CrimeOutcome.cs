using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A dated outcome of a crime, linked to it as <c>outcome-of</c>; it may come later, from another system, without the crime.</summary>
[JsonConverter(typeof(CrimeOutcomeConverter))]
public sealed record CrimeOutcome() : PoliceRecord("crime-outcome")
{
    /// <summary>The category under which data.police.uk publishes it.</summary>
    [CriminalAllegation]
    public OutcomeCategory? Category { get; init; }

    /// <summary>The Home Office outcome, 0 to 22.</summary>
    [CriminalAllegation]
    public HomeOfficeOutcome? HomeOffice { get; init; }

    /// <summary>When it was reached.</summary>
    [CriminalAllegation]
    public PartialDateTime Date { get; init; }

    /// <summary>Who decided it.</summary>
    [Officer]
    public OfficerReference? DecidedBy { get; init; }

    /// <summary>Why.</summary>
    [CriminalAllegation]
    public string? Reason { get; init; }

    /// <summary>The force in whose area the crime fell, where that is not the controller.</summary>
    [Public]
    public Agency? ForceArea { get; init; }
}
