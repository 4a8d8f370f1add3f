using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A warrant to arrest a person or to enter and search premises. Whom or what it names are links.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(WarrantConverter))]
public sealed record Warrant() : PoliceRecord("warrant")
{
    /// <summary>What kind of warrant it is. Source: the Acts that create them.</summary>
    [CriminalAllegation]
    public WarrantType? Kind { get; init; }

    /// <summary>When it was issued.</summary>
    [CriminalAllegation]
    public PartialDateTime IssuedAt { get; init; }

    /// <summary>The court that issued it.</summary>
    [Public]
    public Agency? Court { get; init; }

    /// <summary>Who applied for it.</summary>
    [Officer]
    public OfficerReference? AppliedFor { get; init; }

    /// <summary>The provision under which it was issued.</summary>
    [Public]
    public string? Legislation { get; init; }

    /// <summary>The offences that it is about. Source: POLE DS_080.</summary>
    [CriminalAllegation]
    public ValueList<OffenceCode> Offences { get; init; }

    /// <summary>The unique reference number of the case. Source: CJS data standards, PTI_URN.</summary>
    [Operational]
    public CaseUrn CaseUrn { get; init; }

    /// <summary>What it was applied for on.</summary>
    [Covert]
    public string? Information { get; init; }

    /// <summary>Whether the person is to be bailed once arrested. Source: Magistrates' Courts Act 1980 s.117.</summary>
    [CriminalAllegation]
    public bool? BackedForBail { get; init; }

    /// <summary>Whether it names all premises of a person. Source: PACE 1984 s.8.</summary>
    [CriminalAllegation]
    public bool? AllPremises { get; init; }

    /// <summary>Whether it allows several entries. Source: PACE 1984 s.8.</summary>
    [CriminalAllegation]
    public bool? MultipleEntries { get; init; }

    /// <summary>When it expires.</summary>
    [CriminalAllegation]
    public PartialDateTime ExpiresAt { get; init; }

    /// <summary>When and how it was executed.</summary>
    [CriminalAllegation]
    public ValueList<WarrantExecution> Executions { get; init; }

    /// <summary>When it was withdrawn.</summary>
    [CriminalAllegation]
    public PartialDateTime WithdrawnAt { get; init; }
}
