using System.Globalization;
using System.Text;

namespace Policing.PartnerHost;

/// <summary>Names in one spelling: capitals without accents or apostrophes, parts apart where there is a space or hyphen.</summary>
internal static class NameText
{
    private const int MostParts = 8;

    /// <summary>The parts of a name, as <c>O'Brien-Smythe</c> gives OBRIEN and SMYTHE.</summary>
    public static string[] Parts(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return [];
        StringBuilder text = new(name.Length + 4);
        foreach (Rune rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes()) Append(text, rune);
        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostParts)];
    }

    /// <summary>The same without anything between the parts.</summary>
    public static string Whole(string? name) => string.Concat(Parts(name));

    private static void Append(StringBuilder text, Rune rune)
    {
        string? spelled = rune.Value switch
        {
            'ß' => "SS",
            'Æ' or 'æ' => "AE",
            'Œ' or 'œ' => "OE",
            'Ø' or 'ø' => "O",
            'Ł' or 'ł' => "L",
            'Đ' or 'đ' or 'Ð' or 'ð' => "D",
            'Þ' or 'þ' => "TH",
            'ı' => "I",
            _ => null,
        };
        if (spelled is not null) text.Append(spelled);
        else if (Rune.IsLetter(rune)) text.Append(Rune.ToUpperInvariant(rune).ToString());
        else if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation || rune.Value is ',' or '/' or '_') text.Append(' ');
        // Marks, apostrophes and the rest are left out.
    }
}
