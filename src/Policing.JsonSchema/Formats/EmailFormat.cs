namespace Policing.JsonSchema.Formats;

/// <summary>A mailbox of RFC 5321, section 4.1.2, without comments.</summary>
internal static class EmailFormat
{
    public static bool IsEmail(ReadOnlySpan<byte> text)
    {
        int at = text.LastIndexOf((byte)'@');
        return at > 0 && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocalPart(ReadOnlySpan<byte> text) =>
        text[0] == '"' ? IsQuoted(text) : IsDotted(text);

    private static bool IsQuoted(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[^1] != '"')
        {
            return false;
        }
        text = text[1..^1];
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                return false;
            }
            if (at == text.Length || text[at] is < 32 or > 126)
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsDotted(ReadOnlySpan<byte> text)
    {
        byte before = (byte)'.';
        foreach (byte letter in text)
        {
            bool dot = letter == '.';
            if (dot ? before == '.' : !char.IsAsciiLetterOrDigit((char)letter) && !"!#$%&'*+-/=?^_`{|}~"u8.Contains(letter))
            {
                return false;
            }
            before = letter;
        }
        return before != '.';
    }

    private static bool IsDomain(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != '[' || text[^1] != ']')
        {
            return HostFormats.IsHostname(text);
        }
        text = text[1..^1];
        return text.StartsWith("IPv6:"u8) ? HostFormats.IsIPv6(text[5..]) : HostFormats.IsIPv4(text);
    }
}
