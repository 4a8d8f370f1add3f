namespace Policing.Ethics.Audit;

/// <summary>Holding the log against itself, and giving it to others.</summary>
public sealed partial class AuditLog
{
    /// <summary>
    /// Goes through the whole log and says what was edited, deleted, reordered, cut off, forked, rolled back, signed by another key, destroyed or erased against the rules,
    /// with the place of each. It also reads a log that would not open, and may run while others write.
    /// </summary>
    /// <param name="options">The keys that may have signed, and checkpoints that were kept elsewhere.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="ArgumentException">No key is given.</exception>
    /// <exception cref="InvalidOperationException">What was pinned is no checkpoint of this log.</exception>
    /// <exception cref="AuditLogException">The store cannot be read, or holds no log, or that of another origin.</exception>
    public async Task<AuditCheckReport> CheckAsync(AuditCheckOptions options, CancellationToken cancellationToken = default) =>
        await AuditCheck.RunAsync(_store, _ => Task.FromResult(Origin), options, cancellationToken).ConfigureAwait(false);

    /// <summary>Writes the log as a directory of tiles, C2SP tlog-tiles, under a checkpoint over all of it. It holds hashes, and nothing of an entry.</summary>
    /// <param name="folder">An empty folder, or one that is not there yet.</param>
    /// <param name="cancellationToken">Ends the writing; the directory is of no use then.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    /// <exception cref="AuditLogException">The store fails, or is damaged.</exception>
    public async Task<SignedNote> WriteTilesAsync(string folder, CancellationToken cancellationToken = default)
    {
        SignedNote note = await CheckpointAsync(cancellationToken).ConfigureAwait(false);
        await ReadAsync(
            async connection =>
            {
                await AuditStore.WriteTilesAsync(connection, folder, note, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return note;
    }
}
