namespace Policing.Ethics.Audit;

/// <summary>
/// A Merkle tree in memory that grows by leaves and gives roots and proofs for every size that it has had. It keeps 64 bytes for each leaf. Not thread-safe.
/// </summary>
/// <remarks>Hashes as in RFC 9162 section 2.1. The sizes and indexes that it takes are checked; a proof is as good as the root that it is held against.</remarks>
public sealed class MerkleTree
{
    private readonly Levels _levels = new();

    /// <summary>The number of leaves.</summary>
    public ulong Size => _levels.Size;

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">The hash of the entry, <see cref="MerkleHash.OfLeaf"/>.</param>
    public void Append(in MerkleHash leaf) => _levels.Append(leaf);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public MerkleHash Leaf(ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return _levels.Leaf(index);
    }

    /// <summary>The root over all leaves.</summary>
    public MerkleHash Root() => Root(Size);

    /// <summary>The root over the first leaves.</summary>
    /// <param name="size">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public MerkleHash Root(ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return _levels.Root(size);
    }

    /// <summary>What shows that a leaf is in the tree over the first leaves, from the leaf's sibling to the child of the root.</summary>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer leaves, or the leaf is not among them.</exception>
    public IReadOnlyList<MerkleHash> InclusionProof(ulong index, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        return _levels.Inclusion(index, size);
    }

    /// <summary>What shows that the tree of a size began as the tree of an earlier size: nothing was changed or taken out.</summary>
    /// <param name="oldSize">The earlier size, at least 1.</param>
    /// <param name="size">The later size; the proof is empty where they are equal.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in this order, or there are fewer leaves.</exception>
    public IReadOnlyList<MerkleHash> ConsistencyProof(ulong oldSize, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return _levels.Consistency(oldSize, size);
    }

    private sealed class Levels : MerkleNodes
    {
        private readonly List<List<MerkleHash>> _hashes = [[]];

        public ulong Size => (ulong)_hashes[0].Count;

        public MerkleHash Leaf(ulong index) => Complete(0, index);

        public void Append(MerkleHash hash)
        {
            for (int level = 0; ; level++)
            {
                if (level == _hashes.Count) _hashes.Add([]);
                List<MerkleHash> row = _hashes[level];
                row.Add(hash);
                if (row.Count % 2 == 1) return;
                hash = MerkleHash.OfNode(row[^2], row[^1]);
            }
        }

        protected override MerkleHash Complete(int level, ulong index) => _hashes[level][(int)index];
    }
}
