using System.Globalization;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>Numbers as ECMAScript writes them (Number::toString, radix 10), which is what RFC 8785 section 3.2.2.3 asks for.</summary>
internal static class CanonicalNumber
{
    // Beyond these powers of ten ECMAScript changes to an exponent.
    private const int MostWholeDigits = 21;
    private const int MostLeadingZeros = 6;

    /// <summary>The text of a finite number. Zero has no sign.</summary>
    public static string Text(double value)
    {
        if (value == 0) return "0";
        // The shortest digits that read back as the number.
        string shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        (string digits, int point) = Digits(shortest);
        string text = Layout(digits, point);
        return value < 0 ? "-" + text : text;
    }

    // The digits without zeros at either end, and how many of them stand before the decimal point (less than one: zeros follow the point first).
    private static (string Digits, int Point) Digits(string shortest)
    {
        int e = shortest.IndexOf('E', StringComparison.Ordinal);
        int exponent = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? shortest : shortest[..e];
        int dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        int whole = dot < 0 ? mantissa.Length : dot;
        string all = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        string digits = all.TrimStart('0');
        return (digits.TrimEnd('0'), whole - (all.Length - digits.Length) + exponent);
    }

    private static string Layout(string digits, int point)
    {
        if (point > MostWholeDigits || point <= -MostLeadingZeros) return Exponential(digits, point - 1);
        if (point <= 0) return string.Concat("0.", new string('0', -point), digits);
        return digits.Length <= point ? digits.PadRight(point, '0') : digits.Insert(point, ".");
    }

    private static string Exponential(string digits, int exponent)
    {
        StringBuilder text = new(digits);
        if (digits.Length > 1) text.Insert(1, '.');
        text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
