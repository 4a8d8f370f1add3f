using System.Globalization;

namespace Policing.Testing;

/// <summary>A made-up place as the archive prints one.</summary>
internal readonly record struct SyntheticPlace(int Longitude, int Latitude, string Street, string LsoaCode, string LsoaName)
{
    // Three degrees of latitude are some 330 km: outside every force.
    private const int FarLatitude = 3_000_000;
    private const int MiddleOfEngland = 53_000_000;

    public string LongitudeText => Degrees(Longitude);

    public string LatitudeText => Degrees(Latitude);

    public string Location => "On or near " + Street;

    /// <summary>
    /// The same place, printed with coordinates three degrees away, north of the southern forces and south of the others.
    /// </summary>
    public SyntheticPlace MovedFarAway() => this with { Latitude = Latitude + (Latitude < MiddleOfEngland ? FarLatitude : -FarLatitude) };

    /// <summary>Degrees with six places from millionths, in whole numbers: floating point would round.</summary>
    private static string Degrees(int millionths)
    {
        var size = Math.Abs(millionths);
        var sign = millionths < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{size / 1_000_000}.{size % 1_000_000:D6}");
    }
}
