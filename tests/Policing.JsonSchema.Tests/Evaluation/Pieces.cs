using System.Buffers;

namespace Policing.JsonSchema.Tests.Evaluation;

/// <summary>A sequence of many small segments.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(ReadOnlyMemory<byte> memory, long start)
    {
        Memory = memory;
        RunningIndex = start;
    }

    public static ReadOnlySequence<byte> Of(byte[] bytes, int size)
    {
        Pieces first = new(bytes.AsMemory(0, Math.Min(size, bytes.Length)), 0);
        Pieces last = first;
        for (int start = size; start < bytes.Length; start += size)
        {
            Pieces next = new(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)), start);
            last.Next = next;
            last = next;
        }
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
