using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What somebody looked like to an observer.</summary>
[JsonConverter(typeof(PhysicalDescriptionConverter))]
public sealed record PhysicalDescription : RecordPart
{
    /// <summary>The build. Source: POLE DS_039.</summary>
    [Personal]
    public Build? Build { get; init; }

    /// <summary>The least height, in centimetres.</summary>
    [Personal]
    public int? HeightFrom { get; init; }

    /// <summary>The greatest height, in centimetres.</summary>
    [Personal]
    public int? HeightTo { get; init; }

    /// <summary>The least weight, in kilograms.</summary>
    [Personal]
    public int? WeightFrom { get; init; }

    /// <summary>The greatest weight, in kilograms.</summary>
    [Personal]
    public int? WeightTo { get; init; }

    /// <summary>The least apparent age, in years. Source: POLE DS_120.</summary>
    [Personal]
    public int? AgeFrom { get; init; }

    /// <summary>The greatest apparent age, in years. Source: POLE DS_120.</summary>
    [Personal]
    public int? AgeTo { get; init; }

    /// <summary>The complexion. Source: POLE DS_040.</summary>
    [Personal]
    public Complexion? Complexion { get; init; }

    /// <summary>The left eye's colour. Source: POLE DS_041.</summary>
    [Personal]
    public EyeColour? LeftEye { get; init; }

    /// <summary>The right eye's colour. Source: POLE DS_042.</summary>
    [Personal]
    public EyeColour? RightEye { get; init; }

    /// <summary>The hair's colour. Source: POLE DS_046.</summary>
    [Personal]
    public HairColour? Hair { get; init; }

    /// <summary>How the hair is worn, and how long.</summary>
    [Personal]
    public HairStyle? HairStyle { get; init; }

    /// <summary>The facial hair.</summary>
    [Personal]
    public FacialHair? FacialHair { get; init; }

    /// <summary>Which hand is used.</summary>
    [Personal]
    public Handedness? Handedness { get; init; }

    /// <summary>The voice, the accent, an impediment.</summary>
    [Personal]
    public string? Speech { get; init; }

    /// <summary>Marks, scars, tattoos, piercings, one each. Source: POLE DS_043.</summary>
    [Personal]
    public ValueList<DistinguishingFeature> DistinguishingFeatures { get; init; }

    /// <summary>What was worn, one garment or article each.</summary>
    [Personal]
    public ValueList<ClothingItem> Clothing { get; init; }

    /// <summary>What else was noticed; says fact or assessment.</summary>
    [Personal]
    public string? Other { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
