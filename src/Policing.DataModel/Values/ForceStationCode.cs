using System.Numerics;

namespace Policing.DataModel;

/// <summary>The PNC's code of a police station or unit: two characters for the force and two for the station, <c>01ZD</c>.</summary>
/// <remarks>
/// Small letters are well formed; canonical is in capitals. Whether force and station exist is not checked. Compares by text, ordinally;
/// <c>Means</c> compares canonically. <c>default</c> is absent. Source: shape of Ministry of Justice bichard7-next-core (verified).
/// </remarks>
[WirePattern(@"^[A-Za-z0-9]{4}$")]
[TextValue]
public readonly partial struct ForceStationCode
{
    /// <inheritdoc/>
    public static string Shape => "4 letters or digits";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length != 4) return false;
        foreach (TChar c in text)
            if (!Ascii.IsUpperOrDigit(Ascii.ToUpper(c))) return false;
        return true;
    }

    private static string Canonicalise(string text) => text.ToUpperInvariant();
}
