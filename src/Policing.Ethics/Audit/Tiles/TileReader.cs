using System.Collections.Concurrent;

namespace Policing.Ethics.Audit;

/// <summary>
/// Reads a directory of tiles, C2SP tlog-tiles, at a size: entries, roots and proofs. What it gives comes from the directory and is believed by nobody until a proof is
/// held against a checkpoint whose signatures were verified; <see cref="Check"/> goes through all of it. Thread-safe.
/// </summary>
/// <remarks>It keeps the tiles of hashes that it read, up to <see cref="MostTilesKept"/> of 8 KiB.</remarks>
public sealed class TileReader
{
    /// <summary>The most tiles of hashes in memory: 8,192, which is 64 MiB.</summary>
    public const int MostTilesKept = 8_192;

    private const int MostCheckpointBytes = 4 * 1024 * 1024;
    private readonly string _folder;
    private readonly TileNodes _tiles;
    private readonly ConcurrentDictionary<(int Level, ulong Index), MerkleHash[]> _kept = new();

    /// <summary>A reader.</summary>
    /// <param name="folder">The folder with <c>checkpoint</c> and <c>tile</c>.</param>
    /// <param name="size">The size of the tree, from a checkpoint.</param>
    public TileReader(string folder, ulong size)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        Size = size;
        _tiles = new(KeptTile);
    }

    /// <summary>The size of the tree.</summary>
    public ulong Size { get; }

    /// <summary>Reads the checkpoint of a directory. Its signatures are not verified here.</summary>
    /// <param name="folder">The folder with <c>checkpoint</c> and <c>tile</c>.</param>
    /// <exception cref="TileException">There is none.</exception>
    public static SignedNote ReadCheckpoint(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        byte[]? bytes = ReadFile(Path.Combine(folder, TileWriter.CheckpointName), MostCheckpointBytes);
        bool good = SignedNote.TryParse(bytes, out SignedNote? note) == NoteFault.None && Checkpoint.TryParse(note!.Text, out _) == NoteFault.None;
        return good ? note! : throw new TileException(TileFault.Checkpoint, TileWriter.CheckpointName);
    }

    /// <summary>The root over all hashes of the directory.</summary>
    /// <exception cref="TileException">A tile is missing or has a wrong length.</exception>
    public MerkleHash Root() => _tiles.Root(Size);

    /// <summary>An entry.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the tree.</exception>
    /// <exception cref="TileException">Its bundle is missing or malformed.</exception>
    public ReadOnlyMemory<byte> Entry(ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return Bundle(index / TilePath.FullWidth)[(int)(index % TilePath.FullWidth)];
    }

    /// <summary>The hash of an entry, as its tile has it.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the tree.</exception>
    /// <exception cref="TileException">Its tile is missing or has a wrong length.</exception>
    public MerkleHash Leaf(ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return _tiles.Leaf(index);
    }

    /// <summary>What shows that an entry is in the tree.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the tree.</exception>
    /// <exception cref="TileException">A tile is missing or has a wrong length.</exception>
    public IReadOnlyList<MerkleHash> InclusionProof(ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return _tiles.Inclusion(index, Size);
    }

    /// <summary>What shows that the tree began as an earlier one.</summary>
    /// <param name="oldSize">The size of the earlier tree, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or more than the size.</exception>
    /// <exception cref="TileException">A tile is missing or has a wrong length.</exception>
    public IReadOnlyList<MerkleHash> ConsistencyProof(ulong oldSize)
    {
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, Size);
        return _tiles.Consistency(oldSize, Size);
    }

    /// <summary>
    /// Reads every entry and every tile, and holds them against each other and against a root: an entry that was edited, left out or moved is found, with its place.
    /// </summary>
    /// <param name="root">The root, from a checkpoint whose signatures were verified.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TileException">The first fault, with its place.</exception>
    public void Check(MerkleHash root, CancellationToken cancellationToken = default)
    {
        CompactTree all = new();
        for (ulong bundle = 0; bundle * TilePath.FullWidth < Size; bundle++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckBundle(bundle, all);
        }
        CheckUpper(cancellationToken);
        if (all.Root() != root) throw new TileException(TileFault.Root, TileWriter.CheckpointName);
    }

    private void CheckBundle(ulong index, CompactTree all)
    {
        ReadOnlyMemory<byte>[] entries = Bundle(index);
        MerkleHash[] leaves = ReadTile(0, index);
        for (int i = 0; i < entries.Length; i++)
        {
            MerkleHash leaf = MerkleHash.OfLeaf(entries[i].Span);
            if (leaf != leaves[i]) throw new TileException(TileFault.Entry, TilePath.OfEntriesAt(Size, index).ToString());
            all.Append(leaf);
        }
    }

    private void CheckUpper(CancellationToken cancellationToken)
    {
        for (int level = 1; TilePath.Hashes(level, Size) > 0; level++)
        {
            for (ulong index = 0; index < TilePath.Hashes(level, Size); index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MerkleHash stored = ReadTile(level, index / TilePath.FullWidth)[(int)(index % TilePath.FullWidth)];
                if (stored != FullTile.Over(ReadTile(level - 1, index)))
                    throw new TileException(TileFault.Hash, TilePath.OfHashesAt(Size, level, index / TilePath.FullWidth).ToString());
            }
        }
    }

    private ReadOnlyMemory<byte>[] Bundle(ulong index)
    {
        TilePath path = TilePath.OfEntriesAt(Size, index);
        // A log may have put the full bundle in the place of the partial one since.
        if (ReadFile(FileOf(path), EntryBundle.MostBytes) is byte[] exact) return EntryBundle.Read(exact, path.Width) ?? throw new TileException(TileFault.Length, path.ToString());
        byte[] full = ReadFile(FileOf(TilePath.OfEntries(index)), EntryBundle.MostBytes) ?? throw new TileException(TileFault.Missing, path.ToString());
        return (EntryBundle.Read(full, TilePath.FullWidth) ?? throw new TileException(TileFault.Length, path.ToString()))[..path.Width];
    }

    private MerkleHash[] ReadTile(int level, ulong index)
    {
        TilePath path = TilePath.OfHashesAt(Size, level, index);
        const int Most = TilePath.FullWidth * MerkleHash.Length;
        byte[]? exact = ReadFile(FileOf(path), Most);
        byte[] bytes = exact ?? ReadFile(FileOf(TilePath.OfHashes(level, index)), Most) ?? throw new TileException(TileFault.Missing, path.ToString());
        int width = exact is null ? TilePath.FullWidth : path.Width;
        if (bytes.Length != width * MerkleHash.Length) throw new TileException(TileFault.Length, path.ToString());
        return MerkleHash.ReadAll(bytes, path.Width);
    }

    private string FileOf(TilePath path) => Path.Combine(_folder, path.ToString());

    // Null where there is none; a file that is too long is cut one byte behind the limit, which is a wrong length.
    private static byte[]? ReadFile(string file, int most)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            byte[] bytes = new byte[(int)Math.Min(stream.Length, most + 1L)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private MerkleHash[] KeptTile(int level, ulong index)
    {
        if (_kept.TryGetValue((level, index), out MerkleHash[]? tile)) return tile;
        tile = ReadTile(level, index);
        if (_kept.Count < MostTilesKept) _kept[(level, index)] = tile;
        return tile;
    }
}
