using Policing.Conformance.Cases;
using Policing.Ethics.Audit;

namespace Policing.Conformance.Servers;

/// <summary>What a server shows of its audit log: checkpoints and tiles. Nothing of it has entries in it, and asking is no use of data. Not thread-safe.</summary>
internal sealed class ServerLog(ServerSession session)
{
    /// <summary>The first checkpoint of the run; null while none was seen.</summary>
    public SeenCheckpoint? First { get; private set; }

    /// <summary>The checkpoint of now; null where the server has none, and so claims no audit surface.</summary>
    /// <exception cref="CaseFaultException">It is not to be had, or is none.</exception>
    public async Task<SeenCheckpoint?> ReadAsync(CancellationToken cancellationToken)
    {
        ServerAnswer answer = await session.SendAsync(ServerCalls.Checkpoint, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404) return null;
        if (answer.Status != 200 || SeenCheckpoint.Read(answer.Body) is not { } seen) throw new CaseFaultException(FaultReasons.NoCheckpoint);
        First ??= seen;
        return seen;
    }

    /// <summary>The root that the tiles hash to.</summary>
    /// <exception cref="CaseFaultException">A tile is missing, or is none.</exception>
    public ValueTask<MerkleHash> RootAsync(ulong size, CancellationToken cancellationToken) =>
        TileNodes.FetchAsync(nodes => nodes.Root(size), (level, index) => TileAsync(size, level, index, cancellationToken));

    /// <summary>What shows that the log began as it was at an earlier size.</summary>
    /// <exception cref="CaseFaultException">A tile is missing, or is none.</exception>
    public ValueTask<MerkleHash[]> ConsistencyAsync(ulong oldSize, ulong size, CancellationToken cancellationToken) =>
        TileNodes.FetchAsync(nodes => nodes.Consistency(oldSize, size), (level, index) => TileAsync(size, level, index, cancellationToken));

    /// <summary>The hashes of a tile of the log at a size.</summary>
    /// <exception cref="CaseFaultException">It is missing, or is none.</exception>
    public async Task<MerkleHash[]> TileAsync(ulong size, int level, ulong index, CancellationToken cancellationToken)
    {
        TilePath path = TilePath.OfHashesAt(size, level, index);
        ServerAnswer answer = await AskAsync(path, TilePath.OfHashes(level, index), cancellationToken).ConfigureAwait(false);
        if (answer.Status != 200) throw new CaseFaultException(FaultReasons.OtherStatus);
        int width = answer.Body.Length / MerkleHash.Length;
        // What has grown since may be given whole.
        if (answer.Body.Length % MerkleHash.Length != 0 || (width != path.Width && width != TilePath.FullWidth)) throw new CaseFaultException(FaultReasons.OtherForm);
        return MerkleHash.ReadAll(answer.Body, path.Width);
    }

    /// <summary>The digests of entries of the log at a size; null where the server does not show those.</summary>
    /// <exception cref="CaseFaultException">They are no bundle.</exception>
    public async Task<ReadOnlyMemory<byte>[]?> EntriesAsync(ulong size, ulong index, CancellationToken cancellationToken)
    {
        TilePath path = TilePath.OfEntriesAt(size, index);
        ServerAnswer answer = await AskAsync(path, TilePath.OfEntries(index), cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404) return null;
        if (answer.Status != 200) throw new CaseFaultException(FaultReasons.OtherStatus);
        ReadOnlyMemory<byte>[] entries = EntryBundle.Read(answer.Body, path.Width) ?? EntryBundle.Read(answer.Body, TilePath.FullWidth) ?? throw new CaseFaultException(FaultReasons.OtherForm);
        return entries[..path.Width];
    }

    // A log that has grown may have put the full tile in the place of the part.
    private async Task<ServerAnswer> AskAsync(TilePath path, TilePath full, CancellationToken cancellationToken)
    {
        ServerAnswer answer = await session.SendAsync(Call(path), cancellationToken).ConfigureAwait(false);
        return answer.Status == 404 && !path.IsFull ? await session.SendAsync(Call(full), cancellationToken).ConfigureAwait(false) : answer;
    }

    private static ServerCall Call(TilePath path) => ServerCalls.Tile(path.ToString()["tile/".Length..]);
}
