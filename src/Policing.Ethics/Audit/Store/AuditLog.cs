using System.Collections.Concurrent;
using System.Data.Common;

namespace Policing.Ethics.Audit;

/// <summary>
/// An audit log that lasts: append-only, made durable in groups, and a Merkle tree whose signed checkpoints let anybody verify it. Policing.Ethics.Sqlite and
/// Policing.Ethics.PostgreSql open one.
/// </summary>
/// <remarks>
/// Thread-safe, and several processes may have the same log open. It opens with its first use, or with <see cref="OpenAsync"/>. Entries of one process need not be
/// in the order of their times; the index is the order that counts. An entry whose time is more than five seconds before one that the log has seen says so
/// (<c>clockWentBack</c>), and is kept.
/// </remarks>
public sealed partial class AuditLog : IAuditLog, IAsyncDisposable, IDisposable
{
    // Entries of several threads overtake each other a little.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);
    private const int MostTilesKept = 4_096;

    private readonly AuditStore _store;
    private readonly AuditLogOptions _options;
    private readonly AuditPseudonyms _pseudonyms;
    private readonly AuditContentWriter _contents;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly ConcurrentDictionary<ulong, FullTile> _tiles = new();
    private volatile AuditWriter? _writer;
    private DbConnection? _reader;
    private long _latest = long.MinValue;
    private bool _isClosed;

    internal AuditLog(AuditStore store, AuditLogOptions options, TimeProvider time)
    {
        options.Check();
        (_store, _options, _time) = (store, options, time);
        _pseudonyms = new(options.Pseudonyms!);
        _contents = new(_pseudonyms);
        AllPseudonyms = [_pseudonyms, .. options.FormerPseudonyms.Select(key => new AuditPseudonyms(key))];
    }

    /// <summary>Which log.</summary>
    public string Origin => _options.Origin;

    /// <summary>The durability settings of the store that are in force, in one line; empty before it is open.</summary>
    public string Settings { get; private set; } = "";

    /// <summary>The number of entries that this process knows to be durable; 0 before it is open.</summary>
    public ulong Size => _writer?.Tree.Size ?? 0;

    /// <summary>The newest checkpoint that this process knows; null where there is none.</summary>
    public SignedNote? LatestCheckpoint => _writer?.Checkpoint?.Note;

    /// <summary>What the last group or checkpoint failed with; <see cref="AuditLogFault.None"/> while all is well. For health checks.</summary>
    public AuditLogFault Fault => _writer?.Fault?.Fault ?? AuditLogFault.None;

    internal (long Groups, long Entries) Written => _writer?.Written ?? default;

    internal TimeSpan LastCommit => _writer?.LastCommit ?? default;

    internal AuditStore Store => _store;

    internal AuditLogOptions Options => _options;

    internal AuditPseudonyms Pseudonyms => _pseudonyms;

    internal IReadOnlyList<AuditPseudonyms> AllPseudonyms { get; }

    /// <summary>Opens the store, makes it where there is none, and holds its end against the newest checkpoint.</summary>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="AuditLogException">It cannot be opened: unsafe settings, another log, rolled back, forked, damaged, not to be written.</exception>
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default)
    {
        if (_writer is null) await WriterAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// In strict mode it completes when the entry is durable. To end the wait does not take the entry back. In buffered mode it completes when the entry waits; a store
    /// that failed, or a full buffer, is an exception.
    /// </remarks>
    /// <exception cref="AuditLogException">The entry is not stored.</exception>
    public async ValueTask<AuditEntryId> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        AuditWriter writer = _writer ?? await WriterAsync(cancellationToken).ConfigureAwait(false);
        AuditContent content = _contents.Content(entry, IsBeforeTheSeen(entry.Time));
        await writer.AddAsync(content, cancellationToken).ConfigureAwait(false);
        return IdOf(content.Id);
    }

    /// <summary>A checkpoint over all entries that are durable now, signed and stored.</summary>
    /// <param name="cancellationToken">Ends the wait, not the signing.</param>
    /// <exception cref="AuditLogException">It cannot be signed or stored.</exception>
    public async ValueTask<SignedNote> CheckpointAsync(CancellationToken cancellationToken = default)
    {
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        return (await writer.CheckpointAsync().WaitAsync(cancellationToken).ConfigureAwait(false)).Note;
    }

    /// <summary>Proves that an entry is in the log, under the newest checkpoint that enough witnesses signed, or the newest, or a new one where the entry is younger.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">There is no such entry, or the store fails.</exception>
    public async ValueTask<LogProof> ProveAsync(AuditEntryId id, CancellationToken cancellationToken = default) =>
        await ProveAsync(await IndexOfAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Proves that the entry of an index is in the log.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">There is no such entry, or the store fails.</exception>
    public async ValueTask<LogProof> ProveAsync(ulong index, CancellationToken cancellationToken = default)
    {
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        SignedCheckpoint? latest = CheckpointFor(index, writer);
        if (latest is null || index >= latest.Checkpoint.Size) latest = await writer.CheckpointAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        ulong size = latest.Checkpoint.Size;
        if (index >= size) throw new AuditLogException(AuditLogFault.NoSuchEntry);
        return new(index, await InclusionAsync(writer.Tree, index, size, cancellationToken).ConfigureAwait(false), latest.Note);
    }

    /// <summary>The index of an entry.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">There is no such entry, or the store fails.</exception>
    public async ValueTask<ulong> IndexOfAsync(AuditEntryId id, CancellationToken cancellationToken = default)
    {
        Guid guid = AuditStore.GuidOf(id);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        ulong? index = await ReadAsync(connection => AuditStore.IndexOfAsync(connection, guid, cancellationToken), cancellationToken).ConfigureAwait(false);
        return index ?? throw new AuditLogException(AuditLogFault.NoSuchEntry);
    }

    /// <summary>What shows that the log of a size began as that of an earlier size.</summary>
    /// <param name="oldSize">The earlier size, at least 1.</param>
    /// <param name="size">The later size.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in this order, or the log is smaller.</exception>
    /// <exception cref="AuditLogException">The store fails.</exception>
    public async ValueTask<IReadOnlyList<MerkleHash>> ConsistencyAsync(ulong oldSize, ulong size, CancellationToken cancellationToken = default)
    {
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, writer.Tree.Size);
        return await OverTilesAsync(writer.Tree, [oldSize - 1, size - 1], tiles => writer.Tree.Consistency(oldSize, size, tiles), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores what waits, signs a checkpoint over it, and closes.</summary>
    /// <exception cref="AuditLogException">In buffered mode: what waited could not be stored, and is lost.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed) return;
        _isClosed = true;
        try
        {
            if (_writer is { } writer) await writer.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_reader is not null) await _reader.DisposeAsync().ConfigureAwait(false);
            await _store.DisposeAsync().ConfigureAwait(false);
            _opening.Dispose();
            _reading.Dispose();
        }
    }

    /// <summary>As <see cref="DisposeAsync"/>, and waits for it.</summary>
    public void Dispose() => Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();

    internal static AuditEntryId IdOf(Guid id) => new(id.ToString("D"));

    /// <summary>Runs something on the one connection that only reads.</summary>
    internal async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _reader ??= (await _store.ConnectAsync(cancellationToken).ConfigureAwait(false)).Connection;
            return await read(_reader).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not IOException && !cancellationToken.IsCancellationRequested)
        {
            if (_reader is not null) await _reader.DisposeAsync().ConfigureAwait(false);
            _reader = null;
            throw _store.Fault(exception);
        }
        finally
        {
            _reading.Release();
        }
    }

    internal async ValueTask<AuditWriter> WriterAsync(CancellationToken cancellationToken)
    {
        if (_writer is { } open) return open;
        ObjectDisposedException.ThrowIf(_isClosed, this);
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _writer ??= await OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<AuditWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        (DbConnection connection, string settings) = await _store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _store.BeginAsync(connection, cancellationToken).ConfigureAwait(false);
            await _store.CreateAsync(connection, Origin, cancellationToken).ConfigureAwait(false);
            await AuditStore.CheckOriginAsync(connection, Origin, cancellationToken).ConfigureAwait(false);
            LogTree tree = await RecoverTreeAsync(connection, cancellationToken).ConfigureAwait(false);
            SignedNote? checkpoint = await AuditStore.LatestCheckpointAsync(connection, cancellationToken).ConfigureAwait(false);
            if (checkpoint is not null) await AuditStore.CheckEndAsync(connection, tree, checkpoint, Origin, cancellationToken).ConfigureAwait(false);
            await PresentKeys.CheckAsync(connection, checkpoint, Origin, _options.Signers, cancellationToken).ConfigureAwait(false);
            await AuditStore.CommitAsync(connection, cancellationToken).ConfigureAwait(false);
            Settings = settings;
            return new(_store, _options, _time, tree, checkpoint is null ? null : SignedCheckpoint.Of(checkpoint), connection);
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested) throw;
            throw _store.Fault(exception);
        }
    }

    private async Task<LogTree> RecoverTreeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        LogTree tree = await AuditStore.TreeAsync(connection, cancellationToken).ConfigureAwait(false);
        ulong size = tree.Size;
        if (size > 0) await foreach (StoredEntry last in AuditStore.EntriesAsync(connection, size - 1, size, cancellationToken).ConfigureAwait(false)) See(last.Core);
        return tree;
    }

    private bool IsBeforeTheSeen(DateTimeOffset time)
    {
        long ticks = time.UtcTicks;
        long latest = Volatile.Read(ref _latest);
        while (ticks > latest)
        {
            long before = Interlocked.CompareExchange(ref _latest, ticks, latest);
            if (before == latest) return false;
            latest = before;
        }
        return latest - ticks > ClockTolerance.Ticks;
    }

    private void See(byte[] core)
    {
        if (CoreView.TryRead(core, out CoreView? view) && view!.Time is { } time) IsBeforeTheSeen(time);
    }

    private ValueTask<MerkleHash[]> InclusionAsync(LogTree tree, ulong index, ulong size, CancellationToken cancellationToken) =>
        OverTilesAsync(tree, [index, size - 1], tiles => tree.Inclusion(index, size, tiles), cancellationToken);

    // While tiles are read others write, and the last one may become full: then it is needed too.
    private async ValueTask<T> OverTilesAsync<T>(LogTree tree, ulong[] indexes, Func<IReadOnlyDictionary<ulong, FullTile>, T?> make, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            IReadOnlyDictionary<ulong, FullTile> tiles = await TilesAsync(tree.TilesFor(indexes), cancellationToken).ConfigureAwait(false);
            if (make(tiles) is { } made) return made;
        }
    }

    private async ValueTask<IReadOnlyDictionary<ulong, FullTile>> TilesAsync(ulong[] indexes, CancellationToken cancellationToken)
    {
        Dictionary<ulong, FullTile> tiles = new(indexes.Length);
        foreach (ulong index in indexes)
        {
            if (!_tiles.TryGetValue(index, out FullTile? tile))
            {
                tile = await ReadAsync(connection => AuditStore.NeededTileAsync(connection, index, cancellationToken), cancellationToken).ConfigureAwait(false);
                if (_tiles.Count < MostTilesKept) _tiles[index] = tile;
            }
            tiles[index] = tile;
        }
        return tiles;
    }
}
