using System.Numerics;

namespace Policing.DataModel;

/// <summary>A telephone number in its international form: a plus sign, the country code and the national number, <c>+442079460123</c>, 7 to 15 digits without spaces.</summary>
/// <remarks>
/// A country code never begins with 0, and after 44 no 0 follows. Whether a country code or number is in use is not checked; an extension is no
/// part of it. The text is its own canonical form. Compares by text, ordinally. <c>default</c> is absent. Source: ITU-T E.164 as POLE DS_053
/// and DS_111 have it (verified), apart from the least length: theirs is 10 digits, but countries have shorter numbers, 7 being the shortest
/// of the examples of libphonenumber. The lengths of country codes are from memory: unverified.
/// </remarks>
[WirePattern(@"^\+[1-9][0-9]{6,14}$")]
[TextValue]
public readonly partial struct TelephoneNumber
{
    /// <inheritdoc/>
    public static string Shape => "a plus sign, the country code and the number, 7 to 15 digits in all, no spaces";

    /// <summary>The country code, such as 44, by the lengths that the zones of the numbering plan have; 0 when absent or malformed.</summary>
    public int CountryCode => IsAbsent || IsMalformed ? 0 : (int)Ascii.Append<char>(0, Text.AsSpan(1, CountryCodeLength(Text[1], Text[2])));

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is >= 8 and <= 16
        && Ascii.Is(text[0], '+')
        && Ascii.AreDigits(text[1..])
        && !Ascii.Is(text[1], '0')
        && !Ascii.Is(text[1..4], "440");

    private static int CountryCodeLength(char first, char second) => first switch
    {
        '1' or '7' => 1,
        '2' => second is '0' or '7' ? 2 : 3,
        '3' => second is '5' or '7' or '8' ? 3 : 2,
        '4' => second is '2' ? 3 : 2,
        '5' => second is '0' or '9' ? 3 : 2,
        '6' => second is >= '7' ? 3 : 2,
        '8' => second is '1' or '2' or '4' or '6' ? 2 : 3,
        _ => second is '6' or '7' or '9' ? 3 : 2,
    };

    private static string Canonicalise(string text) => text;
}
