using System.Globalization;
using System.Numerics;
using System.Text;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>The number of <c>multipleOf</c>: a whole number without zeros at its end, and a power of ten.</summary>
internal sealed class Divisor
{
    private readonly byte[] _raw;
    private readonly ulong _small;
    private readonly BigInteger _large;
    private readonly long _exponent;
    private readonly long _plain;

    public Divisor(byte[] raw)
    {
        _raw = raw;
        ExactNumber number = ExactNumber.Parse(raw);
        _exponent = number.Magnitude - number.Count;
        _large = Digits(number);
        _small = _large <= ulong.MaxValue ? (ulong)_large : 0;
        _plain = ShortNumber.TryParse(raw, out ShortNumber plain) && plain.Decimals == 0 ? plain.Digits : 0;
    }

    public bool Divides(in DocumentNumber number)
    {
        if (_plain > 0 && number.IsShort && number.Short.Decimals == 0)
        {
            return number.Short.Digits % _plain == 0;
        }
        ExactNumber exact = ExactNumber.Parse(number.Raw);
        if (exact.Count == 0)
        {
            return true;
        }
        long zeros = exact.Magnitude - exact.Count - _exponent;
        if (zeros < 0)
        {
            // Digits that do not end in 0 are no multiple of any power of ten.
            return false;
        }
        return _small != 0 ? exact.Remainder(_small, zeros) == 0 : DividesByLarge(exact, zeros);
    }

    public override string ToString() => Encoding.UTF8.GetString(_raw);

    private bool DividesByLarge(in ExactNumber number, long zeros)
    {
        BigInteger remainder = BigInteger.Zero;
        for (int place = 0; place < number.Count; place++)
        {
            remainder = ((remainder * 10) + number.Digit(place)) % _large;
        }
        return (remainder * BigInteger.ModPow(10, zeros, _large) % _large).IsZero;
    }

    private static BigInteger Digits(in ExactNumber number)
    {
        StringBuilder digits = new();
        for (int place = 0; place < number.Count; place++)
        {
            digits.Append((char)('0' + number.Digit(place)));
        }
        return BigInteger.Parse(digits.ToString(), CultureInfo.InvariantCulture);
    }
}
