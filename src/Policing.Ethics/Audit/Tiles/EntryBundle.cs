using System.Buffers;
using System.Buffers.Binary;

namespace Policing.Ethics.Audit;

/// <summary>Entries one after the other, each behind its length in two bytes.</summary>
internal static class EntryBundle
{
    public const int MostEntryBytes = ushort.MaxValue;
    public const int MostBytes = TilePath.FullWidth * (sizeof(ushort) + MostEntryBytes);

    public static void Append(ArrayBufferWriter<byte> bundle, ReadOnlySpan<byte> entry)
    {
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        bundle.Write(length);
        bundle.Write(entry);
    }

    /// <summary>The entries of a bundle; null where it does not end with the last of them.</summary>
    public static ReadOnlyMemory<byte>[]? Read(ReadOnlyMemory<byte> bundle, int width)
    {
        ReadOnlyMemory<byte>[] entries = new ReadOnlyMemory<byte>[width];
        for (int i = 0; i < width; i++)
        {
            if (bundle.Length < sizeof(ushort)) return null;
            int length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            bundle = bundle[sizeof(ushort)..];
            if (bundle.Length < length) return null;
            entries[i] = bundle[..length];
            bundle = bundle[length..];
        }
        return bundle.IsEmpty ? entries : null;
    }
}
