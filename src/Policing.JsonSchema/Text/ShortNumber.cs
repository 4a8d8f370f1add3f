using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Text;

/// <summary>A number of at most 18 digits without an exponent, as nearly all are: exact, and quick to compare.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShortNumber(long Digits, int Decimals)
{
    private const int MaxDigits = 18;

    public static bool TryParse(ReadOnlySpan<byte> raw, out ShortNumber number)
    {
        number = default;
        long digits = 0;
        int decimals = -1;
        bool negative = raw[0] == '-';
        if (raw.Length > MaxDigits)
        {
            return false;
        }
        foreach (byte letter in negative ? raw[1..] : raw)
        {
            if (letter == '.')
            {
                decimals = 0;
                continue;
            }
            if (!char.IsAsciiDigit((char)letter))
            {
                return false;
            }
            digits = (digits * 10) + (letter - '0');
            decimals += decimals >= 0 ? 1 : 0;
        }
        number = new ShortNumber(negative ? -digits : digits, Math.Max(decimals, 0));
        return true;
    }

    public int Compare(ShortNumber other) => Decimals == other.Decimals
        ? Digits.CompareTo(other.Digits)
        : Scaled(other.Decimals - Decimals).CompareTo(other.Scaled(Decimals - other.Decimals));

    private Int128 Scaled(int places) => places <= 0 ? Digits : Math.BigMul(Digits, s_powers[places]);

    private static readonly long[] s_powers = [.. Enumerable.Range(0, MaxDigits + 1).Select(place => (long)Math.Pow(10, place))];
}
