using System.Numerics;

namespace Policing.DataModel;

/// <summary>A vehicle identification number of the modern kind, 17 capital letters and digits without I, O and Q.</summary>
/// <remarks>
/// Vehicles made before about 1980 have shorter chassis numbers, which are none of these. The ninth character is a check digit in North
/// America and anything elsewhere: see <see cref="HasNorthAmericanCheckDigit"/>. The text is its own canonical form. Compares by text,
/// ordinally. <c>default</c> is absent. Source: ISO 3779, and the check digit of 49 CFR 565, both from memory: unverified.
/// </remarks>
[WirePattern(@"^[A-HJ-NPR-Z0-9]{17}$")]
[TextValue]
public readonly partial struct Vin
{
    private const int Length = 17;
    private const int CheckAt = 8;

    /// <inheritdoc/>
    public static string Shape => "17 capital letters and digits, none of them I, O or Q";

    // What each letter from A counts; I, O and Q do not occur.
    private static ReadOnlySpan<byte> LetterValues => [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];

    private static ReadOnlySpan<byte> Weights => [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>
    /// True when the ninth character is the check digit that North America requires. Of another maker's number it is true by chance one time in
    /// eleven or so, and false says nothing.
    /// </summary>
    public bool HasNorthAmericanCheckDigit
    {
        get
        {
            if (IsAbsent || IsMalformed) return false;
            int sum = 0;
            for (int i = 0; i < Length; i++) sum += Weights[i] * (char.IsAsciiDigit(Text[i]) ? Text[i] - '0' : LetterValues[Text[i] - 'A']);
            return Text[CheckAt] == "0123456789X"[sum % 11];
        }
    }

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length != Length) return false;
        foreach (TChar c in text)
            if (!Ascii.IsUpperOrDigit(c) || Ascii.IsOneOf(c, "IOQ")) return false;
        return true;
    }

    private static string Canonicalise(string text) => text;
}
