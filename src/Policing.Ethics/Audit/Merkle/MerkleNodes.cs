using System.Numerics;

namespace Policing.Ethics.Audit;

/// <summary>The hashes of all complete subtrees of a tree, wherever they are kept, and what follows from them: roots and proofs of any earlier size.</summary>
internal abstract class MerkleNodes
{
    /// <summary>The hash over the leaves from <c>index * 2^level</c> to before <c>(index + 1) * 2^level</c>, all of which are there.</summary>
    protected abstract MerkleHash Complete(int level, ulong index);

    public MerkleHash Root(ulong size) => size == 0 ? MerkleHash.OfNothing : Over(0, size);

    public MerkleHash[] Inclusion(ulong index, ulong size)
    {
        List<MerkleHash> proof = [];
        for (ulong from = 0, to = size; to - from > 1;)
        {
            ulong middle = Middle(from, to);
            bool isLeft = index < middle;
            proof.Add(isLeft ? Over(middle, to) : Over(from, middle));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }
        proof.Reverse();
        return [.. proof];
    }

    public MerkleHash[] Consistency(ulong oldSize, ulong size)
    {
        List<MerkleHash> proof = [];
        ulong from = 0;
        ulong to = size;
        while (to != oldSize)
        {
            ulong middle = Middle(from, to);
            bool isLeft = oldSize <= middle;
            proof.Add(isLeft ? Over(middle, to) : Over(from, middle));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }
        // A verifier has the old root; where the old tree is no whole subtree of the new one it needs the part that ends both.
        if (from != 0) proof.Add(Over(from, to));
        proof.Reverse();
        return [.. proof];
    }

    private MerkleHash Over(ulong from, ulong to)
    {
        ulong count = to - from;
        if (BitOperations.IsPow2(count))
        {
            int level = BitOperations.Log2(count);
            return Complete(level, from >> level);
        }
        ulong middle = Middle(from, to);
        return MerkleHash.OfNode(Over(from, middle), Over(middle, to));
    }

    // The left part is the largest power of two that is less than the whole.
    private static ulong Middle(ulong from, ulong to) => from + (1UL << BitOperations.Log2(to - from - 1));
}
