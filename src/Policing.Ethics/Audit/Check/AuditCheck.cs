using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Policing.Ethics.Audit;

/// <summary>
/// Goes through a whole log, several stretches at once, and holds everything against everything: rows against their commitments and tiles, tiles against checkpoints,
/// missing details against entries of erasures. It needs a connection, not the log.
/// </summary>
internal sealed class AuditCheck(AuditStore store, string origin, AuditCheckOptions options)
{
    private const ulong TilesAtOnce = 64;
    private readonly CheckFindings _findings = new(options.MostFindings);
    private readonly ConcurrentDictionary<ulong, (MerkleHash Stored, MerkleHash Rows)> _tiles = new();
    private readonly ConcurrentDictionary<ulong, (MerkleHash Stored, MerkleHash Rows)> _parts = new();
    private readonly ConcurrentBag<MissingDetails> _missing = [];
    private readonly ConcurrentBag<(ulong Index, CoreView Core)> _erasures = [];
    private readonly ConcurrentBag<(ulong Index, KeyRotation? Rotation)> _rotations = [];
    // Of rows that do not agree with their tile: what the row is, and what the tile wants there.
    private readonly ConcurrentDictionary<ulong, (MerkleHash Row, MerkleHash Wanted)> _differences = new();
    private long _clockWentBack;

    /// <summary>Checks the log of an origin; what the store fails with is a fault of the log.</summary>
    public static async Task<AuditCheckReport> RunAsync(AuditStore store, Func<CancellationToken, Task<string>> origin, AuditCheckOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Verifiers.Count == 0) throw new ArgumentException("Give the keys that may have signed: without them nothing is verified.", nameof(options));
        try
        {
            return await new AuditCheck(store, await origin(cancellationToken).ConfigureAwait(false), options).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (InvalidOperationException or OperationCanceledException))
        {
            throw store.Fault(exception);
        }
    }

    private async Task<AuditCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        (DbConnection connection, _) = await store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = connection.ConfigureAwait(false);
        if (!await store.IsThereAsync(connection, cancellationToken).ConfigureAwait(false)) throw new AuditLogException(AuditLogFault.Damaged, "There is no log.");
        await AuditStore.CheckOriginAsync(connection, origin, cancellationToken).ConfigureAwait(false);
        // In this order: others may write meanwhile, and a checkpoint that came later would cover more than was looked at.
        List<CheckedCheckpoint> checkpoints = await CheckpointsAsync(connection, cancellationToken).ConfigureAwait(false);
        ulong size = await AuditStore.SizeAsync(connection, cancellationToken).ConfigureAwait(false);
        await ReadAllAsync(size, checkpoints, cancellationToken).ConfigureAwait(false);
        KeyCheck keys = new(_findings, options, origin, [.. _rotations]);
        keys.Run(checkpoints);
        MerkleHash root = HoldAgainst(checkpoints, size);
        await AddLaterErasuresAsync(connection, size, cancellationToken).ConfigureAwait(false);
        ulong erased = await new ErasureCheck(_findings, [.. _erasures], [.. _missing]).RunAsync(connection, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Size = size,
            Root = root,
            Checkpoints = checkpoints.Count,
            Signed = checkpoints.Where(checkpoint => checkpoint.Holds).Select(checkpoint => checkpoint.Size).DefaultIfEmpty().Max(),
            Erased = erased,
            ClockWentBack = (ulong)_clockWentBack,
            Level = _findings.Any() ? AssuranceLevel.Unwitnessed : keys.Level(checkpoints),
            Findings = _findings.All(),
            HasMore = _findings.HasMore,
        };
    }

    private async Task<List<CheckedCheckpoint>> CheckpointsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        List<CheckedCheckpoint> all = [];
        await foreach ((ulong size, byte[] bytes) in AuditStore.CheckpointsAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            bool isNote = SignedNote.TryParse(bytes, out SignedNote? note) == NoteFault.None;
            if (!isNote || Read(note!, isPinned: false) is not { } read || read.Size != size) _findings.Add(AuditFindingKind.CheckpointForged, size, "checkpoint");
            else all.Add(read);
        }
        foreach (SignedNote note in options.Pinned)
            if (Read(note, isPinned: true) is { } read) all.Add(read);
            else throw new InvalidOperationException("What was pinned is no checkpoint of this log.");
        return all;
    }

    private CheckedCheckpoint? Read(SignedNote note, bool isPinned) =>
        Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) == NoteFault.None && checkpoint!.Origin == origin ? new(checkpoint.Size, checkpoint.Root, isPinned, note) : null;

    private async Task ReadAllAsync(ulong size, List<CheckedCheckpoint> checkpoints, CancellationToken cancellationToken)
    {
        ILookup<ulong, ulong> ends = checkpoints.Select(checkpoint => checkpoint.Size).Where(end => end <= size).Distinct().ToLookup(end => end / TilePath.FullWidth);
        ulong stretches = (size + (TilesAtOnce * TilePath.FullWidth) - 1) / (TilesAtOnce * TilePath.FullWidth);
        long next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Max(1, options.Parallelism)).Select(_ => Task.Run(ReadSomeAsync, cancellationToken))).ConfigureAwait(false);

        async Task ReadSomeAsync()
        {
            (DbConnection connection, string _) = await store.ConnectAsync(cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable closing = connection.ConfigureAwait(false);
            for (ulong stretch = Next(); stretch < stretches; stretch = Next())
            {
                ulong from = stretch * TilesAtOnce * TilePath.FullWidth;
                await ReadStretchAsync(connection, from, Math.Min(size, from + (TilesAtOnce * TilePath.FullWidth)), ends, cancellationToken).ConfigureAwait(false);
            }
        }

        ulong Next() => (ulong)Interlocked.Increment(ref next);
    }

    private async Task ReadStretchAsync(DbConnection connection, ulong from, ulong to, ILookup<ulong, ulong> ends, CancellationToken cancellationToken)
    {
        Dictionary<ulong, FullTile?> stored = await StoredTilesAsync(connection, from, to, cancellationToken).ConfigureAwait(false);
        TileCheck? tile = null;
        ulong next = from;
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, from, to, cancellationToken).ConfigureAwait(false))
        {
            if (row.Index > next) _findings.Add(AuditFindingKind.Deleted, next, row.Index - 1, "entry");
            next = row.Index + 1;
            tile = Open(tile, row.Index / TilePath.FullWidth, from, to, stored, ends);
            if (CheckRow(row) is { } leaf) tile.Add((int)(row.Index % TilePath.FullWidth), leaf);
        }
        if (next < to) _findings.Add(AuditFindingKind.Deleted, next, to - 1, "entry");
        Open(tile, ulong.MaxValue, from, to, stored, ends);
    }

    // Closes all tiles before one, those without a row included.
    private TileCheck Open(TileCheck? current, ulong wanted, ulong from, ulong to, Dictionary<ulong, FullTile?> stored, ILookup<ulong, ulong> ends)
    {
        ulong last = (to - 1) / TilePath.FullWidth;
        if (current?.Tile == wanted) return current;
        ulong next = from / TilePath.FullWidth;
        if (current is not null)
        {
            Close(current, ends);
            next = current.Tile + 1;
        }
        for (; next <= last; next++)
        {
            TileCheck tile = new(next, (int)Math.Min(TilePath.FullWidth, to - (next * TilePath.FullWidth)), stored.GetValueOrDefault(next));
            if (next == wanted) return tile;
            Close(tile, ends);
        }
        return current!;
    }

    private void Close(TileCheck tile, ILookup<ulong, ulong> ends)
    {
        ulong first = tile.Tile * TilePath.FullWidth;
        List<int> differences = tile.Differences();
        if (tile.Leaves == TilePath.FullWidth)
        {
            (MerkleHash stored, MerkleHash rows, bool isConsistent) = tile.Roots(differences.Count == 0);
            if (!tile.IsStored || !isConsistent) _findings.Add(AuditFindingKind.TileDamaged, tile.Tile, "tile");
            _tiles[tile.Tile] = (stored, rows);
        }
        foreach (int place in differences) _differences[first + (ulong)place] = (tile.Row(place), tile.Stored(place));
        foreach (ulong end in ends[tile.Tile])
        {
            int part = (int)(end - first);
            if (part > 0) _parts[end] = (tile.RootAsStored(part), tile.RootOfRows(part));
        }
    }

    private static async Task<Dictionary<ulong, FullTile?>> StoredTilesAsync(DbConnection connection, ulong from, ulong to, CancellationToken cancellationToken)
    {
        Dictionary<ulong, FullTile?> tiles = [];
        for (ulong tile = from / TilePath.FullWidth; (tile + 1) * TilePath.FullWidth <= to; tile++)
            tiles[tile] = await AuditStore.TileAsync(connection, tile, cancellationToken).ConfigureAwait(false);
        return tiles;
    }

    private MerkleHash? CheckRow(in StoredEntry row)
    {
        if (row.Core.Length == 0)
        {
            _findings.Add(AuditFindingKind.CoreDeleted, row.Index, "entry");
            return null;
        }
        if (row.Leaf() is not { } leaf)
        {
            _findings.Add(AuditFindingKind.Edited, row.Index, "entry");
            return null;
        }
        if (row.Details is null) AddMissing(row);
        else if (!row.HasGoodDetails()) _findings.Add(AuditFindingKind.Edited, row.Index, "details");
        LookInto(row);
        return leaf;
    }

    private void AddMissing(in StoredEntry row) =>
        _missing.Add(new(row.Index, CoreView.TryRead(row.Core, out CoreView? core) ? core!.Time : null));

    // In canonical JSON these bytes stand nowhere but where they mean it, but for what a parse tells apart.
    private void LookInto(in StoredEntry row)
    {
        ReadOnlySpan<byte> core = row.Core;
        bool isErasure = core.IndexOf("\"kind\":\"erasure\""u8) >= 0;
        bool isRotation = core.IndexOf("\"kind\":\"key-rotated\""u8) >= 0;
        bool wentBack = core.IndexOf("\"clockWentBack\":true"u8) >= 0;
        // The id of the row is for searching; the one that was committed to is in the core.
        bool hasId = row.Id.Length == 16 && HasId(core, new Guid(row.Id, bigEndian: true));
        if (!hasId) _findings.Add(AuditFindingKind.Edited, row.Index, "entry");
        if ((isErasure || isRotation || wentBack) && CoreView.TryRead(row.Core, out CoreView? view))
        {
            if (view!.Kind == AuditEntryKind.Erasure) _erasures.Add((row.Index, view));
            if (view.Kind == AuditEntryKind.KeyRotated) _rotations.Add((row.Index, view.Rotation));
            if (view.ClockWentBack) Interlocked.Increment(ref _clockWentBack);
        }
    }

    private static bool HasId(ReadOnlySpan<byte> core, Guid id)
    {
        Span<byte> member = stackalloc byte[43];
        "\"id\":\""u8.CopyTo(member);
        id.TryFormat(member[6..], out _, "D");
        member[42] = (byte)'"';
        return core.IndexOf(member) >= 0;
    }

    /// <summary>Holds the roots against the checkpoints, and says which of rows and tiles are wrong where they differ.</summary>
    /// <returns>The root over all rows.</returns>
    private MerkleHash HoldAgainst(List<CheckedCheckpoint> checkpoints, ulong size)
    {
        CompactTree asStored = new();
        CompactTree ofRows = new();
        ulong lastGood = 0;
        ulong? firstBad = null;
        ulong rowsHold = 0;
        foreach (CheckedCheckpoint checkpoint in checkpoints.OrderBy(checkpoint => checkpoint.Size))
        {
            if (checkpoint.Size > size)
            {
                if (checkpoint.IsVerified) _findings.Add(checkpoint.IsPinned ? AuditFindingKind.RolledBack : AuditFindingKind.Truncated, size, checkpoint.Size - 1, "entry");
                continue;
            }
            Grow(asStored, ofRows, checkpoint.Size);
            (MerkleHash stored, MerkleHash rows) = RootsAt(asStored, ofRows, checkpoint.Size);
            if (checkpoint.IsVerified && rows == checkpoint.Root) rowsHold = checkpoint.Size;
            checkpoint.Holds = checkpoint.IsVerified && (stored == checkpoint.Root || rows == checkpoint.Root);
            if (!checkpoint.IsVerified) continue;
            if (checkpoint.Holds)
            {
                // Signed before and after it: it cannot be the entries that are wrong.
                if (firstBad is { } forked) _findings.Add(AuditFindingKind.Forked, forked, "checkpoint");
                (lastGood, firstBad) = (checkpoint.Size, null);
            }
            else if (checkpoint.IsPinned || checkpoints.Exists(other => other.Size == checkpoint.Size && other != checkpoint && other.IsVerified && other.Root != checkpoint.Root))
            {
                _findings.Add(AuditFindingKind.Forked, checkpoint.Size, "checkpoint");
            }
            else
            {
                firstBad ??= checkpoint.Size;
            }
        }
        AddDifferences(rowsHold);
        // Nothing shows where it is but the checkpoints before and after it.
        if (firstBad is { } bad && !_findings.Any(lastGood, bad - 1)) _findings.Add(AuditFindingKind.Edited, lastGood, bad - 1, "entry");
        Grow(asStored, ofRows, size);
        return RootsAt(asStored, ofRows, size).Rows;
    }

    private void Grow(CompactTree asStored, CompactTree ofRows, ulong size)
    {
        for (ulong tile = ofRows.Size; tile < size / TilePath.FullWidth; tile++)
        {
            (MerkleHash stored, MerkleHash rows) = _tiles[tile];
            asStored.Append(stored);
            ofRows.Append(rows);
        }
    }

    private (MerkleHash Stored, MerkleHash Rows) RootsAt(CompactTree asStored, CompactTree ofRows, ulong size) =>
        size % TilePath.FullWidth != 0 && _parts.TryGetValue(size, out (MerkleHash Stored, MerkleHash Rows) part)
            ? (asStored.RootWith(part.Stored), ofRows.RootWith(part.Rows))
            : (asStored.Root(), ofRows.Root());

    // As far as the rows make a signed root, it is the tiles that are wrong.
    private void AddDifferences(ulong rowsHold)
    {
        HashSet<MerkleHash> wanted = [.. _differences.Values.Select(difference => difference.Wanted)];
        foreach ((ulong index, (MerkleHash row, _)) in _differences.OrderBy(difference => difference.Key))
        {
            if (index < rowsHold) _findings.Add(AuditFindingKind.TileDamaged, index / TilePath.FullWidth, "tile");
            else _findings.Add(wanted.Contains(row) ? AuditFindingKind.Reordered : AuditFindingKind.Edited, index, "entry");
        }
    }

    // The log may have grown meanwhile, and what was erased meanwhile is missing already.
    private async Task AddLaterErasuresAsync(DbConnection connection, ulong from, CancellationToken cancellationToken)
    {
        if (_missing.IsEmpty) return;
        ulong to = await AuditStore.SizeAsync(connection, cancellationToken).ConfigureAwait(false);
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, from, to, cancellationToken).ConfigureAwait(false))
            if (CoreView.TryRead(row.Core, out CoreView? core) && core!.Kind == AuditEntryKind.Erasure) _erasures.Add((row.Index, core));
    }
}
