using System.Numerics;
using Policing.DataModel.Codes;

namespace Policing.DataModel;

/// <summary>
/// The number of a person's record on the Police National Computer: year, serial number and check letter, <c>1981/0000034U</c>. The short
/// spellings of displays are well formed too: a two-digit year, a serial number without its leading zeros, no slash (<c>81/34U</c>, <c>8134U</c>).
/// </summary>
/// <remarks>
/// The check letter is computed, over the last two digits of the year and the serial number. Canonical is <c>YYYY/NNNNNNND</c>; a two-digit
/// year is 1939 to 2038, whatever the day (docs/decisions/0016). Without a slash, up to nine digits begin with a two-digit year and more with a four-digit
/// one. Compares by text, ordinally; <c>Means</c> compares canonically. <c>default</c> is absent. Whether the record exists is not
/// checked. Source: POLE DS_072; the check of Ministry of Justice hmpps-person-record (both verified).
/// </remarks>
[WirePattern(@"^(19|20)?[0-9]{2}/?[0-9]{1,7}[A-HJ-NP-RT-Z]$")]
[TextValue]
public readonly partial struct PncId : IPersonIdentifierValue<PncId>
{
    /// <summary>The first two-digit year that lies in the twentieth century.</summary>
    private const string Pivot = "39";

    private const int SerialLength = 7;

    /// <inheritdoc/>
    public static string Shape => "a year of 2 or 4 digits, a slash or none, 1 to 7 digits and their check letter";

    /// <inheritdoc/>
    public static PersonIdentifierType IdentifierKind => PersonIdentifierType.PncId;

    private static bool Check<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length is < 4 or > 13) return false;
        (Range yearAt, Range serialAt) = Split(text);
        ReadOnlySpan<TChar> year = text[yearAt];
        ReadOnlySpan<TChar> serial = text[serialAt];
        return (year.Length == 2 || (year.Length == 4 && (Ascii.Is(year[..2], "19") || Ascii.Is(year[..2], "20"))))
            && serial.Length is >= 1 and <= SerialLength
            && Ascii.AreDigits(year) && Ascii.AreDigits(serial)
            && CheckLetter.IsFor((Ascii.Append<TChar>(0, year[^2..]) * 10_000_000) + Ascii.Append(0, serial), text[^1]);
    }

    private static (Range Year, Range Serial) Split<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int slash = Ascii.IndexOf(text, '/');
        int year = slash >= 0 ? slash : text.Length > 10 ? 4 : 2;
        int serial = Math.Min(slash >= 0 ? slash + 1 : year, text.Length - 1);
        return (..year, serial..^1);
    }

    private static string Canonicalise(string text)
    {
        (Range yearAt, Range serialAt) = Split<char>(text);
        string year = text[yearAt];
        if (year.Length == 2) year = (string.CompareOrdinal(year, Pivot) < 0 ? "20" : "19") + year;
        return $"{year}/{text[serialAt].PadLeft(SerialLength, '0')}{text[^1]}";
    }
}
