using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>
/// A month of the data, written <c>2024-01</c>. Ordered by time. <c>default</c> is no month, is before all others, and is refused in a request.
/// </summary>
/// <remarks>The service files by month and says nothing finer of when a crime happened. Source: data.police.uk/about.</remarks>
public readonly struct DataMonth : IEquatable<DataMonth>, IComparable<DataMonth>, ISpanParsable<DataMonth>, ISpanFormattable
{
    private const int LastNumber = (9999 * 12) + 11;

    // Months since the year 0; 0 is no month.
    private readonly int _number;

    private DataMonth(int number) => _number = number;

    /// <summary>A month.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public DataMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _number = (year * 12) + month - 1;
    }

    /// <summary>True for <c>default</c>.</summary>
    public bool IsAbsent => _number == 0;

    /// <summary>The year; 0 when absent.</summary>
    public int Year => _number / 12;

    /// <summary>The month, 1 to 12; 0 when absent.</summary>
    public int Month => IsAbsent ? 0 : (_number % 12) + 1;

    /// <summary>The month of a date.</summary>
    public static DataMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>The month of a date of the model; absent where that has no month.</summary>
    public static DataMonth Of(PartialDateTime date) => date.Month is { } month ? new(date.Year, month) : default;

    /// <summary>As the model writes it.</summary>
    public PartialDateTime ToPartialDateTime() => IsAbsent ? default : PartialDateTime.FromMonth(Year, Month);

    /// <summary>So many months later, or earlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    /// <exception cref="InvalidOperationException">This month is absent.</exception>
    public DataMonth AddMonths(int months)
    {
        if (IsAbsent)
            throw new InvalidOperationException("Nothing can be added to no month.");
        var number = (long)_number + months;
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 12, nameof(months));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LastNumber, nameof(months));
        return new((int)number);
    }

    /// <summary>The months from this to another, both included; none where the other is earlier, or one is absent.</summary>
    public IEnumerable<DataMonth> Through(DataMonth last)
    {
        if (IsAbsent)
            yield break;
        for (var number = _number; number <= last._number; number++)
            yield return new(number);
    }

    /// <summary>Reads <c>YYYY-MM</c>.</summary>
    /// <exception cref="FormatException">The text is no month; it is not quoted.</exception>
    public static DataMonth Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static DataMonth Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException("A month is written YYYY-MM, for example 2024-01.");

    /// <summary>Reads <c>YYYY-MM</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DataMonth result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out DataMonth)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DataMonth result)
    {
        result = default;
        if (s.Length != 7 || s[4] != '-'
            || !int.TryParse(s[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(s[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || year < 1 || month is < 1 or > 12)
            return false;
        result = new(year, month);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(DataMonth other) => _number == other._number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DataMonth other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _number;

    /// <inheritdoc/>
    public int CompareTo(DataMonth other) => _number.CompareTo(other._number);

    /// <summary>As <c>2024-01</c> in every culture; empty when absent.</summary>
    public override string ToString() => IsAbsent ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    /// <inheritdoc cref="ToString()"/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes as <see cref="ToString()"/> does.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        return IsAbsent || destination.TryWrite(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}", out charsWritten);
    }

    /// <summary>The same month.</summary>
    public static bool operator ==(DataMonth left, DataMonth right) => left.Equals(right);

    /// <summary>Another month.</summary>
    public static bool operator !=(DataMonth left, DataMonth right) => !left.Equals(right);

    /// <summary>Earlier.</summary>
    public static bool operator <(DataMonth left, DataMonth right) => left._number < right._number;

    /// <summary>Earlier, or the same.</summary>
    public static bool operator <=(DataMonth left, DataMonth right) => left._number <= right._number;

    /// <summary>Later.</summary>
    public static bool operator >(DataMonth left, DataMonth right) => left._number > right._number;

    /// <summary>Later, or the same.</summary>
    public static bool operator >=(DataMonth left, DataMonth right) => left._number >= right._number;
}
