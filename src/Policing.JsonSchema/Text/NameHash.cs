using System.Buffers.Binary;
using System.Numerics;

namespace Policing.JsonSchema.Text;

/// <summary>
/// A quick hash of 24 bits of a name, from its length and at most its first and last eight bytes. It only narrows a search: equal hashes
/// are always followed by a comparison, and nowhere does the time for a whole object depend on it.
/// </summary>
internal static class NameHash
{
    public static uint Of(ReadOnlySpan<byte> name)
    {
        int length = name.Length;
        ulong head;
        ulong tail;
        if (length >= 8)
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(name[(length - 8)..]);
        }
        else if (length >= 4)
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(name[(length - 4)..]);
        }
        else if (length > 0)
        {
            head = name[0] | ((ulong)name[length >> 1] << 8) | ((ulong)name[length - 1] << 16);
            tail = 0;
        }
        else
        {
            head = tail = 0;
        }
        ulong mixed = (head * 0x9E3779B97F4A7C15UL) ^ (BitOperations.RotateLeft(tail, 29) * 0xC2B2AE3D27D4EB4FUL) ^ (uint)length;
        mixed ^= mixed >> 32;
        return (uint)((mixed * 0xD6E8FEB86659FD93UL) >> 40);
    }
}
