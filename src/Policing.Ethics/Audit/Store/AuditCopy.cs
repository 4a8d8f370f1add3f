using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Policing.Ethics.Audit;

/// <summary>
/// A log, or a copy of one, that is opened for reading alone: what an auditor has, who holds no private key and no key for pseudonyms. It checks, proves and gives out hashes. Who wants to
/// read what is in entries asks the log itself, which writes that down (<see cref="AuditReader"/>). Policing.Ethics.Sqlite and Policing.Ethics.PostgreSql open one.
/// </summary>
/// <remarks>Thread-safe; each call has a connection of its own. Nothing is written, and others may write meanwhile.</remarks>
public sealed class AuditCopy : IAsyncDisposable
{
    private readonly AuditStore _store;

    internal AuditCopy(AuditStore store) => _store = store;

    /// <summary>Which log it says it is. Hold it against what you expect: a key is of one log.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">The store cannot be read, or holds no log.</exception>
    public Task<string> OriginAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(connection => AuditStore.OriginAsync(connection, cancellationToken), cancellationToken);

    /// <summary>The newest checkpoint that is stored; null where there is none. Its signatures are not verified here.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">The store cannot be read, holds no log, or is damaged.</exception>
    public Task<SignedNote?> LatestCheckpointAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(connection => AuditStore.LatestCheckpointAsync(connection, cancellationToken), cancellationToken);

    /// <summary>As <see cref="AuditLog.CheckAsync"/>: goes through the whole log and says what is wrong, with the place of each.</summary>
    /// <param name="options">The keys that may have signed, and checkpoints that were kept elsewhere.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="ArgumentException">No key is given.</exception>
    /// <exception cref="InvalidOperationException">What was pinned is no checkpoint of this log.</exception>
    /// <exception cref="AuditLogException">The store cannot be read, or holds no log.</exception>
    public async Task<AuditCheckReport> CheckAsync(AuditCheckOptions options, CancellationToken cancellationToken = default) =>
        await AuditCheck.RunAsync(_store, OriginAsync, options, cancellationToken).ConfigureAwait(false);

    /// <summary>The index of an entry.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">There is no such entry, or the store cannot be read.</exception>
    public Task<ulong> IndexOfAsync(AuditEntryId id, CancellationToken cancellationToken = default)
    {
        Guid guid = AuditStore.GuidOf(id);
        return ReadAsync(
            async connection => await AuditStore.IndexOfAsync(connection, guid, cancellationToken).ConfigureAwait(false) ?? throw new AuditLogException(AuditLogFault.NoSuchEntry), cancellationToken);
    }

    /// <summary>The leaf of an entry: its two commitments, and nothing of what is in it.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">There is no such entry, it is damaged, or the store cannot be read.</exception>
    public Task<ReadOnlyMemory<byte>> LeafAsync(ulong index, CancellationToken cancellationToken = default) =>
        ReadAsync<ReadOnlyMemory<byte>>(
            async connection =>
            {
                await foreach (byte[] leaf in AuditStore.LeavesAsync(connection, index, index + 1, cancellationToken).ConfigureAwait(false)) return leaf;
                throw new AuditLogException(AuditLogFault.NoSuchEntry);
            },
            cancellationToken);

    /// <summary>Proves that the entry of an index is in the log, under the newest checkpoint that is stored.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuditLogException">
    /// There is no such entry; it is younger than the newest checkpoint (<see cref="AuditLogFault.NotSigned"/>); the log is not what was signed; or the store cannot be read.
    /// </exception>
    public Task<LogProof> ProveAsync(ulong index, CancellationToken cancellationToken = default) =>
        ReadAsync(
            async connection =>
            {
                LogTree tree = await AuditStore.TreeAsync(connection, cancellationToken).ConfigureAwait(false);
                if (index >= tree.Size) throw new AuditLogException(AuditLogFault.NoSuchEntry);
                (SignedNote note, Checkpoint checkpoint) = await NewestAsync(connection, tree, cancellationToken).ConfigureAwait(false);
                if (index >= checkpoint.Size) throw new AuditLogException(AuditLogFault.NotSigned);
                Dictionary<ulong, FullTile> tiles = await AuditStore.TilesAsync(connection, tree.TilesFor(index, checkpoint.Size - 1), cancellationToken).ConfigureAwait(false);
                return new LogProof(index, tree.Inclusion(index, checkpoint.Size, tiles)!, note);
            },
            cancellationToken);

    /// <summary>Writes the log as a directory of tiles, C2SP tlog-tiles, under the newest checkpoint that is stored. It holds hashes, and nothing of an entry.</summary>
    /// <param name="folder">An empty folder, or one that is not there yet.</param>
    /// <param name="cancellationToken">Ends the writing; the directory is of no use then.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    /// <exception cref="AuditLogException">There is no checkpoint, the log is not what was signed, or the store cannot be read.</exception>
    public Task<SignedNote> WriteTilesAsync(string folder, CancellationToken cancellationToken = default) =>
        ReadAsync(
            async connection =>
            {
                SignedNote note = await AuditStore.LatestCheckpointAsync(connection, cancellationToken).ConfigureAwait(false) ?? throw new AuditLogException(AuditLogFault.NotSigned);
                await AuditStore.WriteTilesAsync(connection, folder, note, cancellationToken).ConfigureAwait(false);
                return note;
            },
            cancellationToken);

    /// <summary>Closes it.</summary>
    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static async Task<(SignedNote Note, Checkpoint Checkpoint)> NewestAsync(DbConnection connection, LogTree tree, CancellationToken cancellationToken)
    {
        SignedNote note = await AuditStore.LatestCheckpointAsync(connection, cancellationToken).ConfigureAwait(false) ?? throw new AuditLogException(AuditLogFault.NotSigned);
        return (note, await AuditStore.CheckEndAsync(connection, tree, note, await AuditStore.OriginAsync(connection, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false));
    }

    private async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        (DbConnection connection, _) = await _store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = connection.ConfigureAwait(false);
        try
        {
            await AuditStore.RunAsync(connection, _store.Dialect.BeginReading, cancellationToken).ConfigureAwait(false);
            if (!await _store.IsThereAsync(connection, cancellationToken).ConfigureAwait(false)) throw new AuditLogException(AuditLogFault.Damaged, "There is no log.");
            return await read(connection).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not IOException && !cancellationToken.IsCancellationRequested)
        {
            throw _store.Fault(exception);
        }
    }
}
