using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// A unique reference number of a case between police and prosecution (PTI-URN): four letters or digits, of which the first two are the
/// force's code, and three to seven digits, <c>01ZD0303208</c>.
/// </summary>
/// <remarks>
/// It has no check character. The usual split, force 2, unit 2, serial 5, year 2, is unverified and not checked; nor is whether the force code
/// exists. The text is its own canonical form. Compares by text, ordinally. <c>default</c> is absent. Source: shape and dummy patterns of
/// Ministry of Justice bichard7-next-core (verified).
/// </remarks>
[WirePattern(@"^[A-Z0-9]{4}[0-9]{3,7}$")]
[TextValue]
public readonly partial struct CaseUrn
{
    /// <inheritdoc/>
    public static string Shape => "4 letters or digits, then 3 to 7 digits";

    /// <summary>True where it follows a pattern that stands for "no URN": it names no case.</summary>
    public bool IsDummy => !IsAbsent && !IsMalformed
        && (Text.StartsWith("00NP", StringComparison.Ordinal) || Text.StartsWith("00PP", StringComparison.Ordinal)
            || (Ascii.AreDigits<char>(Text.AsSpan(0, 2)) && Text.AsSpan(2, 2) is "00"));

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is >= 7 and <= 11 && Ascii.AreUpperOrDigits(text[..4]) && Ascii.AreDigits(text[4..]);

    private static string Canonicalise(string text) => text;
}
