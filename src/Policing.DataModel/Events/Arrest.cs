using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One arrest of one person. Who was arrested, and where, are links.</summary>
[JsonConverter(typeof(ArrestConverter))]
public sealed record Arrest() : PoliceRecord("arrest")
{
    /// <summary>When.</summary>
    [CriminalAllegation]
    public PartialDateTime ArrestedAt { get; init; }

    /// <summary>The arrest summons number. Source: POLE DS_073.</summary>
    [CriminalAllegation]
    public ArrestSummonsNumber ArrestSummonsNumber { get; init; }

    /// <summary>The kind of reason. A code of the list that POLE names, which is not public, stands here in the object form. Source: POLE DS_086.</summary>
    [CriminalAllegation]
    public ArrestReason? Reason { get; init; }

    /// <summary>The offences that the person is suspected of. Source: POLE DS_080.</summary>
    [CriminalAllegation]
    public ValueList<OffenceCode> Offences { get; init; }

    /// <summary>The power used.</summary>
    [Public]
    public string? Power { get; init; }

    /// <summary>What the suspicion rests on; says fact or assessment. Source: PACE Code G.</summary>
    [CriminalAllegation]
    public string? Grounds { get; init; }

    /// <summary>Why the arrest was necessary. Source: PACE 1984 s.24(5).</summary>
    [CriminalAllegation]
    public ValueList<ArrestNecessity> Necessity { get; init; }

    /// <summary>Why that applied. Source: PACE Code G.</summary>
    [CriminalAllegation]
    public string? NecessityReason { get; init; }

    /// <summary>When the caution was given. Source: PACE Code C 10.</summary>
    [CriminalAllegation]
    public PartialDateTime CautionedAt { get; init; }

    /// <summary>What the person answered to the caution. Source: PACE Code C 10.</summary>
    [CriminalAllegation]
    public string? Reply { get; init; }

    /// <summary>What the person said unasked that may matter. Source: PACE Code C 11.</summary>
    [CriminalAllegation]
    public string? UnsolicitedComment { get; init; }

    /// <summary>Whether the person was searched on arrest. Source: PACE 1984 s.32.</summary>
    [Personal]
    public bool? Searched { get; init; }

    /// <summary>Injury seen or complained of.</summary>
    [Sensitive]
    public string? Injury { get; init; }

    /// <summary>The arresting officer. Source: POLE E_003, POLE DS_070.</summary>
    [Officer]
    public OfficerReference? ArrestedBy { get; init; }

    /// <summary>The officers who assisted.</summary>
    [Officer]
    public ValueList<OfficerReference> AssistedBy { get; init; }

    /// <summary>When the person was released without being taken to a station. Source: PACE 1984 s.30(7).</summary>
    [CriminalAllegation]
    public PartialDateTime ReleasedAt { get; init; }

    /// <summary>Why. Source: PACE 1984 s.30(7).</summary>
    [CriminalAllegation]
    public string? ReleaseReason { get; init; }
}
