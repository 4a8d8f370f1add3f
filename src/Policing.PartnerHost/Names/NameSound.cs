using System.Text;

namespace Policing.PartnerHost;

/// <summary>How a name sounds: NYSIIS, untruncated. Source: R. L. Taft, Name Search Techniques, New York State Identification and Intelligence System, 1970.</summary>
internal static class NameSound
{
    private static readonly (string From, string To)[] s_first = [("MAC", "MCC"), ("KN", "NN"), ("K", "C"), ("PH", "FF"), ("PF", "FF"), ("SCH", "SSS")];
    private static readonly (string From, string To)[] s_last = [("EE", "Y"), ("IE", "Y"), ("DT", "D"), ("RT", "D"), ("RD", "D"), ("NT", "D"), ("ND", "D")];

    /// <summary>The code of one part of a name in the spelling of <see cref="NameText"/>; names in other scripts sound as they are written.</summary>
    public static string Code(string part)
    {
        if (part.Length == 0 || !part.All(char.IsAsciiLetterUpper)) return part;
        StringBuilder name = new(End(Begin(part)));
        StringBuilder code = new(name.Length);
        code.Append(name[0]);
        for (int place = 1; place < name.Length; place++)
        {
            Replace(name, place);
            if (name[place] != code[^1]) code.Append(name[place]);
        }
        return Finish(code);
    }

    private static string Begin(string part)
    {
        foreach ((string from, string to) in s_first)
            if (part.StartsWith(from, StringComparison.Ordinal)) return to + part[from.Length..];
        return part;
    }

    private static string End(string part)
    {
        foreach ((string from, string to) in s_last)
            if (part.EndsWith(from, StringComparison.Ordinal) && part.Length > from.Length) return part[..^from.Length] + to;
        return part;
    }

    private static void Replace(StringBuilder name, int place)
    {
        char letter = name[place];
        char before = name[place - 1];
        char after = place + 1 < name.Length ? name[place + 1] : '\0';
        switch (letter)
        {
            case 'E' when after == 'V':
                name[place] = 'A';
                name[place + 1] = 'F';
                break;
            case 'A' or 'E' or 'I' or 'O' or 'U':
                name[place] = 'A';
                break;
            case 'Q':
                name[place] = 'G';
                break;
            case 'Z':
                name[place] = 'S';
                break;
            case 'M':
                name[place] = 'N';
                break;
            case 'K':
                name[place] = after == 'N' ? 'N' : 'C';
                break;
            case 'S' when after == 'C' && place + 2 < name.Length && name[place + 2] == 'H':
                name[place + 1] = 'S';
                name[place + 2] = 'S';
                break;
            case 'P' when after == 'H':
                name[place] = 'F';
                name[place + 1] = 'F';
                break;
            case 'H' when !IsVowel(before) || !IsVowel(after):
                name[place] = before;
                break;
            case 'W' when IsVowel(before):
                name[place] = before;
                break;
        }
    }

    private static string Finish(StringBuilder code)
    {
        if (code.Length > 1 && code[^1] == 'S') code.Length--;
        if (code.Length > 2 && code[^2] == 'A' && code[^1] == 'Y') code.Remove(code.Length - 2, 1);
        if (code.Length > 1 && code[^1] == 'A') code.Length--;
        return code.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U';
}
