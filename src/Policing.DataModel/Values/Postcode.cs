using System.Numerics;

namespace Policing.DataModel;

/// <summary>
/// A postcode of the United Kingdom: an outward part of two to four characters and an inward part of a digit and two letters,
/// <c>SW1A 1AA</c>. Without the space, and in small letters, it is well formed too.
/// </summary>
/// <remarks>
/// Canonical is in capitals with one space. Checked are the forms of the outward part and the letters that each place allows: not Q, V or X
/// first; not I, J or Z second; the letters of a third or fourth place; not C, I, K, M, O or V inward; <c>GIR 0AA</c> is the exception. The
/// pseudo-postcodes <c>ZZ99</c> are well formed: see <see cref="IsPseudo"/>. Whether the postcode exists is not checked, and postal codes of
/// other countries and of overseas territories are none of these. Compares by text, ordinally; <c>Means</c> compares canonically. <c>default</c> is absent.
/// Source: POLE DS_010 (verified), whose barred letters are corrected and whose third letters are completed with P from the Royal
/// Mail's rule, from memory: unverified.
/// </remarks>
[WirePattern(@"^([A-Za-z]{1,2}[0-9][A-Za-z0-9]?|[Gg][Ii][Rr]|[Zz]{2}99) ?[0-9][A-Za-z]{2}$")]
[TextValue]
public readonly partial struct Postcode
{
    private const int InwardLength = 3;

    /// <inheritdoc/>
    public static string Shape => "an outward part such as SW1A, a space or none, a digit and 2 letters";

    /// <summary>
    /// True for <c>ZZ99</c>, which is no place's: the pseudo-postcodes of no fixed abode, not known and abroad. Synthetic addresses have them.
    /// Source: NHS Postcode Directory.
    /// </summary>
    public bool IsPseudo => Text.StartsWith("ZZ99", StringComparison.OrdinalIgnoreCase) && !IsMalformed;

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is < 5 or > 8) return false;
        Span<TChar> upper = stackalloc TChar[8];
        for (int i = 0; i < text.Length; i++) upper[i] = Ascii.ToUpper(text[i]);
        ReadOnlySpan<TChar> outward = upper[..(text.Length - InwardLength)];
        ReadOnlySpan<TChar> inward = upper[outward.Length..text.Length];
        if (Ascii.Is(outward[^1], ' ')) outward = outward[..^1];
        if (!Ascii.IsDigit(inward[0]) || !Ascii.AreUpper(inward[1..])) return false;
        if (Ascii.Is(outward, "ZZ99")) return true;
        if (Ascii.Is(outward, "GIR")) return Ascii.Is(inward, "0AA");
        return IsOutward(outward) && !Ascii.IsOneOf(inward[1], "CIKMOV") && !Ascii.IsOneOf(inward[2], "CIKMOV");
    }

    // AN, ANN, ANA, AAN, AANN, AANA.
    private static bool IsOutward<TChar>(ReadOnlySpan<TChar> outward)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (outward.Length is < 2 or > 4 || !Ascii.IsUpper(outward[0]) || Ascii.IsOneOf(outward[0], "QVX")) return false;
        if (Ascii.IsDigit(outward[1])) return outward.Length == 2 || (outward.Length == 3 && IsLast(outward[2], "ABCDEFGHJKPSTUW"));
        if (!Ascii.IsUpper(outward[1]) || Ascii.IsOneOf(outward[1], "IJZ")) return false;
        return outward.Length >= 3 && Ascii.IsDigit(outward[2]) && (outward.Length == 3 || IsLast(outward[3], "ABEHMNPRVWXY"));
    }

    private static bool IsLast<TChar>(TChar c, string letters)
        where TChar : unmanaged, IBinaryInteger<TChar> => Ascii.IsDigit(c) || Ascii.IsOneOf(c, letters);

    private static string Canonicalise(string text)
    {
        string upper = text.ToUpperInvariant();
        return upper[^(InwardLength + 1)] == ' ' ? upper : upper.Insert(upper.Length - InwardLength, " ");
    }
}
