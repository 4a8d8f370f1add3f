namespace Policing.JsonSchema.Formats;

/// <summary>The formats of RFC 3339: full-date, full-time, date-time, and duration of its appendix A.</summary>
internal static class DateFormats
{
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryNumber(text[..4], out int year) || !TryNumber(text.Slice(5, 2), out int month) || !TryNumber(text[8..], out int day))
        {
            return false;
        }
        return month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month);
    }

    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':'
            || !TryNumber(text[..2], out int hour) || !TryNumber(text.Slice(3, 2), out int minute) || !TryNumber(text.Slice(6, 2), out int second)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }
        text = text[8..];
        if (text[0] == '.')
        {
            int digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1)
            {
                return false;
            }
            text = text[(digits + 1)..];
        }
        // A leap second is the last of a day in UTC.
        return TryOffset(text, out int offset) && (second < 60 || ((hour * 60) + minute - offset + 1440) % 1440 == 1439);
    }

    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > 11 && (text[10] | 0x20) == 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }
        text = text[1..];
        int time = text.IndexOf((byte)'T');
        if (time < 0)
        {
            return IsRow(text, "YMD"u8) || IsRow(text, "W"u8);
        }
        return (time == 0 || IsRow(text[..time], "YMD"u8)) && IsRow(text[(time + 1)..], "HMS"u8);
    }

    /// <summary>Numbers with units that follow each other without a gap.</summary>
    private static bool IsRow(ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        int last = -1;
        while (!text.IsEmpty)
        {
            int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            int unit = digits < 1 ? -1 : units.IndexOf(text[digits]);
            if (unit < 0 || (last >= 0 && unit != last + 1))
            {
                return false;
            }
            last = unit;
            text = text[(digits + 1)..];
        }
        return last >= 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !TryNumber(text.Slice(1, 2), out int hour) || !TryNumber(text[4..], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }
            number = (number * 10) + (digit - '0');
        }
        return true;
    }

    /// <summary>Of the proleptic Gregorian calendar, which also has a year 0.</summary>
    private static int DaysIn(int year, int month) => month switch
    {
        4 or 6 or 9 or 11 => 30,
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        _ => 31,
    };
}
