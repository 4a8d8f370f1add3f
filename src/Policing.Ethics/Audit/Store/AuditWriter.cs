using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;

namespace Policing.Ethics.Audit;

/// <summary>
/// The one who writes to a store in this process: takes what waits, makes it durable as a group, and says so. Other processes may write to the same store; a transaction
/// in which nobody else writes makes all of them one tree. Thread-safe.
/// </summary>
internal sealed class AuditWriter : IAsyncDisposable
{
    // After a group of many, many are about to come back: one look around costs less than a second fsync.
    private const int MostLooks = 4;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly AuditStore _store;
    private readonly AuditLogOptions _options;
    private readonly TimeProvider _time;
    private readonly Channel<WriterItem> _items = Channel.CreateUnbounded<WriterItem>(new() { SingleReader = true });
    private readonly ITimer _checkpointTimer;
    private readonly Task _running;
    private DbConnection? _connection;
    private int _waiting;
    private int _lastGroup = 1;
    private bool _isCheckpointDue;
    private volatile AuditLogException? _fault;
    private volatile SignedNote? _checkpoint;
    private volatile IReadOnlyList<INoteSigner> _signers;
    private volatile bool _isClosing;

    /// <summary>A writer that goes on with a tree.</summary>
    public AuditWriter(AuditStore store, AuditLogOptions options, TimeProvider time, LogTree tree, SignedNote? checkpoint, DbConnection connection)
    {
        (_store, _options, _time, Tree, _checkpoint, _connection) = (store, options, time, tree, checkpoint, connection);
        _signers = options.Signers;
        _checkpointTimer = time.CreateTimer(_ => _items.Writer.TryWrite(new WriterJob(CheckpointIfDueAsync)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running = Task.Run(RunAsync);
    }

    public LogTree Tree { get; }

    /// <summary>The newest checkpoint that this process knows.</summary>
    public SignedNote? Checkpoint => _checkpoint;

    /// <summary>Who signs the next checkpoint.</summary>
    public IReadOnlyList<INoteSigner> Signers => _signers;

    /// <summary>How many groups were made durable, and how many entries in them.</summary>
    public (long Groups, long Entries) Written { get; private set; }

    /// <summary>How long the last group waited for the disk.</summary>
    public TimeSpan LastCommit { get; private set; }

    /// <summary>Why the last group, or checkpoint, could not be stored; null while all is well.</summary>
    public AuditLogException? Fault => _fault;

    /// <summary>Completes when the entry is durable; in buffered mode when it waits.</summary>
    public ValueTask AddAsync(AuditContent content, CancellationToken cancellationToken)
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
        if (!_items.Writer.TryWrite(entry)) throw new AuditLogException(AuditLogFault.Closed);
        return isStrict ? new(entry.Done!.Task.WaitAsync(cancellationToken)) : ValueTask.CompletedTask;
    }

    /// <summary>Runs something between two groups, with nobody else on the connection.</summary>
    public async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_items.Writer.TryWrite(new WriterJob(RunAsync))) throw new AuditLogException(AuditLogFault.Closed);
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
    public Task<SignedNote> CheckpointAsync() => DoAsync(SignAsync);

    /// <summary>An entry that exchanges a key, and the checkpoint over it of all keys, in one transaction.</summary>
    public Task<SignedNote> RotateAsync(AuditContent content, KeyRotation rotation, INoteSigner next) => DoAsync(async () =>
    {
        SignedNote? note = null;
        INoteSigner[] all = [.. _signers, next];
        await CommitAsync([content], async (connection, plan) =>
        {
            await CheckKeysAsync(connection).ConfigureAwait(false);
            note = await SignAsync(Tree.Size + 1, Tree.RootAfter(plan), all).ConfigureAwait(false);
            await AuditStore.InsertCheckpointAsync(connection, Tree.Size + 1, note, CancellationToken.None).ConfigureAwait(false);
        }).ConfigureAwait(false);
        _signers = [.. _signers.Select(signer => signer.KeyId == rotation.From.KeyId ? next : signer)];
        _checkpoint = note;
        _isCheckpointDue = false;
        return note!;
    });

    /// <summary>Keeps a checkpoint that witnesses signed besides.</summary>
    public Task<SignedNote> KeepAsync(SignedNote cosigned) => DoAsync(async () =>
    {
        DbConnection connection = await ConnectionAsync().ConfigureAwait(false);
        ulong size = Audit.Checkpoint.Parse(cosigned.Text).Size;
        await _store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.InsertCheckpointAsync(connection, size, cosigned, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        if (_checkpoint?.Text == cosigned.Text) _checkpoint = cosigned;
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
        _items.Writer.TryWrite(new WriterJob(CheckpointIfDueAsync));
        _items.Writer.Complete();
        try
        {
            await _running.ConfigureAwait(false);
        }
        finally
        {
            await ForgetConnectionAsync().ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        List<WriterEntry> group = [];
        while (await _items.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            WriterJob? job = Take(group);
            for (int look = 0; look < MostLooks && job is null && group.Count < _lastGroup; look++)
            {
                await Task.Yield();
                job = Take(group);
            }
            if (group.Count > 0) await StoreAsync(group).ConfigureAwait(false);
            if (job is not null) await job.Work().ConfigureAwait(false);
        }
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
        while (true)
        {
            try
            {
                await CommitAsync(contents, null).ConfigureAwait(false);
                _fault = null;
                _lastGroup = Math.Min(group.Count, _options.GroupSize);
                End(group, null);
                return;
            }
            catch (Exception exception)
            {
                AuditLogException fault = _store.Fault(exception);
                _fault = fault;
                await ForgetConnectionAsync().ConfigureAwait(false);
                if (_options.Mode == AuditLogMode.Strict)
                {
                    End(group, fault);
                    return;
                }
                // What was taken over in buffered mode is not let go while there is hope; at the end there is one more try.
                if (wasClosing) throw fault;
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

    private async Task CommitAsync(AuditContent[] contents, Func<DbConnection, TilePlan, Task>? also)
    {
        DbConnection connection = await ConnectionAsync().ConfigureAwait(false);
        await _store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await CatchUpAsync(connection).ConfigureAwait(false);
        TilePlan plan = Tree.Plan([.. contents.Select(content => content.Leaf)]);
        await _store.Dialect.InsertAsync(connection, Tree.Size, contents, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.InsertTilesAsync(connection, plan.Full, CancellationToken.None).ConfigureAwait(false);
        if (also is not null) await also(connection, plan).ConfigureAwait(false);
        long committing = Stopwatch.GetTimestamp();
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        LastCommit = Stopwatch.GetElapsedTime(committing);
        Tree.Take(plan);
        Written = (Written.Groups + 1, Written.Entries + contents.Length);
        CheckpointWillBeDue();
    }

    /// <summary>Takes over what other processes have written. Within a transaction.</summary>
    private Task CatchUpAsync(DbConnection connection) => CatchUpAsync(connection, Tree, CancellationToken.None);

    public static async Task CatchUpAsync(DbConnection connection, LogTree tree, CancellationToken cancellationToken)
    {
        ulong size = await AuditStore.SizeAsync(connection, cancellationToken).ConfigureAwait(false);
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

    private async Task<SignedNote> SignAsync()
    {
        DbConnection connection = await ConnectionAsync().ConfigureAwait(false);
        await _store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await CatchUpAsync(connection).ConfigureAwait(false);
        await CheckKeysAsync(connection).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        ulong size = Tree.Size;
        if (_checkpoint is { } latest && Audit.Checkpoint.Parse(latest.Text).Size == size)
        {
            _isCheckpointDue = false;
            return latest;
        }
        SignedNote note = await SignAsync(size, Tree.Root(size, NoTiles), _signers).ConfigureAwait(false);
        // Signed outside of a transaction, since a key may be far away and others want to write.
        await _store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.InsertCheckpointAsync(connection, size, note, CancellationToken.None).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        _checkpoint = note;
        _isCheckpointDue = false;
        _fault = null;
        return note;
    }

    // Another process may have exchanged the key.
    private async Task CheckKeysAsync(DbConnection connection)
    {
        SignedNote? latest = await AuditStore.LatestCheckpointAsync(connection, CancellationToken.None).ConfigureAwait(false);
        await PresentKeys.CheckAsync(connection, latest, _options.Origin, _signers, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<SignedNote> SignAsync(ulong size, MerkleHash root, IReadOnlyList<INoteSigner> signers)
    {
        try
        {
            return await new Checkpoint(_options.Origin, size, root).SignAsync(signers).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new AuditLogException(AuditLogFault.NotSigned, exception.GetType().Name);
        }
    }

    // The root over all entries needs no leaf of a full tile.
    private static IReadOnlyDictionary<ulong, MerkleHash[]> NoTiles { get; } = new Dictionary<ulong, MerkleHash[]>();

    private async Task ForgetConnectionAsync()
    {
        if (_connection is not { } connection) return;
        _connection = null;
        _store.Dialect.Forget(connection);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
