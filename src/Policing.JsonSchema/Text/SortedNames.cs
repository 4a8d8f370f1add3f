using System.Buffers;

namespace Policing.JsonSchema.Text;

/// <summary>
/// The members of a large object in the order of a hash over their whole names, which differs from process to process, so that nobody can
/// write a document whose names all collide.
/// </summary>
internal static class SortedNames
{
    /// <summary>The hash in the upper half, the index of the name's token in the lower.</summary>
    public static ulong[] Rent(in Tape tape, int container)
    {
        int count = tape.Tokens[container].Length;
        ulong[] entries = ArrayPool<ulong>.Shared.Rent(count);
        int name = container + 1;
        for (int member = 0; member < count; member++)
        {
            entries[member] = ((ulong)(uint)SeededHash.OfText(tape, tape.Tokens[name]) << 32) | (uint)name;
            name = tape.Tokens[name + 1].Next;
        }
        entries.AsSpan(0, count).Sort();
        return entries;
    }

    public static void Return(ulong[] entries) => ArrayPool<ulong>.Shared.Return(entries);

    /// <summary>The token of a name that stands in the object more than once, or -1.</summary>
    public static int FindDuplicate(in Tape tape, int container)
    {
        ulong[] entries = Rent(tape, container);
        try
        {
            ReadOnlySpan<ulong> sorted = entries.AsSpan(0, tape.Tokens[container].Length);
            for (int first = 0; first < sorted.Length; first++)
            {
                for (int next = first + 1; next < sorted.Length && sorted[next] >> 32 == sorted[first] >> 32; next++)
                {
                    if (JsonEquality.SameText(tape, tape.Tokens[(int)(uint)sorted[first]], tape, tape.Tokens[(int)(uint)sorted[next]]))
                    {
                        return (int)(uint)sorted[next];
                    }
                }
            }
            return -1;
        }
        finally
        {
            Return(entries);
        }
    }

    /// <summary>The token of the member of a name, or -1.</summary>
    public static int Find(ReadOnlySpan<ulong> sorted, in Tape tape, in Tape searchedTape, in Token searched)
    {
        ulong hash = (uint)SeededHash.OfText(searchedTape, searched);
        int at = sorted.BinarySearch(hash << 32);
        for (at = at < 0 ? ~at : at; at < sorted.Length && sorted[at] >> 32 == hash; at++)
        {
            int name = (int)(uint)sorted[at];
            if (JsonEquality.SameText(tape, tape.Tokens[name], searchedTape, searched))
            {
                return name;
            }
        }
        return -1;
    }
}
