using Policing.Ethics.Audit;

namespace Policing.Client;

/// <summary>
/// What a partner shows of its audit log so that others can check it: hashes only, and no purpose is needed. Thread-safe.
/// </summary>
/// <remarks>
/// Nothing of it is believed until it was verified: the signatures of a checkpoint against the partner's key (<see cref="WitnessPolicy"/>, <see cref="KeyHistory"/>), and a
/// later one against an earlier one by <see cref="CheckpointPin"/>. Source: C2SP tlog-checkpoint and tlog-tiles.
/// </remarks>
public sealed class AuditCalls
{
    private readonly CallSender _sender;

    internal AuditCalls(CallSender sender) => _sender = sender;

    /// <summary>The checkpoint of today. Its signatures are not verified here.</summary>
    /// <exception cref="PartnerException">The partner shows none, it is none, or the call failed.</exception>
    public async Task<SignedNote> GetCheckpointAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = new(PartnerOperation.Checkpoint, HttpMethod.Get, _sender.Settings.Prefix + "audit/checkpoint")
        {
            Accept = "text/plain, application/problem+json",
            MediaType = "text/plain",
        };
        PartnerResult<SignedNote> result = await _sender.SendAsync(request, Caller.Anonymous, static (in answer, _) => ReadCheckpoint(answer), 0, cancellationToken).ConfigureAwait(false);
        return result.OrThrow();
    }

    /// <summary>A tile of hashes, or a bundle of entries where the partner shows those.</summary>
    /// <param name="tile">Which.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The path is absent.</exception>
    /// <exception cref="PartnerException">The partner does not have it, a tile of hashes has a wrong length, or the call failed.</exception>
    public async Task<ReadOnlyMemory<byte>> GetTileAsync(TilePath tile, CancellationToken cancellationToken = default)
    {
        if (tile.Width == 0) throw new ArgumentException("The path is absent.", nameof(tile));
        return (await TryGetTileAsync(tile, cancellationToken).ConfigureAwait(false)).OrThrow();
    }

    /// <summary>What shows that the log of today began as an earlier one, from the tiles that it takes: give this to <see cref="CheckpointPin.AdvanceAsync"/>.</summary>
    /// <param name="oldSize">The size of the earlier tree, at least 1.</param>
    /// <param name="size">The size of the later tree, from a checkpoint.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The earlier size is 0 or more than the later.</exception>
    /// <exception cref="PartnerException">A call failed.</exception>
    public ValueTask<IReadOnlyList<MerkleHash>> GetConsistencyProofAsync(ulong oldSize, ulong size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        return FromTilesAsync(size, nodes => nodes.Consistency(oldSize, size), cancellationToken);
    }

    /// <summary>What shows that an entry is in the log.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <param name="size">The size of the tree, from a checkpoint.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the tree.</exception>
    /// <exception cref="PartnerException">A call failed.</exception>
    public ValueTask<IReadOnlyList<MerkleHash>> GetInclusionProofAsync(ulong index, ulong size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        return FromTilesAsync(size, nodes => nodes.Inclusion(index, size), cancellationToken);
    }

    private async ValueTask<IReadOnlyList<MerkleHash>> FromTilesAsync(ulong size, Func<MerkleNodes, MerkleHash[]> proof, CancellationToken cancellationToken) =>
        await TileNodes.FetchAsync(proof, (level, index) => HashesAsync(TilePath.OfHashesAt(size, level, index), cancellationToken)).ConfigureAwait(false);

    private async Task<MerkleHash[]> HashesAsync(TilePath path, CancellationToken cancellationToken)
    {
        PartnerResult<byte[]> result = await TryGetTileAsync(path, cancellationToken).ConfigureAwait(false);
        // A log that has grown may have put the full tile in the place of the part.
        if (!path.IsFull && result.Failure == PartnerFailure.NotAvailable)
            result = await TryGetTileAsync(TilePath.OfHashes(path.Level, path.Index), cancellationToken).ConfigureAwait(false);
        return MerkleHash.ReadAll(result.OrThrow(), path.Width);
    }

    private ValueTask<PartnerResult<byte[]>> TryGetTileAsync(TilePath tile, CancellationToken cancellationToken)
    {
        PartnerRequest request = new(PartnerOperation.Tile, HttpMethod.Get, $"{_sender.Settings.Prefix}audit/{tile}")
        {
            Accept = "application/octet-stream, application/problem+json",
            MediaType = "application/octet-stream",
        };
        return _sender.SendAsync(request, Caller.Anonymous, static (in answer, path) => ReadTile(answer, path), tile, cancellationToken);
    }

    private static byte[] ReadTile(in Answer answer, TilePath tile) =>
        tile.IsEntries || answer.Utf8.Length == tile.Width * MerkleHash.Length ? answer.Utf8.ToArray() : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);

    private static SignedNote ReadCheckpoint(in Answer answer) =>
        SignedNote.TryParse(answer.Utf8.Span, out SignedNote? note) == NoteFault.None && Checkpoint.TryParse(note!.Text, out _) == NoteFault.None
            ? note
            : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);
}
