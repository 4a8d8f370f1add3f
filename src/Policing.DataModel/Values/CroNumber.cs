using System.Numerics;
using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>
/// A Criminal Records Office number: serial number, year and check letter, <c>065656/91H</c>; or that of a file without fingerprints,
/// <c>SF83/50058Z</c>.
/// </summary>
/// <remarks>
/// The check letter is computed over year and serial number. Canonical has six digits of serial number, and after <c>SF</c> none of its
/// leading zeros. The dictionary limits SF files to the years 39 to 95, yet numbers of later years hold by the check and are accepted; and it
/// seems to leave the year out of the check before 1965, so for 39 to 64 either letter is accepted. Leading zeros are not in the sum of an SF
/// number, so a first digit mistaken for 0 can go unseen. Compares by text, ordinally; <c>Means</c> compares canonically. <c>default</c> is absent. Source: POLE DS_071; the check of Ministry of Justice hmpps-person-record (both verified).
/// </remarks>
[WirePattern(@"^([0-9]{1,6}/[0-9]{2}|SF[0-9]{2}/?[0-9]{1,6})[A-HJ-NP-RT-Z]$")]
[TextValue]
public readonly partial struct CroNumber : IPersonIdentifierValue<CroNumber>
{
    private const int SerialLength = 6;

    /// <inheritdoc/>
    public static string Shape => "1 to 6 digits, a slash, a year of 2 digits and their check letter; or SF, the year, a slash, 1 to 6 digits and the letter";

    /// <inheritdoc/>
    public static PersonIdentifierType IdentifierKind => PersonIdentifierType.CroNumber;

    /// <summary>True for the number of a file without fingerprints, which begins with SF.</summary>
    public bool IsWithoutFingerprints => Text.StartsWith("SF", StringComparison.Ordinal) && !IsMalformed;

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        text.Length is >= 5 and <= 12 && (Ascii.Is(text[..2], "SF") ? IsSmallFile(text) : IsFull(text));

    private static bool IsFull<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        ReadOnlySpan<TChar> serial = text[..^4];
        ReadOnlySpan<TChar> year = text[^3..^1];
        return serial.Length is >= 1 and <= SerialLength
            && Ascii.Is(text[^4], '/')
            && Ascii.AreDigits(serial) && Ascii.AreDigits(year)
            && CheckLetter.IsFor((Ascii.Append(0, year) * 1_000_000) + Ascii.Append(0, serial), text[^1]);
    }

    private static bool IsSmallFile<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length < 7) return false;
        ReadOnlySpan<TChar> year = text[2..4];
        ReadOnlySpan<TChar> serial = text[5..^1];
        if (!Ascii.Is(text[4], '/') || !Ascii.AreDigits(year) || !Ascii.AreDigits(serial)) return false;
        ulong years = Ascii.Append(0, year);
        ReadOnlySpan<TChar> counted = serial.TrimStart(TChar.CreateTruncating('0'));
        return CheckLetter.IsFor(Ascii.Append(years, counted), text[^1])
            || (years is >= 39 and <= 64 && CheckLetter.IsFor(Ascii.Append(0, serial), text[^1]));
    }

    private static string Canonicalise(string text)
    {
        if (text[0] != 'S') return text[..^4].PadLeft(SerialLength, '0') + text[^4..];
        string serial = text[5..^1].TrimStart('0');
        return $"{text[..5]}{(serial.Length == 0 ? "0" : serial)}{text[^1]}";
    }
}
