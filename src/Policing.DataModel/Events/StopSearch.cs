using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A stop and search of a person or vehicle. Who was searched need not be known.</summary>
[JsonConverter(typeof(StopSearchConverter))]
public sealed record StopSearch() : PoliceRecord("stop-search")
{
    /// <summary>Person, vehicle or both. Source: POLE DS_105.</summary>
    [Personal]
    public StopSearchType? Kind { get; init; }

    /// <summary>When. Source: PACE Code A 4.3.</summary>
    [Personal]
    public PartialDateTime At { get; init; }

    /// <summary>Whether it was part of a policing operation.</summary>
    [Operational]
    public bool? PartOfOperation { get; init; }

    /// <summary>The operation's name.</summary>
    [Operational]
    public string? Operation { get; init; }

    /// <summary>What is recorded of the person searched.</summary>
    [Personal]
    public SearchedPerson? Subject { get; init; }

    /// <summary>The power used.</summary>
    [Public]
    public StopSearchLegislation? Legislation { get; init; }

    /// <summary>What was looked for. Source: PACE Code A 4.3.</summary>
    [Personal]
    public StopSearchObject? ObjectOfSearch { get; init; }

    /// <summary>The outcome.</summary>
    [CriminalAllegation]
    public StopSearchOutcome? Outcome { get; init; }

    /// <summary>Whether the outcome has to do with what was looked for.</summary>
    [CriminalAllegation]
    public bool? OutcomeLinkedToObject { get; init; }

    /// <summary>Whether more than outer clothing was removed.</summary>
    [Personal]
    public bool? MoreThanOuterClothing { get; init; }

    /// <summary>The grounds. Source: PACE Code A 4.3.</summary>
    [Personal]
    public string? Grounds { get; init; }

    /// <summary>The receipt's reference number. Source: POLE E_004.</summary>
    [Operational]
    public string? ReceiptReference { get; init; }

    /// <summary>The searching officer. Source: POLE E_004.</summary>
    [Officer]
    public OfficerReference? SearchedBy { get; init; }
}
