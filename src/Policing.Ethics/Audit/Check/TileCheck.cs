namespace Policing.Ethics.Audit;

/// <summary>The roots of a tile by its rows and as it is stored, and the same of the parts that checkpoints end in.</summary>
internal sealed class TileCheck(ulong tile, int leaves, MerkleHash[]? stored)
{
    private readonly MerkleHash[] _rows = new MerkleHash[leaves];
    private readonly bool[] _isKnown = new bool[leaves];

    public ulong Tile => tile;

    public int Leaves => leaves;

    public bool IsStored => stored is not null;

    public void Add(int place, MerkleHash leaf)
    {
        _rows[place] = leaf;
        _isKnown[place] = true;
    }

    /// <summary>The places whose rows are there and do not agree with the stored tile.</summary>
    public IEnumerable<int> Differences() => stored is null ? [] : Enumerable.Range(0, leaves).Where(place => _isKnown[place] && _rows[place] != stored[place]);

    public MerkleHash Row(int place) => _rows[place];

    public MerkleHash? Stored(int place) => stored?[place];

    /// <summary>The root over the first leaves by the rows; a row that is not there counts as what the tile says.</summary>
    public MerkleHash RootOfRows(int first) => Over(first, place => _isKnown[place] || stored is null ? _rows[place] : stored[place]);

    /// <summary>The root over the first leaves as they are stored; without a stored tile that of the rows.</summary>
    public MerkleHash RootAsStored(int first) => stored is null ? RootOfRows(first) : FullTile.Over(stored.AsSpan(0, first));

    private static MerkleHash Over(int first, Func<int, MerkleHash> leaf)
    {
        CompactTree tree = new();
        for (int place = 0; place < first; place++) tree.Append(leaf(place));
        return tree.Root();
    }
}
