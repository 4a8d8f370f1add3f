using System.Security.Cryptography;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

/// <summary>A log that is opened for reading alone, without any secret: it is checked and proved, and nothing of it changes.</summary>
public class AuditCopyTests
{
    private const int Entries = 600;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_at_rest_is_checked_proved_and_given_out_and_left_as_it_is()
    {
        using LogFolder folder = await MakeAsync();
        byte[] before = SHA256.HashData(await File.ReadAllBytesAsync(folder.File, Ct));
        await using (AuditCopy copy = SqliteAuditLog.OpenCopy(folder.File))
        {
            Assert.Equal(LogFolder.Origin, await copy.OriginAsync(Ct));
            AuditCheckReport report = await copy.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] }, Ct);
            Assert.True(report.IsGood, report.ToString());
            Assert.Equal((ulong)Entries, report.Size);
            foreach (ulong index in new ulong[] { 0, 255, 256, Entries - 1 })
            {
                LogProof proof = await copy.ProveAsync(index, Ct);
                MerkleHash leaf = MerkleHash.OfLeaf((await copy.LeafAsync(index, Ct)).Span);
                Assert.True(proof.Verify(leaf, Policy(folder)).IsIncluded);
                Assert.False(proof.Verify(MerkleHash.OfLeaf((await copy.LeafAsync((index + 1) % Entries, Ct)).Span), Policy(folder)).IsIncluded);
            }

            string tiles = Path.Combine(folder.Path, "tiles");
            SignedNote note = await copy.WriteTilesAsync(tiles, Ct);
            new TileReader(tiles, Entries).Check(Checkpoint.Parse(note.Text).Root, Ct);
            Assert.Equal(note.Text, (await copy.LatestCheckpointAsync(Ct))!.Text);
        }

        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(folder.File, Ct)));
        Assert.Equal(["audit.db", "tiles"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_log_that_somebody_writes_is_read_as_it_is_at_each_moment()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        AuditEntryId id = await log.AppendAsync(folder.Entry(), Ct);
        await log.CheckpointAsync(Ct);
        await using AuditCopy copy = SqliteAuditLog.OpenCopy(folder.File);
        Assert.Equal(0UL, await copy.IndexOfAsync(id, Ct));
        Task writing = Task.Run(
            async () =>
            {
                for (int i = 0; i < 600; i++)
                {
                    await log.AppendAsync(folder.Entry(), Ct);
                    if (i % 5 == 0) await log.CheckpointAsync(Ct);
                }
            },
            Ct);
        do
        {
            LogProof proof = await copy.ProveAsync(0, Ct);
            Assert.True(proof.Verify(MerkleHash.OfLeaf((await copy.LeafAsync(0, Ct)).Span), Policy(folder)).IsIncluded);
            AuditCheckReport report = await copy.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] }, Ct);
            Assert.True(report.IsGood, report.ToString());
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task What_was_done_to_a_copy_is_found_and_nothing_is_proved_by_it()
    {
        using LogFolder folder = await MakeAsync();
        folder.Tamper("UPDATE audit_entry SET core = replace(CAST(core AS TEXT), 'kent', 'bent') WHERE idx = 590");
        folder.Tamper("PRAGMA wal_checkpoint(TRUNCATE)");
        await using AuditCopy copy = SqliteAuditLog.OpenCopy(folder.File);
        AuditCheckReport report = await copy.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] }, Ct);
        Assert.Equal(AuditFindingKind.Edited, Assert.Single(report.Findings).Kind);
        Assert.Equal(AuditLogFault.Forked, (await Assert.ThrowsAsync<AuditLogException>(() => copy.ProveAsync(3, Ct))).Fault);
        Assert.Equal(AuditLogFault.Forked, (await Assert.ThrowsAsync<AuditLogException>(() => copy.WriteTilesAsync(Path.Combine(folder.Path, "tiles"), Ct))).Fault);
    }

    [Fact]
    public async Task What_is_not_there_or_not_signed_is_said_so()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log(options => options.Log.CheckpointInterval = TimeSpan.FromDays(1));
        await log.AppendAsync(folder.Entry(), Ct);
        await using AuditCopy copy = SqliteAuditLog.OpenCopy(folder.File);
        Assert.Null(await copy.LatestCheckpointAsync(Ct));
        Assert.Equal(AuditLogFault.NotSigned, (await Assert.ThrowsAsync<AuditLogException>(() => copy.ProveAsync(0, Ct))).Fault);
        Assert.Equal(AuditLogFault.NotSigned, (await Assert.ThrowsAsync<AuditLogException>(() => copy.WriteTilesAsync(Path.Combine(folder.Path, "tiles"), Ct))).Fault);
        await log.CheckpointAsync(Ct);
        Assert.Equal(AuditLogFault.NoSuchEntry, (await Assert.ThrowsAsync<AuditLogException>(() => copy.ProveAsync(7, Ct))).Fault);
        Assert.Equal(AuditLogFault.NoSuchEntry, (await Assert.ThrowsAsync<AuditLogException>(() => copy.LeafAsync(7, Ct))).Fault);
        Assert.Equal(AuditLogFault.NoSuchEntry, (await Assert.ThrowsAsync<AuditLogException>(() => copy.IndexOfAsync(new(Guid.NewGuid().ToString("D")), Ct))).Fault);
        await Assert.ThrowsAsync<ArgumentException>(() => copy.CheckAsync(new() { Verifiers = [] }, Ct));
    }

    [Fact]
    public async Task What_is_no_log_is_refused()
    {
        using LogFolder folder = new();
        Assert.Equal(AuditLogFault.Unavailable, Assert.Throws<AuditLogException>(() => SqliteAuditLog.OpenCopy(folder.File)).Fault);
        await File.WriteAllTextAsync(folder.File, "no database, but long enough to be looked at as one " + new string('x', 4096), Ct);
        await using (AuditCopy text = SqliteAuditLog.OpenCopy(folder.File))
            Assert.Equal(AuditLogFault.Damaged, (await Assert.ThrowsAsync<AuditLogException>(() => text.OriginAsync(Ct))).Fault);
        string empty = Path.Combine(folder.Path, "other.db");
        await File.WriteAllBytesAsync(empty, [], Ct);
        await using AuditCopy other = SqliteAuditLog.OpenCopy(empty);
        Assert.Equal(AuditLogFault.Damaged, (await Assert.ThrowsAsync<AuditLogException>(() => other.OriginAsync(Ct))).Fault);
    }

    [Fact]
    public async Task A_name_that_means_something_in_an_address_is_a_name()
    {
        using LogFolder folder = await MakeAsync(3);
        string odd = Path.Combine(folder.Path, "100% & more?mode=rwc#x.db");
        File.Copy(folder.File, odd);
        await using AuditCopy copy = SqliteAuditLog.OpenCopy(odd);
        Assert.Equal(LogFolder.Origin, await copy.OriginAsync(Ct));
    }

    private static WitnessPolicy Policy(LogFolder folder)
    {
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(System.Text.Encoding.UTF8.GetBytes($"log {folder.Signer.VerifierKey}\nquorum none\n"), null, out WitnessPolicy? policy, out _));
        return policy!;
    }

    private static async Task<LogFolder> MakeAsync(int entries = Entries)
    {
        LogFolder folder = new();
        await using AuditLog log = folder.Log();
        for (int i = 0; i < entries; i++) await log.AppendAsync(folder.Entry(), Ct);
        return folder;
    }
}
