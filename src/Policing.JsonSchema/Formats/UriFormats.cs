namespace Policing.JsonSchema.Formats;

/// <summary>URIs and references to them by the grammar of RFC 3986.</summary>
internal static class UriFormats
{
    public static bool IsUri(ReadOnlySpan<byte> text) => SchemeLength(text) is var length and > 0 && IsRelative(text[(length + 1)..], afterScheme: true);

    public static bool IsUriReference(ReadOnlySpan<byte> text) => IsUri(text) || IsRelative(text, afterScheme: false);

    private static bool IsRelative(ReadOnlySpan<byte> text, bool afterScheme)
    {
        int hash = text.IndexOf((byte)'#');
        if (hash >= 0)
        {
            if (!AreCharacters(text[(hash + 1)..], ":@/?"u8))
            {
                return false;
            }
            text = text[..hash];
        }
        int question = text.IndexOf((byte)'?');
        if (question >= 0)
        {
            if (!AreCharacters(text[(question + 1)..], ":@/?"u8))
            {
                return false;
            }
            text = text[..question];
        }
        if (text.StartsWith("//"u8))
        {
            text = text[2..];
            int slash = text.IndexOf((byte)'/');
            return IsAuthority(slash < 0 ? text : text[..slash]) && (slash < 0 || AreCharacters(text[slash..], ":@/"u8));
        }
        // Without a scheme, a colon in the first segment would be one.
        int segment = text.IndexOf((byte)'/');
        ReadOnlySpan<byte> first = segment < 0 ? text : text[..segment];
        return (afterScheme || !first.Contains((byte)':')) && AreCharacters(text, ":@/"u8);
    }

    private static int SchemeLength(ReadOnlySpan<byte> text)
    {
        int colon = text.IndexOf((byte)':');
        if (colon < 1 || !char.IsAsciiLetter((char)text[0]))
        {
            return -1;
        }
        foreach (byte letter in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return -1;
            }
        }
        return colon;
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOf((byte)'@');
        if (at >= 0)
        {
            if (!AreCharacters(text[..at], ":"u8))
            {
                return false;
            }
            text = text[(at + 1)..];
        }
        int portAt = text.LastIndexOf((byte)':');
        if (text.StartsWith("["u8))
        {
            int close = text.IndexOf((byte)']');
            if (close < 0 || !IsLiteralAddress(text[1..close]))
            {
                return false;
            }
            text = text[(close + 1)..];
            return text.IsEmpty || (text[0] == ':' && IsPort(text[1..]));
        }
        if (portAt < 0)
        {
            return AreCharacters(text, default);
        }
        return AreCharacters(text[..portAt], default) && IsPort(text[(portAt + 1)..]);
    }

    private static bool IsPort(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool IsLiteralAddress(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || (text[0] | 0x20) != 'v')
        {
            return HostFormats.IsIPv6(text);
        }
        int dot = text.IndexOf((byte)'.');
        return dot > 1 && dot + 1 < text.Length && AreHex(text[1..dot]) && !text[dot..].Contains((byte)'%') && AreCharacters(text[(dot + 1)..], ":"u8);
    }

    private static bool AreHex(ReadOnlySpan<byte> digits)
    {
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether a text has only unreserved characters, sub-delimiters, whole percent sequences and the ones named.</summary>
    private static bool AreCharacters(ReadOnlySpan<byte> text, ReadOnlySpan<byte> also)
    {
        for (int at = 0; at < text.Length; at++)
        {
            byte letter = text[at];
            if (letter == '%')
            {
                if (at + 2 >= text.Length || !AreHex(text.Slice(at + 1, 2)))
                {
                    return false;
                }
                at += 2;
            }
            else if (!char.IsAsciiLetterOrDigit((char)letter) && !"-._~!$&'()*+,;="u8.Contains(letter) && !also.Contains(letter))
            {
                return false;
            }
        }
        return true;
    }
}
