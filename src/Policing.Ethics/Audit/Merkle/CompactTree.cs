using System.Numerics;

namespace Policing.Ethics.Audit;

/// <summary>
/// A Merkle tree that grows by leaves and knows its root, and nothing else: it keeps one hash for each bit of its size. For whoever recomputes a root; proofs need
/// <see cref="MerkleTree"/>. Not thread-safe.
/// </summary>
public sealed class CompactTree
{
    private readonly MerkleHash[] _peaks = new MerkleHash[64];

    /// <summary>The number of leaves.</summary>
    public ulong Size { get; private set; }

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">The hash of the entry, <see cref="MerkleHash.OfLeaf"/>.</param>
    /// <exception cref="InvalidOperationException">The tree has 2^64 - 1 leaves.</exception>
    public void Append(in MerkleHash leaf)
    {
        if (Size == ulong.MaxValue) throw new InvalidOperationException("The tree is full.");
        MerkleHash hash = leaf;
        int level = 0;
        // A carry of the binary counter joins two trees of one height.
        for (; (Size >> level & 1) == 1; level++) hash = MerkleHash.OfNode(_peaks[level], hash);
        _peaks[level] = hash;
        Size++;
    }

    /// <summary>The root of a tree whose leaves are those so far, each the root of a full subtree, and a smaller subtree at the end.</summary>
    internal MerkleHash RootWith(in MerkleHash last)
    {
        MerkleHash root = last;
        for (int level = 0; level < 64; level++)
            if ((Size >> level & 1) == 1) root = MerkleHash.OfNode(_peaks[level], root);
        return root;
    }

    /// <summary>The root over all leaves so far.</summary>
    public MerkleHash Root()
    {
        if (Size == 0) return MerkleHash.OfNothing;
        int level = BitOperations.TrailingZeroCount(Size);
        MerkleHash root = _peaks[level];
        for (level++; level < 64; level++)
            if ((Size >> level & 1) == 1) root = MerkleHash.OfNode(_peaks[level], root);
        return root;
    }
}
