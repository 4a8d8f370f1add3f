using System.Numerics;

namespace Policing.DataModel;

/// <summary>The serial number of a SIM card: 19 or 20 digits that begin with 89.</summary>
/// <remarks>
/// Cards are believed to carry a Luhn digit, but not all alike, so none is required. The text is its own canonical form. Compares by text,
/// ordinally. <c>default</c> is absent. Source: ITU-T E.118, from memory: unverified.
/// </remarks>
[WirePattern(@"^89[0-9]{17,18}$")]
[TextValue]
public readonly partial struct Iccid
{
    /// <inheritdoc/>
    public static string Shape => "89 and 17 or 18 more digits";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is 19 or 20 && Ascii.Is(text[..2], "89") && Ascii.AreDigits(text);

    private static string Canonicalise(string text) => text;
}
