using System.Globalization;
using Policing.DataModel;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Makes a date of birth the band that the age lies in today: <c>1987-06-05</c> becomes <c>35-44</c>. Where a partial date leaves more than one
/// band open, where the date lies ahead or gives an age over 130, or is not well formed, it is erased. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Today is the clock's date in UTC. Who was born on 29 February is a year older on 1 March. The output is no longer a well-formed
/// <see cref="PartialDateTime"/>.
/// </remarks>
public sealed class AgeBandRedactor : TextRedactor
{
    private const int MostAge = 130;
    private const int MostBands = 32;
    private readonly TimeProvider _clock;
    private readonly int[] _from;

    /// <summary>With the usual bands: 0-9, 10-17, 18-24, 25-34, 35-44, 45-54, 55-64 and 65+. The first two part at the age of criminal responsibility of England and Wales.</summary>
    /// <param name="clock">Says what day it is.</param>
    /// <exception cref="ArgumentNullException">The clock is null.</exception>
    public AgeBandRedactor(TimeProvider clock)
        : this(clock, [0, 10, 18, 25, 35, 45, 55, 65])
    {
    }

    /// <summary>With bands of your own.</summary>
    /// <param name="clock">Says what day it is.</param>
    /// <param name="from">The age at which each band begins, in years: 0 first, each more than the one before, at most 32. The last has no end.</param>
    /// <exception cref="ArgumentNullException">The clock is null.</exception>
    /// <exception cref="ArgumentException">The ages are not as described.</exception>
    public AgeBandRedactor(TimeProvider clock, ReadOnlySpan<int> from)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (!AreBands(from)) throw new ArgumentException("Bands begin at 0 and ascend, up to 130, at most 32 of them.", nameof(from));
        _clock = clock;
        _from = from.ToArray();
    }

    private static bool AreBands(ReadOnlySpan<int> from)
    {
        if (from.Length is 0 or > MostBands || from[0] != 0 || from[^1] > MostAge) return false;
        for (int i = 1; i < from.Length; i++)
            if (from[i] <= from[i - 1]) return false;
        return true;
    }

    private protected override int Coarsen(ReadOnlySpan<char> text, Span<char> output)
    {
        if (!PartialDateTime.TryParse(text, CultureInfo.InvariantCulture, out PartialDateTime born)) return 0;
        if (born.Earliest is not { } earliest || born.Latest is not { } latest) return 0;
        DateOnly today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        if (earliest > today) return 0;
        int most = Age(earliest, today);
        int least = Age(latest < today ? latest : today, today);
        int band = Band(most);
        return most <= MostAge && band == Band(least) ? Write(band, output) : 0;
    }

    private static int Age(DateOnly born, DateOnly today)
    {
        bool birthdayIsAhead = (today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0;
        return today.Year - born.Year - (birthdayIsAhead ? 1 : 0);
    }

    private int Band(int age)
    {
        int band = _from.Length - 1;
        while (_from[band] > age) band--;
        return band;
    }

    private int Write(int band, Span<char> output)
    {
        bool written = band == _from.Length - 1
            ? output.TryWrite(CultureInfo.InvariantCulture, $"{_from[band]}+", out int length)
            : output.TryWrite(CultureInfo.InvariantCulture, $"{_from[band]}-{_from[band + 1] - 1}", out length);
        return written ? length : 0;
    }
}
