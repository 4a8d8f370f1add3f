using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// A vehicle registration mark of any country and age: 1 to 11 letters, digits and hyphens. Single spaces between groups and small letters are
/// well formed too, <c>ab12 cde</c>.
/// </summary>
/// <remarks>
/// Canonical is in capitals without spaces, <c>AB12CDE</c>; hyphens stay, for in some countries they tell two marks apart. Which patterns a
/// country issues is not checked. Compares by text, ordinally; <c>Means</c> compares canonically. <c>default</c> is absent. Source: POLE
/// DS_065 for length and spaces (verified); letters and digits alone is ours.
/// </remarks>
[WirePattern(@"^[A-Za-z0-9]([ -]?[A-Za-z0-9])*$")]
[TextValue]
public readonly partial struct Vrm
{
    private const int MaxLength = 11;

    /// <inheritdoc/>
    public static string Shape => "1 to 11 letters, digits and inner hyphens, with or without single spaces between";

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int length = 0;
        bool afterMark = false;
        foreach (TChar c in text)
        {
            bool isMark = Ascii.IsUpperOrDigit(Ascii.ToUpper(c));
            if (!isMark && (!afterMark || !Ascii.IsOneOf(c, " -"))) return false;
            if (!Ascii.Is(c, ' ') && ++length > MaxLength) return false;
            afterMark = isMark;
        }

        return afterMark;
    }

    private static string Canonicalise(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
