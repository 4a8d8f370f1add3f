using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Api;

/// <summary>
/// The places of one answer, by the bytes that they are written in. A fixed number of slots, each with the last place that fell there, so it never
/// grows. Not thread-safe.
/// </summary>
internal sealed class PlacePool
{
    private const int Slots = 2048;

    private readonly Slot[] _slots = new Slot[Slots];

    /// <summary>Where the place of these bytes stands, or is to be put; null where it is not known.</summary>
    public ref PublishedPlace? Find(ReadOnlySpan<byte> utf8, int start, int length)
    {
        var bytes = utf8.Slice(start, length);
        ref var slot = ref _slots[SlotOf(bytes)];
        if (slot.Length != length || !utf8.Slice(slot.Start, length).SequenceEqual(bytes))
            slot = new() { Start = start, Length = length };
        return ref slot.Place;
    }

    /// <summary>By some of the bytes, wherever the digits stand.</summary>
    private static int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (var i = bytes.Length & 7; i + sizeof(ulong) <= bytes.Length; i += sizeof(ulong))
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes[i..])) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 53) & (Slots - 1);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public int Start;
        public int Length;
        public PublishedPlace? Place;
    }
}
