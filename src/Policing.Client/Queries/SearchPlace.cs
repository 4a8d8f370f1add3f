using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>A place that is searched at. Immutable; made by one of its methods.</summary>
public sealed record SearchPlace
{
    private const int MostMetres = 5000;

    private string? PostcodeText { get; init; }
    private string? UprnText { get; init; }
    private (decimal Latitude, decimal Longitude, int Metres)? Circle { get; init; }

    private SearchPlace()
    {
    }

    /// <summary>A postcode.</summary>
    public static SearchPlace AtPostcode(Postcode postcode) => new() { PostcodeText = Given(postcode.IsAbsent || postcode.IsMalformed ? null : postcode.Text, nameof(postcode)) };

    /// <summary>A property by its reference number.</summary>
    public static SearchPlace AtUprn(Uprn uprn) => new() { UprnText = Given(uprn.IsAbsent || uprn.IsMalformed ? null : uprn.Text, nameof(uprn)) };

    /// <summary>A circle in WGS 84, of 5 km at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No place on earth, or a radius that is not 1 to 5,000 metres.</exception>
    public static SearchPlace Near(decimal latitude, decimal longitude, int metres)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(latitude), 90, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(longitude), 180, nameof(longitude));
        ArgumentOutOfRangeException.ThrowIfLessThan(metres, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(metres, MostMetres);
        return new() { Circle = (latitude, longitude, metres) };
    }

    internal void Write(Utf8JsonWriter json)
    {
        if (PostcodeText is not null) json.WriteString("postcode", PostcodeText);
        if (UprnText is not null) json.WriteString("uprn", UprnText);
        if (Circle is not { } near) return;
        json.WriteStartObject("near");
        json.WriteNumber("latitude", near.Latitude);
        json.WriteNumber("longitude", near.Longitude);
        json.WriteNumber("metres", near.Metres);
        json.WriteEndObject();
    }

    /// <summary>The name of the type; never the place.</summary>
    public override string ToString() => nameof(SearchPlace);

    private static string Given(string? text, string name) => text ?? throw new ArgumentException("It is absent or malformed.", name);
}
