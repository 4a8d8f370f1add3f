using System.Globalization;
using Policing.DataModel;

namespace Policing.Testing;

/// <summary>
/// Identifiers that look right and are nobody's. Each method takes a number and gives the value with that number: the same number always
/// gives the same value, and numbers that follow each other give different values until the range is used up and begins again. So a counter
/// makes distinct values, and any random number makes a random one. <see cref="Table"/> says where each range is from and how sure it is.
/// No safe range is known for CRO numbers, vehicle registration marks, VINs, IMEIs and UPRNs. Safe for several threads.
/// </summary>
public static class SafeRanges
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXY";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int SafeYear = 2090;
    private const int SafeYears = 10;
    private const ulong PncSerials = 9_999_999;
    private const ulong AsnSerials = 99_999_999_999;
    private const ulong UrnSerials = 99_999;
    private const int LsoaCodes = 10_000;
    private const int PointColumns = 1_000;
    private const int PointRows = 1_400;
    private const decimal South = 54.000m;
    private const decimal West = 0.700m;
    private const decimal PointStep = 0.001m;
    private const int PncLength = 13;
    private const int AsnLength = 20;

    /// <summary>Every safe range with its source.</summary>
    public static IReadOnlyList<SafeRange> Table => SafeRangeTable.Rows;

    /// <summary>
    /// A telephone number as E.164, such as <c>+442079460123</c>: Ofcom's drama numbers of 16 areas and of mobiles. 17,000 values.
    /// </summary>
    public static string Telephone(ulong number)
    {
        var ranges = (ulong)DramaNumbers.Geographic.Length + 1;
        var range = (int)(number % ranges);
        var numbers = range == DramaNumbers.Geographic.Length ? DramaNumbers.Mobile : DramaNumbers.Geographic[range];
        return numbers.At(number / ranges);
    }

    /// <summary>
    /// A mobile telephone number as E.164, <c>+447700900000</c> to <c>+447700900999</c>: Ofcom's drama numbers. 1,000 values.
    /// </summary>
    public static string MobileTelephone(ulong number) => DramaNumbers.Mobile.At(number);

    /// <summary>An address at example.org, such as <c>person17@example.org</c>.</summary>
    public static string EmailAddress(ulong number) => string.Create(CultureInfo.InvariantCulture, $"person{number}@example.org");

    /// <summary>
    /// A PNC id of the years 2090 to 2099 in its long form, such as <c>2090/0000001A</c>, with the right check letter. 99,999,990 values.
    /// </summary>
    public static string PncId(ulong number)
    {
        var year = SafeYear + (int)(number % SafeYears);
        var serial = (number / SafeYears % PncSerials) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{year}/{serial:D7}{PncLetter(year, serial)}");
    }

    /// <summary>An arrest/summons number of 20 characters with force code 99 and the right check letter.</summary>
    public static string ArrestSummonsNumber(ulong number)
    {
        var year = 20 + (int)(number % SafeYears);
        var serial = (number / SafeYears % AsnSerials) + 1;
        var body = string.Create(CultureInfo.InvariantCulture, $"{year:D2}99ZZ00{serial:D11}");
        return body + AsnLetter(body);
    }

    /// <summary>A case URN with force code 99, such as <c>99ZZ0000120</c>. 999,990 values.</summary>
    public static string CaseUrn(ulong number)
    {
        var year = 20 + (int)(number % SafeYears);
        var serial = (number / SafeYears % UrnSerials) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"99ZZ{serial:D5}{year:D2}");
    }

    /// <summary>A National Insurance number with the prefix NC, such as <c>NC000001A</c>. 4,000,000 values.</summary>
    public static string NationalInsuranceNumber(ulong number)
    {
        var suffix = (char)('A' + (number / 1_000_000 % 4));
        return string.Create(CultureInfo.InvariantCulture, $"NC{number % 1_000_000:D6}{suffix}");
    }

    /// <summary>
    /// A driver number of 16 characters with 99999 for the surname, such as <c>99999001010AA9AA</c>; its date is a date, and its last three
    /// characters are arbitrary.
    /// </summary>
    public static string DriverNumber(ulong number)
    {
        var year = Take(ref number, 100);
        var day = Take(ref number, 28) + 1;
        var month = Take(ref number, 12) + 1 + (Take(ref number, 2) * 50);
        var first = Letters[Take(ref number, 26)];
        var second = Letters[Take(ref number, 26)];
        return string.Create(CultureInfo.InvariantCulture, $"99999{year / 10}{month:D2}{day:D2}{year % 10}{first}{second}9AA");
    }

    /// <summary>A postcode that is no place's, such as <c>ZZ99 0AA</c>. 3,610 values.</summary>
    public static string Postcode(ulong number)
    {
        var last = InwardLetters[Take(ref number, InwardLetters.Length)];
        var middle = InwardLetters[Take(ref number, InwardLetters.Length)];
        return string.Create(CultureInfo.InvariantCulture, $"ZZ99 {number % 10}{middle}{last}");
    }

    /// <summary>
    /// The code of a small area that does not exist, <c>E01990000</c> to <c>E01999999</c>, or <c>W…</c> for Wales. 10,000 values.
    /// </summary>
    public static string LsoaCode(ulong number, bool isWelsh = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{(isWelsh ? 'W' : 'E')}0199{number % LsoaCodes:D4}");

    /// <summary>A point in the open North Sea, where nobody lives. 1,400,000 values.</summary>
    public static GeoPoint Point(ulong number) => new()
    {
        Latitude = South + (PointStep * (number / PointColumns % PointRows)),
        Longitude = West + (PointStep * (number % PointColumns)),
    };

    /// <summary>
    /// Whether the text is a number of Ofcom's drama ranges, freephone, premium rate and UK-wide ones included, written with +44 or 0.
    /// Spaces do not matter.
    /// </summary>
    public static bool IsSafeTelephone(string? text)
    {
        var number = WithoutSpaces(text);
        var digits = number.StartsWith("+44", StringComparison.Ordinal) ? number[3..] : number.StartsWith('0') ? number[1..] : "";
        return DramaNumbers.All.Any(range => range.Contains(digits));
    }

    /// <summary>Whether the text is an address at example.org.</summary>
    public static bool IsSafeEmailAddress(string? text) =>
        text is not null
        && text.IndexOf('@', StringComparison.Ordinal) > 0
        && text.IndexOf('@', StringComparison.Ordinal) == text.LastIndexOf('@')
        && text.EndsWith("@example.org", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the text is a PNC id in its long form, of the years 2090 to 2099, with the right check letter. The short form is not safe:
    /// its two-digit year means the 1990s.
    /// </summary>
    public static bool IsSafePncId(string? text) =>
        text is { Length: PncLength }
        && text.StartsWith("209", StringComparison.Ordinal)
        && IsDigits(text.AsSpan(0, 4))
        && text[4] == '/'
        && IsDigits(text.AsSpan(5, 7))
        && text[^1] == PncLetter(Number(text.AsSpan(0, 4)), (ulong)Number(text.AsSpan(5, 7)));

    /// <summary>Whether the text is an arrest/summons number of 20 characters with force code 99 and the right check letter.</summary>
    public static bool IsSafeArrestSummonsNumber(string? text) =>
        text is { Length: AsnLength }
        && IsDigits(text.AsSpan(0, 2))
        && text.AsSpan(2, 2).SequenceEqual("99")
        && IsCapitalsOrDigits(text.AsSpan(4, 4))
        && IsDigits(text.AsSpan(8, 11))
        && text[^1] == AsnLetter(text);

    /// <summary>Whether the text is a case URN of 11 characters with force code 99.</summary>
    public static bool IsSafeCaseUrn(string? text) =>
        text is { Length: 11 }
        && text.StartsWith("99", StringComparison.Ordinal)
        && IsCapitalsOrDigits(text.AsSpan(2, 2))
        && IsDigits(text.AsSpan(4));

    /// <summary>Whether the text is a National Insurance number with the prefix NC and a suffix A to D. Spaces do not matter.</summary>
    public static bool IsSafeNationalInsuranceNumber(string? text)
    {
        var number = WithoutSpaces(text);
        return number.Length == 9
            && number.StartsWith("NC", StringComparison.Ordinal)
            && IsDigits(number.AsSpan(2, 6))
            && number[^1] is >= 'A' and <= 'D';
    }

    /// <summary>Whether the text is a driver number of 16 characters with 99999 for the surname.</summary>
    public static bool IsSafeDriverNumber(string? text) =>
        text is { Length: 16 }
        && text.StartsWith("99999", StringComparison.Ordinal)
        && IsDigits(text.AsSpan(5, 6))
        && IsCapitalsOrDigits(text.AsSpan(11));

    /// <summary>Whether the text is a postcode that begins with ZZ99. Spaces do not matter.</summary>
    public static bool IsSafePostcode(string? text)
    {
        var postcode = WithoutSpaces(text);
        return postcode.Length == 7
            && postcode.StartsWith("ZZ99", StringComparison.Ordinal)
            && char.IsAsciiDigit(postcode[4])
            && char.IsAsciiLetterUpper(postcode[5])
            && char.IsAsciiLetterUpper(postcode[6]);
    }

    /// <summary>Whether the text is a code E01990000 to E01999999 or W01990000 to W01999999.</summary>
    public static bool IsSafeLsoaCode(string? text) =>
        text is { Length: 9 }
        && text[0] is 'E' or 'W'
        && text.AsSpan(1, 4).SequenceEqual("0199")
        && IsDigits(text.AsSpan(5));

    /// <summary>Whether the point lies in the part of the North Sea that <see cref="Point"/> is from.</summary>
    public static bool IsSafePoint(GeoPoint? point) =>
        point is { Latitude: { } latitude, Longitude: { } longitude }
        && latitude is >= South and < South + (PointStep * PointRows)
        && longitude is >= West and < West + (PointStep * PointColumns);

    private static char PncLetter(int year, ulong serial) => CheckLetters.For(((ulong)(year % 100) * 10_000_000) + serial);

    /// <summary>The sum is over force, system (where they are digits), year and serial number; the unit is left out.</summary>
    private static char AsnLetter(string number)
    {
        var force = number[2..4];
        var system = number[6..8];
        var digits = (IsDigits(force) ? force : "") + (IsDigits(system) ? system : "") + number[..2] + number[8..19];
        return CheckLetters.For(ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static int Take(ref ulong number, int choices)
    {
        var taken = (int)(number % (ulong)choices);
        number /= (ulong)choices;
        return taken;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsCapitalsOrDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterUpper(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutSpaces(string? text) => text?.Replace(" ", "", StringComparison.Ordinal) ?? "";
}
