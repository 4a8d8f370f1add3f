using System.Buffers;

namespace Policing.Ethics.Audit;

/// <summary>
/// Writes the entries of a log as a directory of tiles, C2SP tlog-tiles, which any tool of that format reads and any web server serves. Not thread-safe.
/// </summary>
/// <remarks>
/// Add the entries in their order, then <see cref="CompleteAsync"/>, then the signed checkpoint. A directory without a checkpoint is not finished. Memory is a tile for
/// each level and one bundle.
/// </remarks>
public sealed class TileWriter
{
    /// <summary>The most bytes of an entry: 65,535.</summary>
    public const int MostEntryBytes = EntryBundle.MostEntryBytes;

    internal const string CheckpointName = "checkpoint";

    private readonly string _folder;
    private readonly CompactTree _tree = new();
    private readonly ArrayBufferWriter<byte> _bundle = new();
    // The hashes of the tile that each level is at.
    private readonly List<List<MerkleHash>> _levels = [[]];
    private bool _isComplete;

    /// <summary>A writer.</summary>
    /// <param name="folder">An empty folder, or one that is not there yet.</param>
    /// <exception cref="IOException">There is something in it.</exception>
    public TileWriter(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
        if (Directory.EnumerateFileSystemEntries(_folder).Any()) throw new IOException("The folder for the tiles is not empty.");
    }

    /// <summary>The number of entries so far.</summary>
    public ulong Size => _tree.Size;

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">Its bytes; at most <see cref="MostEntryBytes"/>.</param>
    /// <param name="cancellationToken">Ends the writing; the directory is of no use then.</param>
    /// <exception cref="ArgumentException">The entry is too long.</exception>
    /// <exception cref="InvalidOperationException">The directory is complete.</exception>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellationToken = default)
    {
        if (_isComplete) throw new InvalidOperationException("The directory is complete.");
        if (entry.Length > MostEntryBytes) throw new ArgumentException($"An entry has at most {MostEntryBytes} bytes.", nameof(entry));
        MerkleHash leaf = MerkleHash.OfLeaf(entry.Span);
        EntryBundle.Append(_bundle, entry.Span);
        _tree.Append(leaf);
        _levels[0].Add(leaf);
        if (_levels[0].Count < TilePath.FullWidth) return;
        await WriteEntriesAsync(cancellationToken).ConfigureAwait(false);
        await WriteFullAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the tiles that are not full. Nothing can be added after it.</summary>
    /// <param name="cancellationToken">Ends the writing; the directory is of no use then.</param>
    /// <returns>The root over all entries, for the checkpoint.</returns>
    public async ValueTask<MerkleHash> CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (_isComplete) return _tree.Root();
        _isComplete = true;
        if (_levels[0].Count > 0) await WriteEntriesAsync(cancellationToken).ConfigureAwait(false);
        for (int level = 0; level < _levels.Count; level++)
            if (_levels[level].Count > 0) await WriteTileAsync(level, cancellationToken).ConfigureAwait(false);
        return _tree.Root();
    }

    /// <summary>Writes the checkpoint, which makes the directory one that others can check.</summary>
    /// <param name="note">A signed checkpoint of this size and root.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="InvalidOperationException">The directory is not complete, or the note is no checkpoint of it.</exception>
    public async ValueTask WriteCheckpointAsync(SignedNote note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        bool isOurs = _isComplete && Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) == NoteFault.None && checkpoint!.Size == Size && checkpoint.Root == _tree.Root();
        if (!isOurs) throw new InvalidOperationException("The note is no checkpoint of a complete directory of these entries.");
        await WriteFileAsync(CheckpointName, note.ToUtf8(), cancellationToken).ConfigureAwait(false);
    }

    // A tile that is full is hashed into the level above, which may be full by that.
    private async ValueTask WriteFullAsync(CancellationToken cancellationToken)
    {
        for (int level = 0; _levels[level].Count == TilePath.FullWidth; level++)
        {
            await WriteTileAsync(level, cancellationToken).ConfigureAwait(false);
            if (level + 1 == _levels.Count) _levels.Add([]);
            _levels[level + 1].Add(Root(_levels[level]));
            _levels[level].Clear();
        }
    }

    private async ValueTask WriteTileAsync(int level, CancellationToken cancellationToken)
    {
        List<MerkleHash> hashes = _levels[level];
        byte[] bytes = new byte[hashes.Count * MerkleHash.Length];
        for (int i = 0; i < hashes.Count; i++) hashes[i].CopyTo(bytes.AsSpan(i * MerkleHash.Length));
        ulong index = (TilePath.Hashes(level, Size) - 1) / TilePath.FullWidth;
        await WriteFileAsync(TilePath.OfHashes(level, index, hashes.Count).ToString(), bytes, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WriteEntriesAsync(CancellationToken cancellationToken)
    {
        TilePath path = TilePath.OfEntries((Size - 1) / TilePath.FullWidth, _levels[0].Count);
        await WriteFileAsync(path.ToString(), _bundle.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _bundle.ResetWrittenCount();
    }

    private async ValueTask WriteFileAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes, cancellationToken).ConfigureAwait(false);
    }

    private static MerkleHash Root(List<MerkleHash> hashes)
    {
        CompactTree tree = new();
        foreach (MerkleHash hash in hashes) tree.Append(hash);
        return tree.Root();
    }
}
