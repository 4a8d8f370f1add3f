namespace Policing.JsonSchema.Formats;

/// <summary>UUIDs (RFC 4122) and JSON Pointers (RFC 6901, and their relative form).</summary>
internal static class PointerFormats
{
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36)
        {
            return false;
        }
        for (int at = 0; at < text.Length; at++)
        {
            if (at is 8 or 13 or 18 or 23 ? text[at] != '-' : !char.IsAsciiHexDigit((char)text[at]))
            {
                return false;
            }
        }
        return true;
    }

    public static bool IsJsonPointer(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] != '/')
        {
            return false;
        }
        for (int at = text.IndexOf((byte)'~'); at >= 0; at = text.IndexOf((byte)'~'))
        {
            text = text[(at + 1)..];
            if (text.IsEmpty || text[0] is not ((byte)'0' or (byte)'1'))
            {
                return false;
            }
        }
        return true;
    }

    public static bool IsRelativeJsonPointer(ReadOnlySpan<byte> text)
    {
        int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        if (digits == 0 || (digits > 1 && text[0] == '0'))
        {
            return false;
        }
        ReadOnlySpan<byte> rest = text[digits..];
        return rest is [(byte)'#'] || IsJsonPointer(rest);
    }
}
