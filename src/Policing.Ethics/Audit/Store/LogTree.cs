using System.Runtime.InteropServices;

namespace Policing.Ethics.Audit;

/// <summary>
/// The tree of a stored log. In memory are the roots of its full tiles and what is above them, and the leaves of the tile that is not full; the leaves of full tiles are
/// in the store and given for each proof. Thread-safe: one writes, many prove.
/// </summary>
internal sealed class LogTree
{
    private const int TileLevel = 8;
    private readonly Lock _lock = new();
    // Complete nodes from the level of tiles upwards.
    private readonly List<List<MerkleHash>> _upper = [[]];
    private readonly List<MerkleHash> _tail = new(TilePath.FullWidth);

    public ulong Size
    {
        get
        {
            lock (_lock) return SizeNow;
        }
    }

    private ulong SizeNow => ((ulong)_upper[0].Count * TilePath.FullWidth) + (ulong)_tail.Count;

    /// <summary>The tiles that become full by further leaves, and what is left over.</summary>
    public TilePlan Plan(IReadOnlyList<MerkleHash> leaves)
    {
        List<FullTile> full = [];
        List<MerkleHash> tail = [.. _tail];
        foreach (MerkleHash leaf in leaves)
        {
            tail.Add(leaf);
            if (tail.Count < TilePath.FullWidth) continue;
            full.Add(new((ulong)(_upper[0].Count + full.Count), [.. tail]));
            tail.Clear();
        }
        return new(full, tail);
    }

    /// <summary>The root that the tree will have once a plan is taken over.</summary>
    public MerkleHash RootAfter(TilePlan plan)
    {
        CompactTree tiles = new();
        lock (_lock)
        {
            foreach (MerkleHash root in _upper[0]) tiles.Append(root);
        }
        foreach (FullTile tile in plan.Full) tiles.Append(tile.Root);
        return plan.Tail.Count == 0 ? tiles.Root() : tiles.RootWith(FullTile.Over([.. plan.Tail]));
    }

    /// <summary>Takes over what was planned, once it is durable.</summary>
    public void Take(TilePlan plan)
    {
        lock (_lock)
        {
            foreach (FullTile tile in plan.Full) AddUpper(tile.Root);
            _tail.Clear();
            _tail.AddRange(plan.Tail);
        }
    }

    /// <summary>Adds the root of a full tile, when a log is opened.</summary>
    public void AddTile(MerkleHash root)
    {
        lock (_lock) AddUpper(root);
    }

    private void AddUpper(MerkleHash root)
    {
        _upper[0].Add(root);
        for (int level = 0; (_upper[level].Count & 1) == 0; level++)
        {
            if (level + 1 == _upper.Count) _upper.Add([]);
            List<MerkleHash> below = _upper[level];
            _upper[level + 1].Add(MerkleHash.OfNode(below[^2], below[^1]));
        }
    }

    /// <summary>The full tiles whose leaves a proof about the first leaves needs.</summary>
    public ulong[] TilesFor(params ReadOnlySpan<ulong> indexes)
    {
        ulong full = Size / TilePath.FullWidth;
        HashSet<ulong> tiles = [];
        foreach (ulong index in indexes)
            if (index / TilePath.FullWidth < full) tiles.Add(index / TilePath.FullWidth);
        return [.. tiles];
    }

    /// <summary>The hashes of a tile that the tree reaches, one after the other; null where it has become full and is not among those given.</summary>
    /// <param name="path">Which; of a level of hashes.</param>
    /// <param name="tiles">The full tile that it is, where it is one of leaves.</param>
    public byte[]? Tile(TilePath path, IReadOnlyDictionary<ulong, FullTile> tiles)
    {
        byte[] bytes = new byte[path.Width * MerkleHash.Length];
        ulong first = path.Index * TilePath.FullWidth;
        lock (_lock)
        {
            if (path.Level == 0 && !HasFull(tiles, first)) return null;
            Nodes nodes = new(this, tiles);
            for (int i = 0; i < path.Width; i++) nodes.At(path.Level * TileLevel, first + (ulong)i).CopyTo(bytes.AsSpan(i * MerkleHash.Length));
        }
        return bytes;
    }

    public MerkleHash Root(ulong size, IReadOnlyDictionary<ulong, FullTile> tiles)
    {
        lock (_lock) return new Nodes(this, tiles).Root(size);
    }

    /// <summary>The proof; null where a tile that it needs has become full and is not among those given.</summary>
    public MerkleHash[]? Inclusion(ulong index, ulong size, IReadOnlyDictionary<ulong, FullTile> tiles)
    {
        lock (_lock) return HasFull(tiles, index, size - 1) ? new Nodes(this, tiles).Inclusion(index, size) : null;
    }

    /// <summary>The proof; null where a tile that it needs has become full and is not among those given.</summary>
    public MerkleHash[]? Consistency(ulong oldSize, ulong size, IReadOnlyDictionary<ulong, FullTile> tiles)
    {
        lock (_lock) return HasFull(tiles, oldSize - 1, size - 1) ? new Nodes(this, tiles).Consistency(oldSize, size) : null;
    }

    private bool HasFull(IReadOnlyDictionary<ulong, FullTile> tiles, params ReadOnlySpan<ulong> indexes)
    {
        foreach (ulong index in indexes)
            if (index / TilePath.FullWidth < (ulong)_upper[0].Count && !tiles.ContainsKey(index / TilePath.FullWidth)) return false;
        return true;
    }

    private sealed class Nodes(LogTree tree, IReadOnlyDictionary<ulong, FullTile> tiles) : MerkleNodes
    {
        public MerkleHash At(int level, ulong index) => Complete(level, index);

        protected override MerkleHash Complete(int level, ulong index)
        {
            if (level >= TileLevel) return tree._upper[level - TileLevel][(int)index];
            ulong first = index << level;
            ulong tile = first / TilePath.FullWidth;
            int place = (int)(first % TilePath.FullWidth);
            return tile == (ulong)tree._upper[0].Count
                ? FullTile.Over(CollectionsMarshal.AsSpan(tree._tail).Slice(place, 1 << level))
                : tiles[tile].Complete(level, place);
        }
    }
}
