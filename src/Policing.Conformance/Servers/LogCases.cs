using Policing.Conformance.Cases;
using Policing.Ethics.Audit;

namespace Policing.Conformance.Servers;

/// <summary>What the audit surface of a server must be: a log that grows, and that anybody can check.</summary>
internal static class LogCases
{
    // So many tiles of the newest entries are held against what is above them.
    private const ulong MostTiles = 16;

    public static IEnumerable<(string Key, ServerCase Case)> All() =>
    [
        Of("getCheckpoint/answers", "the checkpoint", CheckpointAsync),
        ("getCheckpoint/signed", new("1", "the checkpoint and the key of the log", SignedAsync) { Unclaimed = ServerCase.NoAuditSurface, NeedsLogKey = true }),
        Of("getCheckpoint/consistent", "the checkpoint of the beginning and that of now", ConsistentAsync),
        ("getCheckpoint/not-available", new("no-surface", "a checkpoint that there is not", NoSurfaceAsync) { Unclaimed = "The server has an audit surface." }),
        Of("getTile/root", "the tiles and the checkpoint", RootAsync),
        Of("getTile/entries", "the newest entries and the tiles", EntriesAsync),
    ];

    private static (string, ServerCase) Of(string key, string about, Func<ServerSession, CancellationToken, Task<CaseVerdict>> ask) => (key, new("1", about, ask) { Unclaimed = ServerCase.NoAuditSurface });

    private static async Task<CaseVerdict> CheckpointAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer answer = await session.SendAsync(ServerCalls.Checkpoint, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404) return CaseVerdict.Of(FaultReasons.Skipped);
        if (answer.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        return SeenCheckpoint.Read(answer.Body) is null ? CaseVerdict.Of(FaultReasons.OtherForm) : ProblemJudge.Frame(answer);
    }

    private static async Task<CaseVerdict> SignedAsync(ServerSession session, CancellationToken cancellationToken)
    {
        if (await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } seen) return CaseVerdict.Of(FaultReasons.Skipped);
        return seen.Note.Verify(session.LogKeys).IsVerified && session.LogKeys.Any(key => key.KeyName == seen.Checkpoint.Origin) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotSigned);
    }

    private static async Task<CaseVerdict> ConsistentAsync(ServerSession session, CancellationToken cancellationToken)
    {
        if (await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) is null || session.Log.First is not { } then) return CaseVerdict.Of(FaultReasons.Skipped);
        // Something that is written down, so that there is something to see.
        await session.SendAsync(ServerCalls.Capabilities with { Credential = Credential.None }, cancellationToken).ConfigureAwait(false);
        SeenCheckpoint now = await session.Entries.GrownAsync(then.Size, 1, cancellationToken).ConfigureAwait(false);
        if (now.Checkpoint.Origin != then.Checkpoint.Origin || now.Size < then.Size) return CaseVerdict.Of(FaultReasons.NotConsistent);
        if (then.Size == 0) return then.Checkpoint.Root == MerkleHash.OfNothing ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotConsistent);
        MerkleHash[] proof = await session.Log.ConsistencyAsync(then.Size, now.Size, cancellationToken).ConfigureAwait(false);
        return MerkleProof.VerifyConsistency(then.Size, now.Size, proof, then.Checkpoint.Root, now.Checkpoint.Root) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotConsistent);
    }

    private static async Task<CaseVerdict> NoSurfaceAsync(ServerSession session, CancellationToken cancellationToken)
    {
        ServerAnswer answer = await session.SendAsync(ServerCalls.Checkpoint, cancellationToken).ConfigureAwait(false);
        return answer.Status == 200 ? CaseVerdict.Of(FaultReasons.Skipped) : ProblemJudge.Judge(answer, "not-available");
    }

    private static async Task<CaseVerdict> RootAsync(ServerSession session, CancellationToken cancellationToken)
    {
        if (await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } seen) return CaseVerdict.Of(FaultReasons.Skipped);
        return await session.Log.RootAsync(seen.Size, cancellationToken).ConfigureAwait(false) == seen.Checkpoint.Root ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.OtherHashes);
    }

    // The root is made of the newest hashes of each level: that those of full tiles are of what is below them is seen here.
    private static async Task<CaseVerdict> EntriesAsync(ServerSession session, CancellationToken cancellationToken)
    {
        if (await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) is not { Size: > 0 } seen) return CaseVerdict.Of(FaultReasons.Skipped);
        ulong last = (seen.Size - 1) / TilePath.FullWidth;
        for (ulong index = last - Math.Min(last, MostTiles - 1); index <= last; index++)
        {
            MerkleHash[] leaves = await session.Log.TileAsync(seen.Size, 0, index, cancellationToken).ConfigureAwait(false);
            if (leaves.Length == TilePath.FullWidth && !await IsBelowAsync(session, seen.Size, index, leaves, cancellationToken).ConfigureAwait(false)) return CaseVerdict.Of(FaultReasons.OtherHashes);
            ReadOnlyMemory<byte>[]? entries = await session.Log.EntriesAsync(seen.Size, index, cancellationToken).ConfigureAwait(false);
            if (entries is not null && !entries.Select(static entry => MerkleHash.OfLeaf(entry.Span)).SequenceEqual(leaves)) return CaseVerdict.Of(FaultReasons.OtherHashes);
        }

        return CaseVerdict.Passed;
    }

    private static async Task<bool> IsBelowAsync(ServerSession session, ulong size, ulong index, MerkleHash[] leaves, CancellationToken cancellationToken)
    {
        MerkleHash[] above = await session.Log.TileAsync(size, 1, index / TilePath.FullWidth, cancellationToken).ConfigureAwait(false);
        return above[(int)(index % TilePath.FullWidth)] == FullTile.Over(leaves);
    }
}
