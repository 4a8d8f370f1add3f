using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A thing, an amount of a substance, or an animal. What became of it (stolen, found, seized) is a link.</summary>
[JsonConverter(typeof(PropertyConverter))]
public sealed record Property() : PoliceRecord("property")
{
    /// <summary>What kind of thing. A code of the list that POLE names, which is not public, stands here in the object form. Source: POLE DS_097.</summary>
    [Personal]
    public PropertyCategory? Category { get; init; }

    /// <summary>What it is. Source: POLE DS_098.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>Numbers and marks that single it out. Source: POLE DS_099, POLE DS_100.</summary>
    [Personal]
    public ValueList<UniqueIdentifier> UniqueIds { get; init; }

    /// <summary>The make.</summary>
    [Personal]
    public string? Make { get; init; }

    /// <summary>The model.</summary>
    [Personal]
    public string? Model { get; init; }

    /// <summary>The colours, the main one first. Source: POLE O_010.</summary>
    [Personal]
    public ValueList<Colour> Colours { get; init; }

    /// <summary>What it is made of. Source: POLE O_010.</summary>
    [Personal]
    public string? Material { get; init; }

    /// <summary>Its shape. Source: POLE O_010.</summary>
    [Personal]
    public string? Shape { get; init; }

    /// <summary>The period that it comes from. Source: POLE O_010.</summary>
    [Personal]
    public string? Period { get; init; }

    /// <summary>What marks it out: engraving, inscription, wear. Source: POLE O_010.</summary>
    [Personal]
    public string? Characteristic { get; init; }

    /// <summary>Its size.</summary>
    [Personal]
    public string? Size { get; init; }

    /// <summary>How old it is, as stated.</summary>
    [Personal]
    public string? Age { get; init; }

    /// <summary>How much or how many.</summary>
    [Personal]
    public decimal? Quantity { get; init; }

    /// <summary>Of what unit; absent means pieces.</summary>
    [Personal]
    public QuantityUnit? Unit { get; init; }

    /// <summary>What it is worth, or the amount where it is money.</summary>
    [Personal]
    public MoneyAmount? Value { get; init; }

    /// <summary>The damage on it.</summary>
    [Personal]
    public string? Damage { get; init; }

    /// <summary>How it is marked or tracked against theft.</summary>
    [Operational]
    public string? SecurityMarking { get; init; }

    /// <summary>Where it is or may be a controlled drug.</summary>
    [CriminalAllegation]
    public DrugDetails? Drug { get; init; }

    /// <summary>Where it is an animal. Source: POLE O_010.</summary>
    [Personal]
    public AnimalDetails? Animal { get; init; }
}
