using System.Numerics;

namespace Policing.Ethics.Audit;

/// <summary>Checks proofs of a Merkle tree, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. It needs no tree and trusts nothing but the roots. Thread-safe.</summary>
public static class MerkleProof
{
    /// <summary>Whether a leaf stands at an index in the tree of a root.</summary>
    /// <param name="leaf">The hash of the entry, <see cref="MerkleHash.OfLeaf"/>.</param>
    /// <param name="index">The index of the entry, from 0.</param>
    /// <param name="size">The number of leaves that the root is over.</param>
    /// <param name="proof">The hashes from the leaf's sibling to the child of the root.</param>
    /// <param name="root">The root, from a checkpoint whose signatures were verified.</param>
    /// <returns>False for every proof of a wrong length, and where the index is not in the tree.</returns>
    public static bool VerifyInclusion(MerkleHash leaf, ulong index, ulong size, ReadOnlySpan<MerkleHash> proof, MerkleHash root)
    {
        if (index >= size) return false;
        (int inner, int border) = Parts(index, size);
        if (proof.Length != inner + border) return false;
        MerkleHash hash = Climb(leaf, proof[..inner], index);
        return ClimbBorder(hash, proof[inner..]) == root;
    }

    /// <summary>Whether a tree began as an earlier one: no leaf of the earlier tree was changed, moved or taken out.</summary>
    /// <param name="oldSize">The number of leaves of the earlier tree.</param>
    /// <param name="size">The number of leaves of the later tree.</param>
    /// <param name="proof">The proof; empty where the sizes are equal.</param>
    /// <param name="oldRoot">The root of the earlier tree.</param>
    /// <param name="root">The root of the later tree.</param>
    /// <returns>False for every proof of a wrong length, for sizes in the wrong order, and for an earlier size of 0, of which nothing can be shown.</returns>
    public static bool VerifyConsistency(ulong oldSize, ulong size, ReadOnlySpan<MerkleHash> proof, MerkleHash oldRoot, MerkleHash root)
    {
        if (oldSize == 0 || oldSize > size) return false;
        if (oldSize == size) return proof.IsEmpty && oldRoot == root;
        if (proof.IsEmpty) return false;

        (int inner, int border) = Parts(oldSize - 1, size);
        int shift = BitOperations.TrailingZeroCount(oldSize);
        inner -= shift;
        // A whole subtree of the new tree needs no first hash: it is the old root.
        bool isWhole = BitOperations.IsPow2(oldSize);
        int start = isWhole ? 0 : 1;
        if (proof.Length != start + inner + border) return false;

        MerkleHash seed = isWhole ? oldRoot : proof[0];
        ulong path = (oldSize - 1) >> shift;
        ReadOnlySpan<MerkleHash> innerProof = proof.Slice(start, inner);
        ReadOnlySpan<MerkleHash> borderProof = proof[(start + inner)..];
        return ClimbBorder(ClimbFromLeft(seed, innerProof, path), borderProof) == oldRoot
            && ClimbBorder(Climb(seed, innerProof, path), borderProof) == root;
    }

    // Below the point where the paths of the index and of the last leaf part, siblings are on both sides; above it only on the left.
    private static (int Inner, int Border) Parts(ulong index, ulong size)
    {
        int inner = 64 - BitOperations.LeadingZeroCount(index ^ (size - 1));
        int border = inner == 64 ? 0 : BitOperations.PopCount(index >> inner);
        return (inner, border);
    }

    private static MerkleHash Climb(MerkleHash hash, ReadOnlySpan<MerkleHash> siblings, ulong path)
    {
        for (int i = 0; i < siblings.Length; i++)
            hash = (path >> i & 1) == 0 ? MerkleHash.OfNode(hash, siblings[i]) : MerkleHash.OfNode(siblings[i], hash);
        return hash;
    }

    private static MerkleHash ClimbFromLeft(MerkleHash hash, ReadOnlySpan<MerkleHash> siblings, ulong path)
    {
        for (int i = 0; i < siblings.Length; i++)
            if ((path >> i & 1) == 1) hash = MerkleHash.OfNode(siblings[i], hash);
        return hash;
    }

    private static MerkleHash ClimbBorder(MerkleHash hash, ReadOnlySpan<MerkleHash> siblings)
    {
        foreach (ref readonly MerkleHash sibling in siblings) hash = MerkleHash.OfNode(sibling, hash);
        return hash;
    }
}
