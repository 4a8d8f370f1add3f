using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Objects of one answer by the bytes that they are written in, and how to read on behind them: where the same bytes come again, they need not be
/// read. A fixed number of slots, each with the last object that fell there, so it never grows. Not thread-safe.
/// </summary>
internal sealed class PartPool<T>(int slots)
    where T : AnswerPart
{
    private const int Window = 48;

    private readonly PartSlot<T>[] _slots = new PartSlot<T>[slots];

    /// <summary>The slot of the object that begins here.</summary>
    public ref PartSlot<T> Find(ReadOnlySpan<byte> utf8, int start) => ref _slots[SlotOf(utf8.Slice(start, Math.Min(Window, utf8.Length - start)))];

    /// <summary>By the first bytes, in which the values differ.</summary>
    private int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 0UL;
        for (var i = 0; i + sizeof(ulong) <= bytes.Length; i += sizeof(ulong))
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes[i..])) * 0x9E3779B97F4A7C15;
        return (int)((hash >> 33) % (uint)_slots.Length);
    }
}
