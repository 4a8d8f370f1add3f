using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A stop and search of a person or vehicle. Who was searched need not be known.</summary>
[JsonConverter(typeof(StopSearchConverter))]
public sealed record StopSearch() : PoliceRecord("stop-search")
{
    /// <summary>The nature of the stop. Source: POLE DS_105.</summary>
    [Personal]
    public StopNature? Nature { get; init; }

    /// <summary>Person, vehicle or both. Source: data.police.uk, Type.</summary>
    [Personal]
    public StopSearchType? Kind { get; init; }

    /// <summary>When the person or vehicle was first detained. Source: PACE Code A, as printed in 2005.</summary>
    [Personal]
    public PartialDateTime DetainedAt { get; init; }

    /// <summary>When the search was made. Source: POLE E_004.</summary>
    [Personal]
    public PartialDateTime At { get; init; }

    /// <summary>Whether it was part of a policing operation. Source: data.police.uk, Part of a policing operation.</summary>
    [Operational]
    public bool? PartOfOperation { get; init; }

    /// <summary>The operation's name. Source: data.police.uk, Policing operation.</summary>
    [Operational]
    public string? Operation { get; init; }

    /// <summary>What is recorded of the person searched.</summary>
    [Personal]
    public SearchedPerson? Subject { get; init; }

    /// <summary>The power used. Source: data.police.uk, Legislation.</summary>
    [Public]
    public StopSearchLegislation? Legislation { get; init; }

    /// <summary>The authorisation under which it was made, where the power needs one. Source: PACE Code A, as printed in 2005.</summary>
    [Operational]
    public string? Authorisation { get; init; }

    /// <summary>What was looked for. Source: data.police.uk, Object of search.</summary>
    [Personal]
    public StopSearchObject? ObjectOfSearch { get; init; }

    /// <summary>The outcome. Source: data.police.uk, Outcome.</summary>
    [CriminalAllegation]
    public StopSearchOutcome? Outcome { get; init; }

    /// <summary>Whether the outcome has to do with what was looked for. Source: data.police.uk, Outcome linked to object of search.</summary>
    [CriminalAllegation]
    public bool? OutcomeLinkedToObject { get; init; }

    /// <summary>Whether more than outer clothing was removed. Source: data.police.uk, Removal of more than just outer clothing.</summary>
    [Personal]
    public bool? MoreThanOuterClothing { get; init; }

    /// <summary>Whether intimate parts of the body were exposed. Source: PACE Code A 3.6.</summary>
    [Personal]
    public bool? IntimatePartsExposed { get; init; }

    /// <summary>The grounds. Source: PACE Code A, as printed in 2005.</summary>
    [CriminalAllegation]
    public string? Grounds { get; init; }

    /// <summary>Injury or damage that it caused. Source: PACE Code A, as printed in 2005.</summary>
    [Personal]
    public string? InjuryOrDamage { get; init; }

    /// <summary>The receipt's reference number. Source: POLE E_004.</summary>
    [Operational]
    public string? ReceiptReference { get; init; }

    /// <summary>Whether a receipt was given or offered. Source: PACE Code A 3.8.</summary>
    [Operational]
    public bool? ReceiptGiven { get; init; }

    /// <summary>Whether it was recorded on body-worn video.</summary>
    [Operational]
    public bool? BodyWornVideo { get; init; }

    /// <summary>The searching officer. Source: POLE E_004, POLE DS_070.</summary>
    [Officer]
    public OfficerReference? SearchedBy { get; init; }

    /// <summary>The other officers who took part. Source: PACE Code A, as printed in 2005.</summary>
    [Officer]
    public ValueList<OfficerReference> OtherOfficers { get; init; }

    /// <summary>Who reviewed the record.</summary>
    [Officer]
    public OfficerReference? SupervisedBy { get; init; }
}
