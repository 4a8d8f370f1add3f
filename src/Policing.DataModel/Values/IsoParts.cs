using System.Globalization;
using System.Numerics;

namespace Policing.DataModel;

/// <summary>The parts of ISO 8601 dates and times, read and written over UTF-16 and UTF-8 alike.</summary>
internal static class IsoParts
{
    /// <summary>Marks an offset written <c>Z</c>, as against <c>+00:00</c>.</summary>
    public const short Zulu = short.MaxValue;

    public static bool TryYear<TChar>(ReadOnlySpan<TChar> text, out int year)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        year = 0;
        if (!Ascii.TryTwo(text, out int century) || !Ascii.TryTwo(text[2..], out int rest)) return false;
        year = (century * 100) + rest;
        return year >= 1;
    }

    public static bool TryMonth<TChar>(ReadOnlySpan<TChar> text, out int year, out int month)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        month = 0;
        return TryYear(text[..4], out year) && Ascii.Is(text[4], '-') && Ascii.TryTwo(text[5..], out month) && month is >= 1 and <= 12;
    }

    public static bool TryDate<TChar>(ReadOnlySpan<TChar> text, out int year, out int month, out int day)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        day = 0;
        return TryMonth(text[..7], out year, out month)
            && Ascii.Is(text[7], '-')
            && Ascii.TryTwo(text[8..], out day)
            && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    public static bool TryMinute<TChar>(ReadOnlySpan<TChar> text, out int hour, out int minute)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        minute = 0;
        return Ascii.TryTwo(text, out hour) && hour <= 23
            && Ascii.Is(text[2], ':')
            && Ascii.TryTwo(text[3..], out minute) && minute <= 59;
    }

    /// <summary>Reads <c>hh:mm:ss</c>; the second may be 60.</summary>
    public static bool TryTime<TChar>(ReadOnlySpan<TChar> text, out int hour, out int minute, out int second)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        second = 0;
        return TryMinute(text[..5], out hour, out minute)
            && Ascii.Is(text[5], ':')
            && Ascii.TryTwo(text[6..], out second) && second <= 60;
    }

    /// <summary>Takes an optional fraction off the front; <paramref name="digits"/> is 8 where there are more than 7.</summary>
    public static bool TryFraction<TChar>(ref ReadOnlySpan<TChar> rest, out int ticks, out int digits)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        ticks = 0;
        digits = 0;
        if (rest.IsEmpty || !Ascii.Is(rest[0], '.')) return true;
        int end = 1;
        while (end < rest.Length && Ascii.IsDigit(rest[end])) end++;
        digits = Math.Min(end - 1, 8);
        if (digits == 0) return false;
        Ascii.TryNumber(rest[1..(1 + Math.Min(digits, 7))], out ticks);
        for (int i = digits; i < 7; i++) ticks *= 10;
        rest = rest[end..];
        return true;
    }

    /// <summary>Reads <c>Z</c> or <c>+hh:mm</c> to the end of the text.</summary>
    public static bool TryOffset<TChar>(ReadOnlySpan<TChar> rest, out short offset)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        offset = Zulu;
        if (rest.Length == 1) return Ascii.Is(rest[0], 'Z');
        if (rest.Length != 6 || !Ascii.IsOneOf(rest[0], "+-") || !TryMinute(rest[1..], out int hour, out int minute)) return false;
        int minutes = (hour * 60) + minute;
        offset = (short)(Ascii.Is(rest[0], '-') ? -minutes : minutes);
        // RFC 3339 4.3 gives -00:00 the meaning "unknown offset", which this model writes by leaving the offset out.
        return minutes != 0 || Ascii.Is(rest[0], '+');
    }

    /// <summary>Writes <c>YYYY-MM-DDThh:mm:ss</c>, 19 bytes; every lower precision is a beginning of it.</summary>
    public static void WriteSeconds(Span<byte> utf8, long localTicks) =>
        new DateTime(localTicks).TryFormat(utf8, out _, "s", CultureInfo.InvariantCulture);

    public static int WriteFraction(Span<byte> utf8, int ticks, int digits)
    {
        if (digits == 0) return 0;
        utf8[0] = (byte)'.';
        for (int i = digits; i < 7; i++) ticks /= 10;
        for (int i = digits; i > 0; i--, ticks /= 10) utf8[i] = (byte)('0' + (ticks % 10));
        return digits + 1;
    }

    public static int WriteOffset(Span<byte> utf8, short offset)
    {
        if (offset == Zulu)
        {
            utf8[0] = (byte)'Z';
            return 1;
        }

        utf8[0] = offset < 0 ? (byte)'-' : (byte)'+';
        WriteTwo(utf8[1..], Math.Abs(offset) / 60);
        utf8[3] = (byte)':';
        WriteTwo(utf8[4..], Math.Abs(offset) % 60);
        return 6;
    }

    private static void WriteTwo(Span<byte> utf8, int number)
    {
        utf8[1] = (byte)('0' + (number % 10));
        utf8[0] = (byte)('0' + (number / 10));
    }
}
