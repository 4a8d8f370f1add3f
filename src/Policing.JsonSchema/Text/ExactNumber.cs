namespace Policing.JsonSchema.Text;

/// <summary>
/// A JSON number as it is written, without rounding: a sign, significant digits, and the place of the decimal point. Nothing is copied.
/// Exponents beyond about ±2.3 × 10^18 count as that.
/// </summary>
internal readonly ref struct ExactNumber
{
    private const long FarthestPoint = long.MaxValue / 4;

    private readonly ReadOnlySpan<byte> _digits;
    private readonly int _point;

    private ExactNumber(bool negative, ReadOnlySpan<byte> digits, int point, long magnitude)
    {
        IsNegative = negative;
        _digits = digits;
        _point = point;
        Magnitude = magnitude;
    }

    /// <summary>Below zero; false for every zero.</summary>
    public bool IsNegative { get; }

    /// <summary>The number of significant digits: neither the first nor the last is 0. 0 for zero.</summary>
    public int Count => _digits.Length - (_point >= 0 ? 1 : 0);

    /// <summary>The number is 0.d₁d₂d₃… × 10^Magnitude.</summary>
    public long Magnitude { get; }

    public bool IsInteger => Magnitude >= Count;

    public int Digit(int place) => _digits[_point >= 0 && place >= _point ? place + 1 : place] - '0';

    public static ExactNumber Parse(ReadOnlySpan<byte> raw)
    {
        bool negative = raw[0] is (byte)'-';
        if (negative)
        {
            raw = raw[1..];
        }
        long exponent = 0;
        int exponentAt = raw.IndexOfAny((byte)'e', (byte)'E');
        if (exponentAt >= 0)
        {
            exponent = ParseExponent(raw[(exponentAt + 1)..]);
            raw = raw[..exponentAt];
        }
        int point = raw.IndexOf((byte)'.');
        long magnitude = exponent + (point < 0 ? raw.Length : point);
        int first = raw.IndexOfAnyExcept((byte)'0', (byte)'.');
        if (first < 0)
        {
            return new ExactNumber(negative: false, default, -1, 0);
        }
        int last = raw.LastIndexOfAnyExcept((byte)'0', (byte)'.');
        // Leading zeros before the point count as places, those after it lower the magnitude.
        magnitude -= point >= 0 && first > point ? first - 1 : first;
        ReadOnlySpan<byte> digits = raw[first..(last + 1)];
        return new ExactNumber(negative, digits, point > first && point < last ? point - first : -1, magnitude);
    }

    public int Compare(in ExactNumber other)
    {
        int sign = Sign;
        if (sign != other.Sign)
        {
            return sign.CompareTo(other.Sign);
        }
        return sign >= 0 ? CompareSize(other) : -CompareSize(other);
    }

    /// <summary>The remainder of the digits, read as one whole number, and then of so many zeros, by a divisor.</summary>
    public ulong Remainder(ulong divisor, long zeros)
    {
        UInt128 remainder = 0;
        for (int place = 0; place < Count; place++)
        {
            remainder = ((remainder * 10) + (uint)Digit(place)) % divisor;
        }
        return (ulong)(remainder * PowerOfTen(zeros, divisor) % divisor);
    }

    private int Sign => Count == 0 ? 0 : IsNegative ? -1 : 1;

    private int CompareSize(in ExactNumber other)
    {
        if (Magnitude != other.Magnitude)
        {
            return Magnitude.CompareTo(other.Magnitude);
        }
        int common = Math.Min(Count, other.Count);
        for (int place = 0; place < common; place++)
        {
            int difference = Digit(place) - other.Digit(place);
            if (difference != 0)
            {
                return difference;
            }
        }
        return Count - other.Count;
    }

    private static ulong PowerOfTen(long exponent, ulong divisor)
    {
        UInt128 result = 1 % divisor;
        UInt128 power = 10 % divisor;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                result = result * power % divisor;
            }
            power = power * power % divisor;
        }
        return (ulong)result;
    }

    private static long ParseExponent(ReadOnlySpan<byte> raw)
    {
        bool negative = raw[0] is (byte)'-';
        long exponent = 0;
        foreach (byte letter in raw)
        {
            if (char.IsAsciiDigit((char)letter) && exponent < FarthestPoint)
            {
                exponent = exponent > FarthestPoint / 10 ? FarthestPoint : (exponent * 10) + (letter - '0');
            }
        }
        return negative ? -exponent : exponent;
    }
}
