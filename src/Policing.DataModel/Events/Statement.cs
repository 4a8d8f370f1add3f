using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A written or recorded statement of one person. Who made it, and what it is about, are links.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(StatementConverter))]
public sealed record Statement() : PoliceRecord("statement")
{
    /// <summary>What kind of statement it is. Source: MG11.</summary>
    [CriminalAllegation]
    public StatementType? Kind { get; init; }

    /// <summary>Its place among the person's statements, from 1.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>When it was made.</summary>
    [CriminalAllegation]
    public PartialDateTime TakenAt { get; init; }

    /// <summary>Who took it.</summary>
    [Officer]
    public OfficerReference? TakenBy { get; init; }

    /// <summary>The text.</summary>
    [CriminalAllegation]
    public string? Text { get; init; }

    /// <summary>How many pages.</summary>
    [Operational]
    public int? Pages { get; init; }

    /// <summary>The language.</summary>
    [Personal]
    public Language? Language { get; init; }

    /// <summary>Whether this is a translation.</summary>
    [Operational]
    public bool? Translated { get; init; }

    /// <summary>Whether it was signed.</summary>
    [CriminalAllegation]
    public bool? Signed { get; init; }

    /// <summary>When it was signed.</summary>
    [CriminalAllegation]
    public PartialDateTime SignedAt { get; init; }

    /// <summary>Whether it has the declaration of truth. Source: Criminal Justice Act 1967 s.9.</summary>
    [CriminalAllegation]
    public bool? Declaration { get; init; }

    /// <summary>Whether it was recorded on video.</summary>
    [VulnerableOrProtected]
    public bool? VisuallyRecorded { get; init; }

    /// <summary>The reference of the recording.</summary>
    [Operational]
    public string? Recording { get; init; }

    /// <summary>The exhibits that it produces.</summary>
    [CriminalAllegation]
    public ValueList<ExhibitReference> Exhibits { get; init; }

    /// <summary>Whether the person is willing to attend court.</summary>
    [VulnerableOrProtected]
    public bool? WillingToAttend { get; init; }

    /// <summary>What measures the person needs to give evidence.</summary>
    [VulnerableOrProtected]
    public string? SpecialMeasures { get; init; }

    /// <summary>Whether it tells how the crime has affected the victim.</summary>
    [VulnerableOrProtected]
    public bool? VictimPersonalStatement { get; init; }

    /// <summary>When the person took it back.</summary>
    [VulnerableOrProtected]
    public PartialDateTime RetractedAt { get; init; }

    /// <summary>Why.</summary>
    [VulnerableOrProtected]
    public string? RetractionReason { get; init; }
}
