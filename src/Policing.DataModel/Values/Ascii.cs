using System.Numerics;

namespace Policing.DataModel;

/// <summary>Tests of ASCII characters that serve UTF-16 and UTF-8 text alike, so that each format has one parser.</summary>
internal static class Ascii
{
    public static bool IsDigit<TChar>(TChar c)
        where TChar : unmanaged, IBinaryInteger<TChar> => uint.CreateTruncating(c) - '0' <= 9;

    public static bool IsUpper<TChar>(TChar c)
        where TChar : unmanaged, IBinaryInteger<TChar> => uint.CreateTruncating(c) - 'A' <= 25;

    public static bool AreDigits<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        foreach (TChar c in text)
            if (!IsDigit(c)) return false;
        return true;
    }

    public static bool AreUpper<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        foreach (TChar c in text)
            if (!IsUpper(c)) return false;
        return true;
    }

    public static bool AreUpperOrDigits<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        foreach (TChar c in text)
            if (!IsUpper(c) && !IsDigit(c)) return false;
        return true;
    }

    public static bool Is<TChar>(ReadOnlySpan<TChar> text, string expected)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length != expected.Length) return false;
        for (int i = 0; i < text.Length; i++)
            if (uint.CreateTruncating(text[i]) != expected[i]) return false;
        return true;
    }

    public static bool IsHexDigit<TChar>(TChar c)
        where TChar : unmanaged, IBinaryInteger<TChar> => IsDigit(c) || (uint.CreateTruncating(c) | 0x20) - 'a' <= 5;

    /// <summary>Compares with lower-case text; the case of letters does not count.</summary>
    public static bool IsIgnoringCase<TChar>(ReadOnlySpan<TChar> text, string expected)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length != expected.Length) return false;
        for (int i = 0; i < text.Length; i++)
        {
            uint c = uint.CreateTruncating(text[i]);
            if ((c - 'A' <= 25 ? c | 0x20 : c) != expected[i]) return false;
        }

        return true;
    }

    public static bool Is<TChar>(TChar c, char expected)
        where TChar : unmanaged, IBinaryInteger<TChar> => uint.CreateTruncating(c) == expected;

    public static bool IsOneOf<TChar>(TChar c, string set)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        uint value = uint.CreateTruncating(c);
        return value < 128 && set.Contains((char)value, StringComparison.Ordinal);
    }

    /// <summary>Reads the first two characters as a number; false when one is not a digit.</summary>
    public static bool TryTwo<TChar>(ReadOnlySpan<TChar> text, out int number)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        uint tens = uint.CreateTruncating(text[0]) - '0';
        uint ones = uint.CreateTruncating(text[1]) - '0';
        number = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }

    /// <summary>Reads exactly these digits; false when one is not a digit.</summary>
    public static bool TryNumber<TChar>(ReadOnlySpan<TChar> digits, out int number)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        number = 0;
        foreach (TChar c in digits)
        {
            uint digit = uint.CreateTruncating(c) - '0';
            if (digit > 9) return false;
            number = (number * 10) + (int)digit;
        }

        return digits.Length > 0;
    }

    /// <summary>The number with these digits behind it; the caller has made sure that they are digits and that there is room.</summary>
    public static ulong Append<TChar>(ulong number, ReadOnlySpan<TChar> digits)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        foreach (TChar c in digits) number = (number * 10) + ulong.CreateTruncating(c) - '0';
        return number;
    }

    public static int IndexOf<TChar>(ReadOnlySpan<TChar> text, char c)
        where TChar : unmanaged, IBinaryInteger<TChar> => text.IndexOf(TChar.CreateTruncating(c));

    public static bool IsUpperOrDigit<TChar>(TChar c)
        where TChar : unmanaged, IBinaryInteger<TChar> => IsUpper(c) || IsDigit(c);

    /// <summary>The letter in upper case; any other character as it is.</summary>
    public static TChar ToUpper<TChar>(TChar c)
        where TChar : unmanaged, IBinaryInteger<TChar> => uint.CreateTruncating(c) - 'a' <= 25 ? c ^ TChar.CreateTruncating(0x20) : c;
}
