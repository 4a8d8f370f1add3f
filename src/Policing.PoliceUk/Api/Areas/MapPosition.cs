using System.Globalization;
using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Api;

/// <summary>
/// A position in WGS 84 decimal degrees, to ask about. <c>default</c> is where the equator meets the meridian of Greenwich. Equality is by number.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPosition
{
    /// <summary>A position.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180; most of the country has negative ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of its range; it is not quoted.</exception>
    public MapPosition(decimal latitude, decimal longitude)
    {
        if (latitude is < -90 or > 90)
            throw new ArgumentOutOfRangeException(nameof(latitude), "A latitude is between -90 and 90 degrees. Latitude comes first.");
        if (longitude is < -180 or > 180)
            throw new ArgumentOutOfRangeException(nameof(longitude), "A longitude is between -180 and 180 degrees.");
        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north.</summary>
    public decimal Latitude { get; }

    /// <summary>Degrees east.</summary>
    public decimal Longitude { get; }

    /// <summary>As <c>latitude,longitude</c> in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");
}
