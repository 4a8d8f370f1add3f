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

    /// <summary>The least height, in centimetres.</summary>
    [Personal]
    public int? HeightFrom { get; init; }

    /// <summary>The greatest height, in centimetres.</summary>
    [Personal]
    public int? HeightTo { get; init; }

    /// <summary>The least apparent age, in years.</summary>
    [Personal]
    public int? AgeFrom { get; init; }

    /// <summary>The greatest apparent age, in years.</summary>
    [Personal]
    public int? AgeTo { get; init; }

    /// <summary>Marks, scars, tattoos, one each. Source: POLE DS_043.</summary>
    [Personal]
    public ValueList<string> DistinguishingFeatures { get; init; }

    /// <summary>The clothing.</summary>
    [Personal]
    public string? Clothing { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
