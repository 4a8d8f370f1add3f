using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A weapon, or what was used or carried as one.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(WeaponConverter))]
public sealed record Weapon() : PoliceRecord("weapon")
{
    /// <summary>What kind of weapon.</summary>
    [Personal]
    public WeaponType? Kind { get; init; }

    /// <summary>Where it is a firearm, or looks like one, what kind.</summary>
    [Personal]
    public FirearmType? FirearmKind { get; init; }

    /// <summary>What it is.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>The make.</summary>
    [Personal]
    public string? Make { get; init; }

    /// <summary>The model.</summary>
    [Personal]
    public string? Model { get; init; }

    /// <summary>The calibre or gauge.</summary>
    [Personal]
    public string? Calibre { get; init; }

    /// <summary>The blade's length, in millimetres.</summary>
    [Personal]
    public int? BladeLength { get; init; }

    /// <summary>Numbers and marks that single it out. Source: POLE DS_099, POLE DS_100.</summary>
    [Personal]
    public ValueList<UniqueIdentifier> UniqueIds { get; init; }

    /// <summary>Whether it is an imitation.</summary>
    [CriminalAllegation]
    public bool? Imitation { get; init; }

    /// <summary>The ammunition with it, one kind each.</summary>
    [CriminalAllegation]
    public ValueList<AmmunitionDetails> Ammunition { get; init; }

    /// <summary>Whether somebody was entitled to have it.</summary>
    [CriminalAllegation]
    public bool? LawfullyHeld { get; init; }

    /// <summary>The number of the certificate under which it is held.</summary>
    [Personal]
    public string? CertificateNumber { get; init; }
}
