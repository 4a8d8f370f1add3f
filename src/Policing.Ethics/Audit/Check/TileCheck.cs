namespace Policing.Ethics.Audit;

/// <summary>The roots of a tile by its rows and as it is stored, and the same of the parts that checkpoints end in.</summary>
internal sealed class TileCheck(ulong tile, int leaves, FullTile? stored)
{
    private readonly MerkleHash[] _rows = new MerkleHash[leaves];
    private readonly bool[] _isKnown = new bool[leaves];
    private int _known;

    public ulong Tile => tile;

    public int Leaves => leaves;

    public bool IsStored => stored is not null;

    public void Add(int place, MerkleHash leaf)
    {
        _rows[place] = leaf;
        _isKnown[place] = true;
        _known++;
    }

    /// <summary>The places whose rows are there and do not agree with the stored tile.</summary>
    public List<int> Differences()
    {
        List<int> places = [];
        for (int place = 0; stored is not null && place < leaves; place++)
            if (_isKnown[place] && _rows[place] != stored.Leaves[place]) places.Add(place);
        return places;
    }

    public MerkleHash Row(int place) => _rows[place];

    public MerkleHash Stored(int place) => stored!.Leaves[place];

    /// <summary>The roots of the whole tile, and whether what is stored above its leaves is what they make.</summary>
    public (MerkleHash Stored, MerkleHash Rows, bool IsConsistent) Roots(bool isSame)
    {
        if (stored is null) return (RootOfRows(leaves), RootOfRows(leaves), true);
        bool isConsistent = stored.IsConsistent();
        MerkleHash asStored = isConsistent ? stored.Root : FullTile.Over(stored.Leaves);
        return (asStored, isSame && _known == leaves ? asStored : RootOfRows(leaves), isConsistent);
    }

    /// <summary>The root over the first leaves by the rows; a row that is not there counts as what the tile says.</summary>
    public MerkleHash RootOfRows(int first)
    {
        CompactTree tree = new();
        for (int place = 0; place < first; place++) tree.Append(_isKnown[place] || stored is null ? _rows[place] : stored.Leaves[place]);
        return tree.Root();
    }

    /// <summary>The root over the first leaves as they are stored; without a stored tile that of the rows.</summary>
    public MerkleHash RootAsStored(int first) => stored is null ? RootOfRows(first) : FullTile.Over(stored.Leaves[..first]);
}
