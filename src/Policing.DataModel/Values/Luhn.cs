using System.Numerics;

namespace Policing.DataModel;

/// <summary>The check of ISO/IEC 7812-1: any one wrong digit changes it, and so do most exchanges of two neighbours (not 09 and 90).</summary>
internal static class Luhn
{
    /// <summary>True when the last of these digits is right; the caller has made sure that they are digits.</summary>
    public static bool Holds<TChar>(ReadOnlySpan<TChar> digits)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        uint sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            uint digit = uint.CreateTruncating(digits[^(i + 1)]) - '0';
            if (i % 2 != 0) digit = (digit * 2 / 10) + (digit * 2 % 10);
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
