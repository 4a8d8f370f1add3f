using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Policing.Ethics.Audit;

/// <summary>
/// The one who writes to a store in this process: takes what waits, makes it durable as a group, and says so. Other processes may write to the same store; a transaction
/// in which nobody else writes makes all of them one tree. Thread-safe.
/// </summary>
internal sealed class AuditWriter : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly AuditStore _store;
    private readonly AuditLogOptions _options;
    private readonly TimeProvider _time;
    private readonly Channel<WriterItem> _items = Channel.CreateUnbounded<WriterItem>(new() { SingleReader = true });
    private readonly ITimer _checkpointTimer;
    // Held by whoever serves what waits: the caller of an append where nobody else does, so that a lone entry changes no thread.
    private readonly SemaphoreSlim _serving = new(1, 1);
    private readonly List<WriterEntry> _group = [];
    private readonly Dictionary<string, DbCommand> _statements = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private AuditLogException? _lost;
    private int _waiting;
    private bool _isCheckpointDue;
    private volatile AuditLogException? _fault;
    private volatile SignedCheckpoint? _checkpoint;
    private volatile IReadOnlyList<INoteSigner> _signers;
    private volatile bool _isClosing;

    /// <summary>A writer that goes on with a tree.</summary>
    public AuditWriter(AuditStore store, AuditLogOptions options, TimeProvider time, LogTree tree, SignedCheckpoint? checkpoint, DbConnection connection)
    {
        (_store, _options, _time, Tree, _checkpoint, _connection) = (store, options, time, tree, checkpoint, connection);
        _signers = options.Signers;
        _checkpointTimer = time.CreateTimer(_ => Enqueue(new WriterJob(CheckpointIfDueAsync)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public LogTree Tree { get; }

    /// <summary>The newest checkpoint that this process knows.</summary>
    public SignedCheckpoint? Checkpoint => _checkpoint;

    /// <summary>Who signs the next checkpoint.</summary>
    public IReadOnlyList<INoteSigner> Signers => _signers;

    /// <summary>How many groups were made durable, and how many entries in them.</summary>
    public (long Groups, long Entries) Written { get; private set; }

    /// <summary>How long the last group waited for the disk.</summary>
    public TimeSpan LastCommit { get; private set; }

    /// <summary>Why the last group, or checkpoint, could not be stored; null while all is well.</summary>
    public AuditLogException? Fault => _fault;

    /// <summary>Completes when the entry is durable; in buffered mode when it waits.</summary>
    public async ValueTask AddAsync(AuditContent content, CancellationToken cancellationToken)
    {
        bool isStrict = _options.Mode == AuditLogMode.Strict;
        if (_isClosing) throw new AuditLogException(AuditLogFault.Closed);
        if (!isStrict && _fault is { } fault) throw new AuditLogException(fault.Fault, inner: fault);
        if (Interlocked.Increment(ref _waiting) > _options.BufferCapacity)
        {
            Interlocked.Decrement(ref _waiting);
            throw new AuditLogException(AuditLogFault.BufferFull);
        }
        WriterEntry entry = new(content, isStrict);
        if (!isStrict || SynchronizationContext.Current is not null)
        {
            if (!Enqueue(entry)) throw new AuditLogException(AuditLogFault.Closed);
        }
        else
        {
            if (!_items.Writer.TryWrite(entry)) throw new AuditLogException(AuditLogFault.Closed);
            if (_serving.Wait(0, CancellationToken.None)) await ServeAsync(isCaller: true).ConfigureAwait(false);
        }
        if (isStrict) await entry.Done!.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs something between two groups, with nobody else on the connection.</summary>
    public async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Enqueue(new WriterJob(RunAsync))) throw new AuditLogException(AuditLogFault.Closed);
        return await done.Task.ConfigureAwait(false);

        async Task RunAsync()
        {
            try
            {
                done.SetResult(await work().ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                await ForgetConnectionAsync().ConfigureAwait(false);
                done.SetException(_store.Fault(exception));
            }
        }
    }

    /// <summary>A checkpoint over all entries that are durable now.</summary>
    public Task<SignedCheckpoint> CheckpointAsync() => DoAsync(SignAsync);

    /// <summary>An entry that exchanges a key, and the checkpoint over it of all keys, in one transaction.</summary>
    public Task<SignedNote> RotateAsync(AuditContent content, KeyRotation rotation, INoteSigner next) => DoAsync(async () =>
    {
        SignedCheckpoint? signed = null;
        INoteSigner[] all = [.. _signers, next];
        await CommitAsync([content], async (connection, plan) =>
        {
            await CheckKeysAsync(connection).ConfigureAwait(false);
            signed = await SignAsync(Tree.Size + 1, Tree.RootAfter(plan), all).ConfigureAwait(false);
            await AuditStore.InsertCheckpointAsync(connection, Tree.Size + 1, signed.Note, CancellationToken.None).ConfigureAwait(false);
        }).ConfigureAwait(false);
        _signers = [.. _signers.Select(signer => signer.KeyId == rotation.From.KeyId ? next : signer)];
        _checkpoint = signed;
        _isCheckpointDue = false;
        return signed!.Note;
    });

    /// <summary>Keeps a checkpoint that witnesses signed besides.</summary>
    public Task<SignedNote> KeepAsync(SignedNote cosigned) => DoAsync(async () =>
    {
        DbConnection connection = await ConnectionAsync().ConfigureAwait(false);
        SignedCheckpoint kept = SignedCheckpoint.Of(cosigned);
        await _store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.InsertCheckpointAsync(connection, kept.Checkpoint.Size, cosigned, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        if (_checkpoint?.Note.Text == cosigned.Text) _checkpoint = kept;
        return cosigned;
    });

    /// <summary>One entry and more in the same transaction. For <see cref="DoAsync"/>.</summary>
    public Task CommitAsync(AuditContent content, Func<DbConnection, Task> also) => CommitAsync([content], (connection, _) => also(connection));

    /// <summary>The connection of the writer. For <see cref="DoAsync"/>.</summary>
    public async Task<DbConnection> ConnectionAsync() => _connection ??= (await _store.ConnectAsync(CancellationToken.None).ConfigureAwait(false)).Connection;

    public async ValueTask DisposeAsync()
    {
        if (_isClosing) return;
        _isClosing = true;
        await _checkpointTimer.DisposeAsync().ConfigureAwait(false);
        _items.Writer.Complete();
        await _serving.WaitAsync().ConfigureAwait(false);
        while (HasItems) await ServeGroupAsync().ConfigureAwait(false);
        if (_lost is null) await CheckpointIfDueAsync().ConfigureAwait(false);
        await ForgetConnectionAsync().ConfigureAwait(false);
        if (_lost is not null) throw _lost;
    }

    private bool HasItems => _items.Reader.TryPeek(out _);

    private bool Enqueue(WriterItem item)
    {
        bool isTaken = _items.Writer.TryWrite(item);
        if (isTaken) ServeElsewhere();
        return isTaken;
    }

    private void ServeElsewhere()
    {
        if (!_serving.Wait(0, CancellationToken.None)) return;
        // Where many wait, whoever serves is mostly waiting for the disk: on a thread of the pool he would take it from those who make the next entries meanwhile.
        bool isBusy = Volatile.Read(ref _waiting) > Environment.ProcessorCount;
        _ = Task.Factory.StartNew(() => ServeAsync(isCaller: false), CancellationToken.None, isBusy ? TaskCreationOptions.LongRunning : TaskCreationOptions.None, TaskScheduler.Default);
    }

    // A caller serves one group, in which is its own entry, and leaves the rest to others.
    private async Task ServeAsync(bool isCaller)
    {
        try
        {
            do await ServeGroupAsync().ConfigureAwait(false);
            while (!isCaller && HasItems);
        }
        finally
        {
            _serving.Release();
        }
        // What came between the last look and the release woke nobody.
        if (HasItems) ServeElsewhere();
    }

    private async Task ServeGroupAsync()
    {
        WriterJob? job = Take(_group);
        if (_group.Count > 0) await StoreAsync(_group).ConfigureAwait(false);
        if (job is not null) await job.Work().ConfigureAwait(false);
    }

    // Entries up to the size of a group, or to the next job, which comes after them.
    private WriterJob? Take(List<WriterEntry> group)
    {
        while (group.Count < _options.GroupSize && _items.Reader.TryRead(out WriterItem? item))
        {
            if (item is WriterJob job) return job;
            group.Add((WriterEntry)item);
        }
        return null;
    }

    private async Task StoreAsync(List<WriterEntry> group)
    {
        AuditContent[] contents = [.. group.Select(entry => entry.Content)];
        bool wasClosing = false;
        for (bool isAgain = false; ; isAgain = true)
        {
            try
            {
                await CommitAsync(contents, null, isAgain).ConfigureAwait(false);
                _fault = null;
                End(group, null);
                return;
            }
            catch (Exception exception)
            {
                AuditLogException fault = _store.Fault(exception);
                _fault = fault;
                await ForgetConnectionAsync().ConfigureAwait(false);
                if (_options.Mode == AuditLogMode.Strict || wasClosing)
                {
                    // What was taken over in buffered mode is not let go while there is hope; at the end there is one more try.
                    if (wasClosing) _lost = fault;
                    End(group, fault);
                    return;
                }
                wasClosing = _isClosing;
                if (!wasClosing) await Task.Delay(RetryAfter, _time).ConfigureAwait(false);
            }
        }
    }

    private void End(List<WriterEntry> group, AuditLogException? fault)
    {
        Interlocked.Add(ref _waiting, -group.Count);
        foreach (WriterEntry entry in group)
        {
            if (fault is null) entry.Done?.TrySetResult();
            else entry.Done?.TrySetException(fault);
        }
        group.Clear();
    }

    private async Task CommitAsync(AuditContent[] contents, Func<DbConnection, TilePlan, Task>? also, bool isAgain = false)
    {
        DbConnection connection = await ConnectionAsync().ConfigureAwait(false);
        await BeginAndCatchUpAsync(connection).ConfigureAwait(false);
        // The answer to the commit before may have been lost, and not the commit. A group is stored whole or not at all: one of it stands for all.
        if (isAgain && await AuditStore.IndexOfAsync(connection, contents[0].Id, CancellationToken.None).ConfigureAwait(false) is not null)
        {
            await Statement(connection, AuditStore.Commit).ExecuteNonQueryAsync().ConfigureAwait(false);
            CheckpointWillBeDue();
            return;
        }
        TilePlan plan = Tree.Plan([.. contents.Select(content => content.Leaf)]);
        await _store.Dialect.InsertAsync(connection, Tree.Size, contents, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.InsertTilesAsync(connection, plan.Full, CancellationToken.None).ConfigureAwait(false);
        if (also is not null) await also(connection, plan).ConfigureAwait(false);
        long committing = Stopwatch.GetTimestamp();
        await Statement(connection, AuditStore.Commit).ExecuteNonQueryAsync().ConfigureAwait(false);
        LastCommit = Stopwatch.GetElapsedTime(committing);
        Tree.Take(plan);
        Written = (Written.Groups + 1, Written.Entries + contents.Length);
        CheckpointWillBeDue();
    }

    /// <summary>Begins a transaction, and takes over what other processes have written.</summary>
    private async Task BeginAndCatchUpAsync(DbConnection connection)
    {
        long last = await _store.Dialect.BeginGroupAsync(connection, Statement).ConfigureAwait(false);
        await CatchUpAsync(connection, Tree, (ulong)(last + 1), CancellationToken.None).ConfigureAwait(false);
    }

    // Of each group: kept, so that the driver need not prepare them again.
    private DbCommand Statement(DbConnection connection, string text)
    {
        if (!_statements.TryGetValue(text, out DbCommand? command)) _statements[text] = command = AuditStore.Command(connection, text);
        return command;
    }

    public static async Task CatchUpAsync(DbConnection connection, LogTree tree, ulong size, CancellationToken cancellationToken)
    {
        ulong known = tree.Size;
        if (size < known) throw new AuditLogException(AuditLogFault.RolledBack);
        if (size == known) return;
        List<MerkleHash> leaves = [];
        ulong next = known;
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, known, size, cancellationToken).ConfigureAwait(false))
        {
            if (row.Index != next++ || row.Leaf() is not { } leaf) throw new AuditLogException(AuditLogFault.Damaged, "An entry is missing or malformed.");
            leaves.Add(leaf);
            if (leaves.Count < TilePath.FullWidth) continue;
            tree.Take(tree.Plan(leaves));
            leaves.Clear();
        }
        tree.Take(tree.Plan(leaves));
        if (next != size) throw new AuditLogException(AuditLogFault.Damaged, "An entry is missing.");
    }

    private void CheckpointWillBeDue()
    {
        if (_isCheckpointDue) return;
        _isCheckpointDue = true;
        if (!_isClosing) _checkpointTimer.Change(_options.CheckpointInterval, Timeout.InfiniteTimeSpan);
    }

    private async Task CheckpointIfDueAsync()
    {
        if (!_isCheckpointDue) return;
        try
        {
            await SignAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The entries are durable: what waits for its signature is tried again.
            _fault = _store.Fault(exception);
            await ForgetConnectionAsync().ConfigureAwait(false);
            _isCheckpointDue = false;
            CheckpointWillBeDue();
        }
    }

    private async Task<SignedCheckpoint> SignAsync()
    {
        DbConnection connection = await ConnectionAsync().ConfigureAwait(false);
        await BeginAndCatchUpAsync(connection).ConfigureAwait(false);
        await CheckKeysAsync(connection).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        ulong size = Tree.Size;
        if (_checkpoint is { } latest && latest.Checkpoint.Size == size)
        {
            _isCheckpointDue = false;
            return latest;
        }
        SignedCheckpoint signed = await SignAsync(size, Tree.Root(size, NoTiles), _signers).ConfigureAwait(false);
        // Signed outside of a transaction, since a key may be far away and others want to write.
        await _store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.InsertCheckpointAsync(connection, size, signed.Note, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        _checkpoint = signed;
        _isCheckpointDue = false;
        _fault = null;
        return signed;
    }

    // Another process may have exchanged the key.
    private async Task CheckKeysAsync(DbConnection connection)
    {
        SignedNote? latest = await AuditStore.LatestCheckpointAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await PresentKeys.CheckAsync(connection, latest, _options.Origin, _signers, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<SignedCheckpoint> SignAsync(ulong size, MerkleHash root, IReadOnlyList<INoteSigner> signers)
    {
        try
        {
            Checkpoint checkpoint = new(_options.Origin, size, root);
            return new(await checkpoint.SignAsync(signers).ConfigureAwait(false), checkpoint);
        }
        catch (Exception exception)
        {
            throw new AuditLogException(AuditLogFault.NotSigned, exception.GetType().Name);
        }
    }

    // The root over all entries needs no leaf of a full tile.
    private static IReadOnlyDictionary<ulong, FullTile> NoTiles { get; } = new Dictionary<ulong, FullTile>();

    private async Task ForgetConnectionAsync()
    {
        if (_connection is not { } connection) return;
        _connection = null;
        try
        {
            foreach (DbCommand statement in _statements.Values) await statement.DisposeAsync().ConfigureAwait(false);
            _store.Dialect.Forget(connection);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // A broken connection may not even close; those who wait must be told all the same.
        }
        finally
        {
            _statements.Clear();
        }
    }
}
