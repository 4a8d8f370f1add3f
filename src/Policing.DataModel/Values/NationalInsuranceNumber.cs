using System.Numerics;
using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>
/// A National Insurance number: two letters, six digits and a suffix A to D, <c>NC123456A</c>. Without the suffix (or with a space for
/// it) it is well formed too, and so is the spelling in groups, <c>NC 12 34 56 A</c>.
/// </summary>
/// <remarks>
/// The letters D, F, I, Q, U, V never stand first, nor those and O second, and seven prefixes are never issued. There is no check character,
/// so most mistakes go unseen; temporary numbers are not covered. Canonical has no spaces. Compares by text, ordinally; <c>Means</c> compares
/// canonically: with and without suffix are not the same. <c>default</c> is absent. Source: POLE DS_060 (verified); the spelling in groups is
/// unverified.
/// </remarks>
[WirePattern(@"^[A-Za-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-Da-d ]?$")]
[TextValue]
public readonly partial struct NationalInsuranceNumber : IPersonIdentifierValue<NationalInsuranceNumber>
{
    /// <inheritdoc/>
    public static string Shape => "2 letters that may begin one, 6 digits, and A, B, C, D or nothing";

    /// <inheritdoc/>
    public static PersonIdentifierType IdentifierKind => PersonIdentifierType.NationalInsuranceNumber;

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is 8 or 9) return IsNumber(text);
        return text.Length is 11 or 13 && IsInGroups(text);
    }

    private static bool IsInGroups<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        Span<TChar> number = stackalloc TChar[9];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isBetween = i % 3 == 2;
            if (Ascii.Is(text[i], ' ') != isBetween) return false;
            if (!isBetween) number[length++] = text[i];
        }

        return IsNumber<TChar>(number[..length]);
    }

    private static bool IsNumber<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        IsPrefix(text[..2]) && Ascii.AreDigits(text[2..8]) && (text.Length == 8 || Ascii.IsOneOf(text[8], "ABCD "));

    private static bool IsPrefix<TChar>(ReadOnlySpan<TChar> prefix)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        Ascii.AreUpper(prefix)
        && !Ascii.IsOneOf(prefix[0], "DFIQUV")
        && !Ascii.IsOneOf(prefix[1], "DFIOQUV")
        && !(Ascii.Is(prefix, "GB") || Ascii.Is(prefix, "BG") || Ascii.Is(prefix, "NK") || Ascii.Is(prefix, "KN")
            || Ascii.Is(prefix, "TN") || Ascii.Is(prefix, "NT") || Ascii.Is(prefix, "ZZ"));

    private static string Canonicalise(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
