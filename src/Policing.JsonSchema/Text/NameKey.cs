using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Policing.JsonSchema.Text;

/// <summary>
/// The length of a name and its first and last eight bytes: all of it, up to sixteen bytes. Beyond that it only narrows a search, and is
/// followed by a comparison.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameKey(ulong Head, ulong Tail, int Length)
{
    private const int HashBits = 23;

    /// <summary>Whether two names with this key are equal.</summary>
    public bool IsWhole => Length <= 16;

    public uint Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong mixed = (Head * 0x9E3779B97F4A7C15UL) ^ (BitOperations.RotateLeft(Tail, 29) * 0xC2B2AE3D27D4EB4FUL) ^ (uint)Length;
            mixed ^= mixed >> 32;
            return (uint)((mixed * 0xD6E8FEB86659FD93UL) >> (64 - HashBits));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NameKey Of(ReadOnlySpan<byte> name)
    {
        int length = name.Length;
        if (length >= 8)
        {
            return new NameKey(BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[(length - 8)..]), length);
        }
        if (length >= 4)
        {
            return new NameKey(BinaryPrimitives.ReadUInt32LittleEndian(name), BinaryPrimitives.ReadUInt32LittleEndian(name[(length - 4)..]), length);
        }
        return length == 0 ? default : new NameKey(name[0] | ((ulong)name[length >> 1] << 8) | ((ulong)name[length - 1] << 16), 0, length);
    }
}
