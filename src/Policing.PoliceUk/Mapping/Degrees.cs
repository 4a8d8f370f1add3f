using System.Globalization;

namespace Policing.PoliceUk.Mapping;

/// <summary>Coordinates as the archive prints them.</summary>
internal static class Degrees
{
    // The exponent is for what some writers make of a longitude near Greenwich: 2e-05.
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads decimal degrees; a decimal keeps the digits as they are printed.</summary>
    public static bool TryRead(string text, out decimal degrees) => decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out degrees);
}
