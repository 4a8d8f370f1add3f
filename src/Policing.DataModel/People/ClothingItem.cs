using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A garment, or an article worn or carried.</summary>
[JsonConverter(typeof(ClothingItemConverter))]
public sealed record ClothingItem : RecordPart
{
    /// <summary>What it is.</summary>
    [Personal]
    public string? Garment { get; init; }

    /// <summary>The colours, the main one first.</summary>
    [Personal]
    public ValueList<Colour> Colours { get; init; }

    /// <summary>Make, pattern, lettering, state.</summary>
    [Personal]
    public string? Description { get; init; }
}
