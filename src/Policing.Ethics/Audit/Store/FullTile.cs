namespace Policing.Ethics.Audit;

/// <summary>256 leaves and the root over them.</summary>
internal sealed class FullTile(ulong index, MerkleHash[] leaves)
{
    public ulong Index => index;

    public MerkleHash Root { get; } = Over(leaves);

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[leaves.Length * MerkleHash.Length];
        for (int i = 0; i < leaves.Length; i++) leaves[i].CopyTo(bytes.AsSpan(i * MerkleHash.Length));
        return bytes;
    }

    /// <summary>The leaves of a stored tile; null where it is none.</summary>
    public static MerkleHash[]? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != TilePath.FullWidth * MerkleHash.Length) return null;
        MerkleHash[] leaves = new MerkleHash[TilePath.FullWidth];
        for (int i = 0; i < leaves.Length; i++) leaves[i] = new(bytes.Slice(i * MerkleHash.Length, MerkleHash.Length));
        return leaves;
    }

    public static MerkleHash Over(ReadOnlySpan<MerkleHash> leaves)
    {
        CompactTree tree = new();
        foreach (ref readonly MerkleHash leaf in leaves) tree.Append(leaf);
        return tree.Root();
    }
}
