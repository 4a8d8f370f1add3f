namespace Policing.Ethics.Audit;

/// <summary>The hashes of a tree as tiles have them, wherever these come from. Thread-safe where what gives them is.</summary>
/// <param name="tile">Gives the hashes of a tile, by its level and its place in the level.</param>
internal sealed class TileNodes(Func<int, ulong, MerkleHash[]> tile) : MerkleNodes
{
    private const int LevelsOfTile = 8;

    public MerkleHash Leaf(ulong index) => Complete(0, index);

    // A level of the tree that has no tiles is computed from the tiles below it.
    protected override MerkleHash Complete(int level, ulong index)
    {
        int within = level % LevelsOfTile;
        ulong first = index << within;
        MerkleHash[] hashes = tile(level / LevelsOfTile, first / TilePath.FullWidth);
        return FullTile.Over(hashes.AsSpan((int)(first % TilePath.FullWidth), 1 << within));
    }
}
