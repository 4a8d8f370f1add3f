using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Json.Serialization;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// The instant that a machine writes: date, time to the second or finer, and the offset, for example <c>2026-03-04T10:15:30Z</c>. A text
/// without an offset is malformed and kept, never taken as local. <c>default</c> is absent.
/// </summary>
/// <remarks>
/// Two well-formed times are equal, and order, by their instant. Finer than 100 ns, and a leap second, are malformed and kept. Thread-safe. Source: RFC 3339 5.6.
/// What people state about the world is a <see cref="PartialDateTime"/>.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<RecordedTime>))]
public readonly struct RecordedTime : ITextValue<RecordedTime>, IComparable<RecordedTime>, IUtf8SpanFormattable
{
    private const short Zulu = IsoParts.Zulu;

    private readonly long _localTicks;
    private readonly short _offset;
    private readonly byte _fraction;
    private readonly bool _known;

    // The text of a malformed time; null otherwise.
    private readonly string? _text;

    private RecordedTime(long localTicks, short offset, byte fraction)
    {
        _localTicks = localTicks;
        _offset = offset;
        _fraction = fraction;
        _known = true;
    }

    private RecordedTime(string malformed) => _text = malformed;

    /// <inheritdoc/>
    public static string Shape => "YYYY-MM-DDThh:mm:ss, optionally a fraction, then Z or an offset such as +01:00";

    /// <inheritdoc/>
    public bool IsAbsent => !_known && _text is null;

    /// <inheritdoc/>
    public bool IsMalformed => !_known && _text is not null;

    /// <summary>The instant with its offset; <c>null</c> when absent or malformed.</summary>
    public DateTimeOffset? Instant => _known ? new DateTimeOffset(_localTicks, TimeSpan.FromMinutes(OffsetMinutes)) : null;

    private int OffsetMinutes => _offset == Zulu ? 0 : _offset;

    private long UtcTicks => _localTicks - (OffsetMinutes * TimeSpan.TicksPerMinute);

    /// <inheritdoc/>
    public string Text
    {
        get
        {
            if (_text is not null) return _text;
            Span<byte> buffer = stackalloc byte[40];
            return _known ? Encoding.ASCII.GetString(buffer[..Write(buffer)]) : "";
        }
    }

    /// <summary>The instant in UTC with no more digits than it needs, for example <c>2026-03-04T10:15:30.5Z</c>; <c>null</c> when absent or malformed.</summary>
    public string? Canonical => Instant is { } instant ? From(instant).Text : null;

    /// <summary>True when both are well formed and the same instant.</summary>
    public bool Means(RecordedTime other) => _known && Equals(other);

    /// <summary>This instant, in UTC, to 100 ns.</summary>
    public static RecordedTime From(DateTimeOffset instant)
    {
        long ticks = instant.UtcTicks;
        long fraction = ticks % TimeSpan.TicksPerSecond;
        byte digits = 0;
        if (fraction != 0)
        {
            digits = 7;
            for (; fraction % 10 == 0; fraction /= 10) digits--;
        }

        return new(ticks, Zulu, digits);
    }

    /// <summary>Now, in UTC, to the millisecond.</summary>
    public static RecordedTime Now(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        DateTimeOffset now = time.GetUtcNow();
        return From(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)));
    }

    private static bool TryRead<TChar>(ReadOnlySpan<TChar> text, out long localTicks, out short offset, out byte fraction)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        localTicks = 0;
        offset = 0;
        fraction = 0;
        if (text.Length < 20 || !IsoParts.TryDate(text[..10], out int year, out int month, out int day)) return false;
        if (!Ascii.Is(text[10], 'T') || !IsoParts.TryTime(text[11..19], out int hour, out int minute, out int second)) return false;
        ReadOnlySpan<TChar> rest = text[19..];
        if (!IsoParts.TryFraction(ref rest, out int ticks, out int digits) || digits > 7) return false;
        if (!IsoParts.TryOffset(rest, out short minutes)) return false;
        if (second == 60) return false;
        offset = minutes;
        fraction = (byte)digits;
        localTicks = new DateTime(year, month, day, hour, minute, second).Ticks + ticks;
        return true;
    }

    private static bool InRange(long localTicks, short offset)
    {
        long utc = localTicks - ((offset == Zulu ? 0 : offset) * TimeSpan.TicksPerMinute);
        return utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks && (offset == Zulu || Math.Abs((int)offset) <= 14 * 60);
    }

    /// <inheritdoc/>
    public static RecordedTime FromUtf8(ReadOnlySpan<byte> utf8) =>
        TryRead(utf8, out long ticks, out short offset, out byte fraction) && InRange(ticks, offset)
            ? new(ticks, offset, fraction)
            : new(Encoding.UTF8.GetString(utf8));

    /// <inheritdoc/>
    public static RecordedTime FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromChars(text, text);
    }

    private static RecordedTime FromChars(ReadOnlySpan<char> chars, string? text) =>
        TryRead(chars, out long ticks, out short offset, out byte fraction) && InRange(ticks, offset)
            ? new(ticks, offset, fraction)
            : new(text ?? chars.ToString());

    /// <inheritdoc/>
    public static bool IsValid(ReadOnlySpan<byte> utf8) =>
        TryRead(utf8, out long ticks, out short offset, out _) && InRange(ticks, offset);

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static RecordedTime Parse(string s, IFormatProvider? provider = null) => Strict(FromText(s));

    /// <inheritdoc/>
    public static RecordedTime Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => Strict(FromChars(s, null));

    /// <inheritdoc/>
    public static RecordedTime Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => Strict(FromUtf8(utf8Text));

    private static RecordedTime Strict(RecordedTime time) =>
        time.IsMalformed ? throw new FormatException($"Not a recorded time: expected {Shape}.") : time;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecordedTime result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RecordedTime result)
    {
        bool read = TryRead(s, out long ticks, out short offset, out byte fraction) && InRange(ticks, offset);
        result = read ? new(ticks, offset, fraction) : default;
        return read;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out RecordedTime result)
    {
        bool read = TryRead(utf8Text, out long ticks, out short offset, out byte fraction) && InRange(ticks, offset);
        result = read ? new(ticks, offset, fraction) : default;
        return read;
    }

    /// <inheritdoc/>
    public bool Equals(RecordedTime other) =>
        _known == other._known
        && (_known ? UtcTicks == other.UtcTicks : string.Equals(_text, other._text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordedTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _known ? UtcTicks.GetHashCode() : string.GetHashCode(_text ?? "", StringComparison.Ordinal);

    /// <summary>Orders by instant; malformed ones come after all others, by text; absent is first.</summary>
    public int CompareTo(RecordedTime other)
    {
        if (IsMalformed || other.IsMalformed)
            return IsMalformed == other.IsMalformed ? string.CompareOrdinal(_text, other._text) : IsMalformed ? 1 : -1;
        return _known != other._known ? (_known ? 1 : -1) : UtcTicks.CompareTo(other.UtcTicks);
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
        if (!_known || _text is not null) return Encoding.UTF8.TryGetBytes(Text, utf8Destination, out bytesWritten);
        bytesWritten = 0;
        Span<byte> buffer = stackalloc byte[40];
        int length = Write(buffer);
        if (!buffer[..length].TryCopyTo(utf8Destination)) return false;
        bytesWritten = length;
        return true;
    }

    /// <summary>Writes the text of a value that is neither absent nor malformed, to at least 40 bytes; gives its length.</summary>
    internal int Write(Span<byte> utf8)
    {
        IsoParts.WriteSeconds(utf8, _localTicks);
        int used = 19 + IsoParts.WriteFraction(utf8[19..], (int)(_localTicks % TimeSpan.TicksPerSecond), _fraction);
        return used + IsoParts.WriteOffset(utf8[used..], _offset);
    }

    /// <summary>Equality of instants.</summary>
    public static bool operator ==(RecordedTime left, RecordedTime right) => left.Equals(right);

    /// <summary>Inequality of instants.</summary>
    public static bool operator !=(RecordedTime left, RecordedTime right) => !left.Equals(right);

    /// <summary>Order of instants.</summary>
    public static bool operator <(RecordedTime left, RecordedTime right) => left.CompareTo(right) < 0;

    /// <summary>Order of instants.</summary>
    public static bool operator >(RecordedTime left, RecordedTime right) => left.CompareTo(right) > 0;

    /// <summary>Order of instants.</summary>
    public static bool operator <=(RecordedTime left, RecordedTime right) => left.CompareTo(right) <= 0;

    /// <summary>Order of instants.</summary>
    public static bool operator >=(RecordedTime left, RecordedTime right) => left.CompareTo(right) >= 0;
}
