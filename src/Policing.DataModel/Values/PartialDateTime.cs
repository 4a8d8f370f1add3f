using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Json.Serialization;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// When something was, as far as it is known: a year, a month, a date, or a date with a time to the minute or finer; the time with an
/// offset, or without one when it is not known. Nothing is ever filled in: <c>1980</c> is not 1 January 1980, and a time without an offset
/// stays so. Any other text is kept as malformed. <c>default</c> is absent.
/// </summary>
/// <remarks>
/// Equality is of what was written. Ordering is that of the text, a total order for sorting that places a year before its months; it is not
/// chronology: for that ask <see cref="IsBefore"/> and <see cref="CouldBe"/>. Thread-safe.
/// Forms: <c>YYYY</c>, <c>YYYY-MM</c>, <c>YYYY-MM-DD</c>, <c>YYYY-MM-DDThh:mm[:ss[.f]][Z|+hh:mm]</c>. Source: ISO 8601-1 with RFC 3339's
/// offsets; POLE DS_001.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<PartialDateTime>))]
[SuppressMessage("Design", "CA1036", Justification = "Sorting is not chronology: '<' would read as 'before'.")]
[SuppressMessage("Design", "MA0097", Justification = "Sorting is not chronology: '<' would read as 'before'.")]
public readonly struct PartialDateTime : ITextValue<PartialDateTime>, IComparable<PartialDateTime>, IUtf8SpanFormattable
{
    private const short Zulu = IsoParts.Zulu;
    private const short NoOffset = short.MinValue;

    // Ticks of the earliest local instant that the text allows.
    private readonly long _localTicks;
    private readonly short _offset;
    private readonly byte _precision;
    private readonly byte _fraction;

    // The text of a malformed value; null otherwise.
    private readonly string? _text;

    private PartialDateTime(long localTicks, DatePrecision precision, short offset = NoOffset, int fraction = 0)
    {
        _localTicks = localTicks;
        _precision = (byte)precision;
        _offset = offset;
        _fraction = (byte)fraction;
    }

    private PartialDateTime(string malformed) => _text = malformed;

    /// <inheritdoc/>
    public static string Shape => "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss], with Z or an offset such as +01:00 only if it is known";

    /// <inheritdoc/>
    public bool IsAbsent => _precision == 0 && _text is null;

    /// <inheritdoc/>
    public bool IsMalformed => _text is not null;

    /// <summary>How much is known.</summary>
    public DatePrecision Precision => (DatePrecision)_precision;

    /// <summary>The year; 0 when absent or malformed.</summary>
    public int Year => _precision == 0 ? 0 : new DateTime(_localTicks).Year;

    /// <summary>The month, when known.</summary>
    public int? Month => Precision >= DatePrecision.Month ? new DateTime(_localTicks).Month : null;

    /// <summary>The date, when known to the day.</summary>
    public DateOnly? Date => Precision >= DatePrecision.Day ? DateOnly.FromDateTime(new DateTime(_localTicks)) : null;

    /// <summary>The local time of day, when known.</summary>
    public TimeOnly? Time => Precision >= DatePrecision.Minute ? TimeOnly.FromDateTime(new DateTime(_localTicks)) : null;

    /// <summary>The offset from UTC, when a time is given with one.</summary>
    public TimeSpan? Offset => Precision < DatePrecision.Minute || _offset == NoOffset ? null : TimeSpan.FromMinutes(_offset == Zulu ? 0 : _offset);

    /// <summary>The instant, when time and offset are given (to the start of the minute or second given).</summary>
    public DateTimeOffset? Instant => Offset is { } offset && InstantExists(offset) ? new DateTimeOffset(_localTicks, offset) : null;

    /// <summary>The first date that it can mean; <c>null</c> when absent or malformed.</summary>
    public DateOnly? Earliest => _precision == 0 ? null : DateOnly.FromDateTime(new DateTime(_localTicks));

    /// <summary>The last date that it can mean; <c>null</c> when absent or malformed.</summary>
    public DateOnly? Latest => Earliest is not { } first ? null : Precision switch
    {
        DatePrecision.Year => new DateOnly(first.Year, 12, 31),
        DatePrecision.Month => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
        _ => first,
    };

    /// <summary>What London's clocks say of a time given without an offset. Source: Summer Time Act 1972 as amended by the Summer Time Order 2002; the rule has held since 1996.</summary>
    public LondonTime InLondon => Precision < DatePrecision.Minute || _offset != NoOffset ? LondonTime.NotApplicable : LondonOf(new DateTime(_localTicks));

    /// <inheritdoc/>
    public string Text
    {
        get
        {
            if (_text is not null) return _text;
            Span<byte> buffer = stackalloc byte[40];
            return Encoding.ASCII.GetString(buffer[..Write(buffer)]);
        }
    }

    /// <summary>The text of a well-formed value: each is its own canonical form, for nothing is converted; <c>null</c> when absent or malformed.</summary>
    public string? Canonical => _precision == 0 ? null : Text;

    /// <summary>True when both are well formed and were written alike; for chronology ask <see cref="CouldBe"/>.</summary>
    public bool Means(PartialDateTime other) => _precision != 0 && Equals(other);

    /// <summary>A year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 9999.</exception>
    public static PartialDateTime FromYear(int year) => new(new DateTime(year, 1, 1).Ticks, DatePrecision.Year);

    /// <summary>A month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static PartialDateTime FromMonth(int year, int month) => new(new DateTime(year, month, 1).Ticks, DatePrecision.Month);

    /// <summary>A date.</summary>
    public static PartialDateTime FromDate(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue).Ticks, DatePrecision.Day);

    /// <summary>A date and a local time to the minute, whose offset is not known.</summary>
    public static PartialDateTime FromLocal(DateOnly date, TimeOnly time) =>
        new(date.ToDateTime(new TimeOnly(time.Hour, time.Minute)).Ticks, DatePrecision.Minute);

    /// <summary>An instant to the second, with its offset.</summary>
    public static PartialDateTime FromInstant(DateTimeOffset instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond), DatePrecision.Second, instant.Offset == TimeSpan.Zero ? Zulu : (short)instant.Offset.TotalMinutes);

    /// <summary>True only when every moment that this can mean is before every one that the other can mean.</summary>
    public bool IsBefore(PartialDateTime other)
    {
        if (Moments is { } these && other.Moments is { } those) return these.End <= those.Start;
        return Latest is { } latest && other.Earliest is { } earliest && latest < earliest;
    }

    /// <summary>
    /// True when both can mean the same date; where both give time and offset, the same instant. A date is taken as written: without an
    /// offset on both sides nothing is converted.
    /// </summary>
    public bool CouldBe(PartialDateTime other)
    {
        if (Moments is { } these && other.Moments is { } those) return these.Start < those.End && those.Start < these.End;
        return Earliest is { } a && Latest is { } b && other.Earliest is { } c && other.Latest is { } d && a <= d && c <= b;
    }

    // The ticks in UTC that a time with an offset can mean, the end not among them: a minute is sixty seconds long.
    private (long Start, long End)? Moments => Instant is { } start ? (start.UtcTicks, start.UtcTicks + Length) : null;

    private long Length
    {
        get
        {
            if (Precision == DatePrecision.Minute) return TimeSpan.TicksPerMinute;
            long ticks = TimeSpan.TicksPerSecond;
            for (int i = 0; i < _fraction; i++) ticks /= 10;
            return ticks;
        }
    }

    private bool InstantExists(TimeSpan offset)
    {
        long utc = _localTicks - offset.Ticks;
        return utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static LondonTime LondonOf(DateTime local)
    {
        if (local.Year < 1996) return LondonTime.NotApplicable;
        DateTime forward = LastSunday(local.Year, 3).AddHours(1);
        DateTime back = LastSunday(local.Year, 10).AddHours(1);
        if (local >= forward && local < forward.AddHours(1)) return LondonTime.DoesNotExist;
        if (local >= back && local < back.AddHours(1)) return LondonTime.Ambiguous;
        return local >= forward && local < back ? LondonTime.Summer : LondonTime.Winter;
    }

    private static DateTime LastSunday(int year, int month)
    {
        DateTime last = new(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static bool TryRead<TChar>(ReadOnlySpan<TChar> text, out PartialDateTime value)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        value = default;
        switch (text.Length)
        {
            case 4 when IsoParts.TryYear(text, out int year):
                value = FromYear(year);
                return true;
            case 7 when IsoParts.TryMonth(text, out int year, out int month):
                value = FromMonth(year, month);
                return true;
            case 10 when IsoParts.TryDate(text, out int year, out int month, out int day):
                value = new(new DateTime(year, month, day).Ticks, DatePrecision.Day);
                return true;
            case >= 16 when Ascii.Is(text[10], 'T') && IsoParts.TryDate(text[..10], out int year, out int month, out int day):
                return TryReadTime(new DateTime(year, month, day), text[11..], out value);
            default:
                return false;
        }
    }

    private static bool TryReadTime<TChar>(DateTime date, ReadOnlySpan<TChar> text, out PartialDateTime value)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        value = default;
        if (!IsoParts.TryMinute(text[..5], out int hour, out int minute)) return false;
        ReadOnlySpan<TChar> rest = text[5..];
        DatePrecision precision = DatePrecision.Minute;
        int second = 0, ticks = 0, digits = 0;
        if (rest.Length >= 3 && Ascii.Is(rest[0], ':'))
        {
            // A leap second has no place on the tick scale: kept as text.
            if (!Ascii.TryTwo(rest[1..], out second) || second > 59) return false;
            rest = rest[3..];
            if (!IsoParts.TryFraction(ref rest, out ticks, out digits) || digits > 7) return false;
            precision = digits == 0 ? DatePrecision.Second : DatePrecision.Fraction;
        }

        short offset = NoOffset;
        if (!rest.IsEmpty && !IsoParts.TryOffset(rest, out offset)) return false;
        long local = date.Ticks + new TimeSpan(hour, minute, second).Ticks + ticks;
        value = new(local, precision, offset, digits);
        return true;
    }

    /// <summary>Writes the text of a value that is not malformed, to at least 40 bytes; gives its length.</summary>
    internal int Write(Span<byte> utf8)
    {
        if (Precision == DatePrecision.None) return 0;
        IsoParts.WriteSeconds(utf8, _localTicks);
        switch (Precision)
        {
            case DatePrecision.Year:
                return 4;
            case DatePrecision.Month:
                return 7;
            case DatePrecision.Day:
                return 10;
            case DatePrecision.Minute:
                return 16 + WriteOffset(utf8[16..]);
            case DatePrecision.Second or DatePrecision.Fraction:
                int used = 19 + IsoParts.WriteFraction(utf8[19..], (int)(_localTicks % TimeSpan.TicksPerSecond), _fraction);
                return used + WriteOffset(utf8[used..]);
            default:
                throw new InvalidOperationException("A precision that this type does not have.");
        }
    }

    private int WriteOffset(Span<byte> utf8) => _offset == NoOffset ? 0 : IsoParts.WriteOffset(utf8, _offset);

    /// <inheritdoc/>
    public static PartialDateTime FromUtf8(ReadOnlySpan<byte> utf8) =>
        TryRead(utf8, out PartialDateTime value) ? value : new(Encoding.UTF8.GetString(utf8));

    /// <inheritdoc/>
    public static PartialDateTime FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text.AsSpan(), out PartialDateTime value) ? value : new(text);
    }

    /// <inheritdoc/>
    public static bool IsValid(ReadOnlySpan<byte> utf8) => TryRead(utf8, out _);

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static PartialDateTime Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <inheritdoc/>
    public static PartialDateTime Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryRead(s, out PartialDateTime value) ? value : throw NotOne();

    /// <inheritdoc/>
    public static PartialDateTime Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryRead(utf8Text, out PartialDateTime value) ? value : throw NotOne();

    private static FormatException NotOne() => new($"Not a date and time: expected {Shape}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartialDateTime result) => TryRead(s.AsSpan(), out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PartialDateTime result) => TryRead(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out PartialDateTime result) => TryRead(utf8Text, out result);

    /// <inheritdoc/>
    public bool Equals(PartialDateTime other) =>
        _localTicks == other._localTicks && _precision == other._precision && _offset == other._offset && _fraction == other._fraction
        && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PartialDateTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _text is null ? HashCode.Combine(_localTicks, _precision, _offset, _fraction) : string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>Orders as the text does, ordinally; malformed ones come after all others; absent is first.</summary>
    public int CompareTo(PartialDateTime other)
    {
        if (IsMalformed != other.IsMalformed) return IsMalformed ? 1 : -1;
        return string.CompareOrdinal(Text, other.Text);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Text;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = Text;
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (_text is not null) return Encoding.UTF8.TryGetBytes(_text, utf8Destination, out bytesWritten);
        Span<byte> buffer = stackalloc byte[40];
        int length = Write(buffer);
        bytesWritten = buffer[..length].TryCopyTo(utf8Destination) ? length : 0;
        return bytesWritten == length;
    }

    /// <summary>Equality of what was written.</summary>
    public static bool operator ==(PartialDateTime left, PartialDateTime right) => left.Equals(right);

    /// <summary>Inequality of what was written.</summary>
    public static bool operator !=(PartialDateTime left, PartialDateTime right) => !left.Equals(right);
}
