using System.Numerics;

namespace Policing.DataModel;

/// <summary>The identity of a mobile subscriber, as on the SIM: 6 to 15 digits, of which the first three are the country's.</summary>
/// <remarks>
/// It has no check digit; whether the country and network codes exist is not checked. The text is its own canonical form. Compares by text,
/// ordinally. <c>default</c> is absent. Source: at most 15 digits by ITU-T E.212, from memory: unverified; that fewer than 6 cannot hold country, network and
/// subscriber is ours.
/// </remarks>
[WirePattern(@"^[0-9]{6,15}$")]
[TextValue]
public readonly partial struct Imsi
{
    /// <inheritdoc/>
    public static string Shape => "6 to 15 digits";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.Length is >= 6 and <= 15 && Ascii.AreDigits(text);

    private static string Canonicalise(string text) => text;
}
