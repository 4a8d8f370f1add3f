using System.Numerics;
using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Text;

/// <summary>Characters of UTF-8 as Unicode counts them.</summary>
internal static class CodePoints
{
    /// <summary>The bytes that do not continue a character.</summary>
    public static int Count(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(utf8);
        foreach (ulong word in words)
        {
            // The highest bit of each byte that is 10xxxxxx.
            count += 8 - BitOperations.PopCount(word & ~(word << 1) & 0x8080808080808080UL);
        }
        foreach (byte unit in utf8[(words.Length * 8)..])
        {
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
