using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>The closing quote of a string whose first byte is given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int StringEnd(ReadOnlySpan<byte> text, int start, out bool escaped)
    {
        escaped = false;
        if (text.Length - start >= Vector256<byte>.Count)
        {
            // Most strings end within the first block.
            uint hits = Specials(Vector256.Create(text.Slice(start, Vector256<byte>.Count)));
            int end = start + BitOperations.TrailingZeroCount(hits);
            if (hits != 0 && text[end] == '"')
            {
                return end;
            }
        }
        return LongStringEnd(text, start, out escaped);
    }

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

    private static int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }
        return at;
    }

    private static int LongStringEnd(ReadOnlySpan<byte> text, int at, out bool escaped)
    {
        escaped = false;
        while (true)
        {
            at = NextSpecial(text, at);
            switch (At(text, at))
            {
                case (byte)'"':
                    return at;
                case (byte)'\\':
                    escaped = true;
                    at = EscapeEnd(text, at);
                    if (at < 0)
                    {
                        return at;
                    }
                    continue;
                default:
                    return ~at;
            }
        }
    }

    /// <summary>The next quote, backslash or control character, or the end.</summary>
    private static int NextSpecial(ReadOnlySpan<byte> text, int at)
    {
        for (; text.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            uint hits = Specials(Vector256.Create(text.Slice(at, Vector256<byte>.Count)));
            if (hits != 0)
            {
                return at + BitOperations.TrailingZeroCount(hits);
            }
        }
        while (at < text.Length && text[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }
        return at;
    }

    /// <summary>A bit for each quote, backslash and control character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Specials(Vector256<byte> block)
    {
        Vector256<byte> hits = Vector256.Equals(block, Vector256.Create((byte)'"'))
            | Vector256.Equals(block, Vector256.Create((byte)'\\'))
            | Vector256.Equals(Vector256.Min(block, Vector256.Create((byte)0x1F)), block);
        return hits.ExtractMostSignificantBits();
    }

    private static int EscapeEnd(ReadOnlySpan<byte> text, int at)
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
