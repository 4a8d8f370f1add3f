using System.Globalization;
using System.Text;

namespace Policing.Cli.Output;

/// <summary>Text of others that a terminal cannot mistake for commands: control, format and bidi characters are shown as U+XXXX.</summary>
internal static class SafeText
{
    public static string Of(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsPlain(rune)) safe.Append(rune);
            else safe.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        }

        return safe.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
