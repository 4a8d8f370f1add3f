using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Policing.JsonSchema.Text;

/// <summary>
/// Finds where strings end. It looks at 64 bytes at once and keeps what it found for the strings that follow, so that the way from one
/// string to the next is a few steps of the processor.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct StringEnds
{
    private const int BlockSize = 64;

    /// <summary>Where the block begins; before any block, so far off that no string lies in it.</summary>
    private int _start = -BlockSize;

    /// <summary>A bit for each quote, backslash and control character of the block.</summary>
    private ulong _specials;

    public StringEnds()
    {
    }

    /// <summary>The closing quote of a string whose first byte is given, or the complement (~) of the offset at which the text is not JSON.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> text, int start, out bool escaped)
    {
        escaped = false;
        if ((uint)(start - _start) >= BlockSize)
        {
            Look(text, start);
        }
        ulong rest = _specials >> (start - _start);
        int end = start + BitOperations.TrailingZeroCount(rest);
        return rest != 0 && text[end] == '"' ? end : FindFurther(text, start, out escaped);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindFurther(ReadOnlySpan<byte> text, int at, out bool escaped)
    {
        escaped = false;
        while (true)
        {
            at = NextSpecial(text, at);
            switch (JsonBytes.At(text, at))
            {
                case (byte)'"':
                    return at;
                case (byte)'\\':
                    escaped = true;
                    at = JsonBytes.EscapeEnd(text, at);
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

    /// <summary>The next quote, backslash or control character, or the end of the text.</summary>
    private int NextSpecial(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            if ((uint)(at - _start) >= BlockSize)
            {
                Look(text, at);
            }
            ulong rest = _specials >> (at - _start);
            if (rest != 0)
            {
                return at + BitOperations.TrailingZeroCount(rest);
            }
            at = _start + BlockSize;
        }
        return text.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ReadOnlySpan<byte> text, int start)
    {
        _start = start;
        int left = text.Length - start;
        if (left >= BlockSize)
        {
            _specials = Specials(text.Slice(start, BlockSize));
        }
        else if (left > 0 && text.Length >= BlockSize)
        {
            // The last block of the text, less what lies before. (A shift by the whole width would be none.)
            _specials = Specials(text[^BlockSize..]) >> (BlockSize - left);
        }
        else
        {
            _specials = SpecialsOfFew(text[start..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Specials(ReadOnlySpan<byte> block)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<byte> bytes = Vector512.Create(block);
            return (Vector512.Equals(bytes, Vector512.Create((byte)'"'))
                | Vector512.Equals(bytes, Vector512.Create((byte)'\\'))
                | Vector512.LessThan(bytes, Vector512.Create((byte)0x20))).ExtractMostSignificantBits();
        }
        return SpecialsOfHalf(block) | ((ulong)SpecialsOfHalf(block[Vector256<byte>.Count..]) << Vector256<byte>.Count);
    }

    private static uint SpecialsOfHalf(ReadOnlySpan<byte> block)
    {
        Vector256<byte> bytes = Vector256.Create(block);
        return (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes)).ExtractMostSignificantBits();
    }

    private static ulong SpecialsOfFew(ReadOnlySpan<byte> bytes)
    {
        ulong specials = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            specials |= bytes[at] is (byte)'"' or (byte)'\\' or < 0x20 ? 1UL << at : 0;
        }
        return specials;
    }
}
