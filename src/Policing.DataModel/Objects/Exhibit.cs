using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A thing or file held as evidence, and through whose hands it went. What it is, is a link to the thing's own record.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(ExhibitConverter))]
public sealed record Exhibit() : PoliceRecord("exhibit")
{
    /// <summary>The exhibit's reference. Source: public case-file guidance, from memory.</summary>
    [Operational]
    public ExhibitReference Reference { get; init; }

    /// <summary>The reference of the exhibit that it was taken from. Source: CASE 1.4, rootExhibitNumber.</summary>
    [Operational]
    public ExhibitReference ParentReference { get; init; }

    /// <summary>What it is, as on the label.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>When it was seized, found or handed over.</summary>
    [Personal]
    public PartialDateTime SeizedAt { get; init; }

    /// <summary>The officer who produces it. Another producer is a link.</summary>
    [Officer]
    public OfficerReference? ProducedBy { get; init; }

    /// <summary>The power by which it was seized.</summary>
    [Public]
    public string? Power { get; init; }

    /// <summary>The number of its present seal or bag.</summary>
    [Operational]
    public string? SealNumber { get; init; }

    /// <summary>How much or how many.</summary>
    [Personal]
    public decimal? Quantity { get; init; }

    /// <summary>Of what unit; absent means pieces.</summary>
    [Personal]
    public QuantityUnit? Unit { get; init; }

    /// <summary>Through whose hands it went, the first first. Source: CASE 1.4, ProvenanceRecord.</summary>
    [Operational]
    public ValueList<ContinuityEntry> Continuity { get; init; }

    /// <summary>Digests of the content, where it is digital.</summary>
    [Operational]
    public ValueList<ContentHash> Hashes { get; init; }

    /// <summary>Where it is kept.</summary>
    [Operational]
    public string? StoredAt { get; init; }

    /// <summary>What to mind when handling it.</summary>
    [Operational]
    public string? Contamination { get; init; }

    /// <summary>When it may be returned or destroyed; that it was, stands in its continuity.</summary>
    [Operational]
    public PartialDateTime DisposalDue { get; init; }

    /// <summary>On whose authority it may be.</summary>
    [Operational]
    public string? DisposalAuthority { get; init; }
}
