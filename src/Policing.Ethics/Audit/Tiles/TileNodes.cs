namespace Policing.Ethics.Audit;

/// <summary>The hashes of a tree as tiles have them, wherever these come from. Thread-safe where what gives them is.</summary>
/// <param name="tile">Gives the hashes of a tile, by its level and its place in the level.</param>
internal sealed class TileNodes(Func<int, ulong, MerkleHash[]> tile) : MerkleNodes
{
    private const int LevelsOfTile = 8;

    /// <summary>Computes over tiles that have to be fetched: once over nothing, to see which tiles it takes; then over those.</summary>
    /// <param name="compute">A root or a proof.</param>
    /// <param name="fetch">Fetches the hashes of a tile, by its level and its place in the level.</param>
    public static async ValueTask<T> FetchAsync<T>(Func<MerkleNodes, T> compute, Func<int, ulong, Task<MerkleHash[]>> fetch)
    {
        Dictionary<(int Level, ulong Index), MerkleHash[]> tiles = [];
        MerkleHash[] nothing = new MerkleHash[TilePath.FullWidth];
        compute(new TileNodes((level, index) => tiles[(level, index)] = nothing));
        foreach ((int level, ulong index) in tiles.Keys.ToArray()) tiles[(level, index)] = await fetch(level, index).ConfigureAwait(false);
        return compute(new TileNodes((level, index) => tiles[(level, index)]));
    }

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
