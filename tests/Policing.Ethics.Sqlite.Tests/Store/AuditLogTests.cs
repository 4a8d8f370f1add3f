using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

public class AuditLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_there_again_after_the_log_was_closed_and_are_proved()
    {
        using LogFolder folder = new();
        List<AuditEntryId> ids = [];
        await using (AuditLog log = folder.Log())
        {
            for (int i = 0; i < 700; i++) ids.Add(await log.AppendAsync(folder.Entry(), Ct));
            Assert.Equal(700UL, log.Size);
        }
        await using AuditLog again = folder.Log();
        await again.OpenAsync(Ct);
        Assert.Equal(700UL, again.Size);
        Assert.Equal(700, ids.Distinct().Count());
        ids.Add(await again.AppendAsync(folder.Entry(), Ct));
        INoteVerifier verifier = folder.Signer.VerifierKey.ToVerifier();
        foreach (int index in new[] { 0, 1, 255, 256, 511, 512, 699, 700 })
        {
            LogProof proof = await again.ProveAsync(ids[index], Ct);
            Assert.Equal((ulong)index, proof.Index);
            Assert.True(proof.Note.Verify([verifier]).IsVerified);
            MerkleHash leaf = await LeafAsync(again, (ulong)index);
            Assert.True(MerkleProof.VerifyInclusion(leaf, proof.Index, proof.Checkpoint.Size, [.. proof.Hashes], proof.Checkpoint.Root));
        }
    }

    [Fact]
    public async Task Writers_at_once_share_the_wait_for_the_disk()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        await log.OpenAsync(Ct);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++) await log.AppendAsync(folder.Entry(), Ct);
        }, Ct)));
        Assert.Equal(640UL, log.Size);
        Assert.Equal(640, log.Written.Entries);
        Assert.InRange(log.Written.Groups, 1, 639);
    }

    private static async Task<MerkleHash> LeafAsync(AuditLog log, ulong index) => (await log.ReadAsync(async connection =>
    {
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, index, index + 1, Ct)) return row.Leaf();
        return null;
    }, Ct))!.Value;
}
