namespace Policing.Ethics.Audit;

/// <summary>256 leaves and what is above them: the roots of 16 leaves each, so that a proof needs few hashes, and the root of all. Immutable.</summary>
internal sealed class FullTile
{
    private const int GroupLevel = 4;
    private const int GroupWidth = 1 << GroupLevel;
    private const int Groups = TilePath.FullWidth / GroupWidth;
    private const int Bytes = (TilePath.FullWidth + Groups) * MerkleHash.Length;
    private readonly MerkleHash[] _leaves;
    private readonly MerkleHash[] _groups;

    public FullTile(ulong index, MerkleHash[] leaves)
    {
        Index = index;
        _leaves = leaves;
        _groups = new MerkleHash[Groups];
        for (int i = 0; i < Groups; i++) _groups[i] = Over(leaves.AsSpan(i * GroupWidth, GroupWidth));
        Root = Over(_groups);
    }

    private FullTile(ulong index, MerkleHash[] leaves, MerkleHash[] groups, MerkleHash root) => (Index, _leaves, _groups, Root) = (index, leaves, groups, root);

    public ulong Index { get; }

    public MerkleHash Root { get; }

    public ReadOnlySpan<MerkleHash> Leaves => _leaves;

    /// <summary>The hash over <c>2^level</c> leaves from a place on; the level is at most that of the tile.</summary>
    public MerkleHash Complete(int level, int place) => level < GroupLevel
        ? Over(_leaves.AsSpan(place, 1 << level))
        : Over(_groups.AsSpan(place / GroupWidth, 1 << (level - GroupLevel)));

    /// <summary>The leaves, then the groups.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Bytes];
        for (int i = 0; i < _leaves.Length; i++) _leaves[i].CopyTo(bytes.AsSpan(i * MerkleHash.Length));
        for (int i = 0; i < Groups; i++) _groups[i].CopyTo(bytes.AsSpan((_leaves.Length + i) * MerkleHash.Length));
        return bytes;
    }

    /// <summary>A tile as it is stored, which may be anything: null where it cannot be one.</summary>
    public static FullTile? Read(ulong index, ReadOnlySpan<byte> root, ReadOnlySpan<byte> hashes)
    {
        if (root.Length != MerkleHash.Length || hashes.Length != Bytes) return null;
        return new(index, MerkleHash.ReadAll(hashes, TilePath.FullWidth), MerkleHash.ReadAll(hashes[(TilePath.FullWidth * MerkleHash.Length)..], Groups), new(root));
    }

    /// <summary>Whether everything above the leaves is what they make.</summary>
    public bool IsConsistent()
    {
        FullTile made = new(Index, _leaves);
        return made.Root == Root && made._groups.AsSpan().SequenceEqual(_groups);
    }

    public static MerkleHash Over(ReadOnlySpan<MerkleHash> leaves)
    {
        CompactTree tree = new();
        foreach (ref readonly MerkleHash leaf in leaves) tree.Append(leaf);
        return tree.Root();
    }
}
