using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// A criminal justice offence code (CCCJS): <c>AAYYNNN</c>, two letters for the Act or source, two digits for its year and three for the
/// reason; <c>COMLNNN</c> for common law; and optionally an eighth character, one of A (attempting), B (aiding and abetting),
/// C (conspiring), I (inciting). Local codes (two-digit area, then letters and digits, at most 9 characters) are well formed too.
/// </summary>
/// <remarks>
/// Compares by text, ordinally. <c>default</c> is absent. Whether a code exists is not checked: PNLD, the owner, publishes no open list.
/// Source: POLE DS_080.
/// </remarks>
[TextValue]
public readonly partial struct OffenceCode
{
    /// <inheritdoc/>
    public static string Shape => "2 letters, 2 digits and 3 digits (or COML and 3 digits), then optionally A, B, C or I";

    /// <summary>True when the code is a force's own rather than of the national list.</summary>
    public bool IsLocal => !IsAbsent && !IsMalformed && char.IsAsciiDigit(Text[0]);

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is < 7 or > 9) return false;
        return Ascii.IsDigit(text[0]) ? IsLocalForm(text) : IsNationalForm(text);
    }

    private static string Canonicalise(string text) => text;

    private static bool IsNationalForm<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length <= 8
        && Ascii.AreUpper(text[..2])
        && (Ascii.AreDigits(text[2..4]) || Ascii.Is(text[..4], "COML"))
        && Ascii.AreDigits(text[4..7])
        && (text.Length == 7 || Ascii.IsOneOf(text[7], "ABCI"));

    private static bool IsLocalForm<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        Ascii.AreDigits(text[..2]) && Ascii.AreUpperOrDigits(text[2..]);
}
