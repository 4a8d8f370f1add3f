using System.Runtime.CompilerServices;

namespace Policing.JsonSchema.Text;

/// <summary>
/// Steps through the bytes of a JSON text. A method that goes to an end gives its offset, or the complement (~) of the offset at which the
/// text is not JSON.
/// </summary>
internal static class JsonBytes
{
    /// <summary>The byte at an offset; 0, which nothing in JSON begins with, behind the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte At(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length ? text[at] : (byte)0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipSpace(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && text[at] <= ' ' ? SkipSpaces(text, at) : at;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NumberEnd(ReadOnlySpan<byte> text, int start, out bool whole)
    {
        int first = start + (text[start] == '-' ? 1 : 0);
        int at = DigitsEnd(text, first);
        whole = true;
        if (at < 0 || (text[first] == '0' && at > first + 1))
        {
            return at < 0 ? at : ~at;
        }
        if (At(text, at) == '.')
        {
            whole = false;
            at = DigitsEnd(text, at + 1);
        }
        if (at >= 0 && (At(text, at) | 0x20) == 'e')
        {
            whole = false;
            at++;
            at = DigitsEnd(text, at + (At(text, at) is (byte)'+' or (byte)'-' ? 1 : 0));
        }
        return at;
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>. The length is 0 where it is none of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TokenKind Literal(ReadOnlySpan<byte> text, byte first, out int length)
    {
        TokenKind kind = first switch
        {
            (byte)'t' => TokenKind.True,
            (byte)'f' => TokenKind.False,
            _ => TokenKind.Null,
        };
        ReadOnlySpan<byte> literal = kind switch
        {
            TokenKind.True => "true"u8,
            TokenKind.False => "false"u8,
            _ => "null"u8,
        };
        length = text.StartsWith(literal) ? literal.Length : 0;
        return kind;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }
        return at;
    }

    /// <summary>Where an escape sequence ends.</summary>
    public static int EscapeEnd(ReadOnlySpan<byte> text, int at)
    {
        byte letter = At(text, at + 1);
        if (letter != 'u')
        {
            return letter is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' ? at + 2 : ~(at + 2);
        }
        for (int digit = at + 2; digit < at + 6; digit++)
        {
            if (!char.IsAsciiHexDigit((char)At(text, digit)))
            {
                return ~at;
            }
        }
        return at + 6;
    }

    /// <summary>Where digits, of which there must be one, end.</summary>
    private static int DigitsEnd(ReadOnlySpan<byte> text, int start)
    {
        int at = start;
        while ((uint)at < (uint)text.Length && char.IsAsciiDigit((char)text[at]))
        {
            at++;
        }
        return at > start ? at : ~at;
    }
}
