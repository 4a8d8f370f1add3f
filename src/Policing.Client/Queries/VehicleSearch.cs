using System.Text.Json;
using Policing.DataModel.Codes;

namespace Policing.Client;

/// <summary>A search for vehicles. Immutable.</summary>
public sealed record VehicleSearch() : SearchQuery("vehicle")
{
    /// <summary>The registration mark; a question mark stands for one character, at most three of them. Null for any.</summary>
    public string? Mark { get; init; }

    /// <summary>The make; null for any.</summary>
    public string? Make { get; init; }

    /// <summary>The colour; null for any.</summary>
    public VehicleColour? Colour { get; init; }

    internal override bool HasCriteria => Mark is not null;

    internal override void WriteMatch(Utf8JsonWriter json)
    {
        if (Mark is { } mark) json.WriteString("vrm", mark.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        if (Make is { } make) json.WriteString("make", make);
        if (Colour?.OwnCode is { } colour) json.WriteString("colour", colour);
    }
}
