using System.Globalization;

namespace Policing.Ethics.Audit;

/// <summary>Whole numbers as the formats of C2SP write them: ASCII digits without leading zeros.</summary>
internal static class Whole
{
    public static bool TryParse(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        return (text.Length == 1 || !text.StartsWith('0')) && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
