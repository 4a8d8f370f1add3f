using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

/// <summary>Everything that somebody with the file, and without the key, can do to a log: each is found, with its place.</summary>
public class TamperDrillTests
{
    private const int Entries = 600;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AccessActor Approver { get; } = new() { Person = "u-2002", Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "records-desk" };

    [Fact]
    public async Task A_log_that_nobody_touched_has_nothing_to_find()
    {
        using LogFolder folder = await MakeAsync();
        AuditCheckReport report = await CheckAsync(folder);
        Assert.Empty(report.Findings);
        Assert.True(report.IsGood);
        Assert.Equal((ulong)Entries + 1, report.Size);
        Assert.Equal(report.Size, report.Signed);
        Assert.Equal(3UL, report.Erased);
    }

    public static TheoryData<string, AuditFindingKind, ulong, ulong, string> Drill { get; } = new()
    {
        { "UPDATE audit_entry SET core = replace(CAST(core AS TEXT), 'kent', 'bent') WHERE idx = 17", AuditFindingKind.Edited, 17, 17, "entry" },
        { "UPDATE audit_entry SET core_salt = zeroblob(16) WHERE idx = 300", AuditFindingKind.Edited, 300, 300, "entry" },
        { "UPDATE audit_entry SET core_salt = zeroblob(15) WHERE idx = 300", AuditFindingKind.Edited, 300, 300, "entry" },
        { "UPDATE audit_entry SET id = zeroblob(16) WHERE idx = 301", AuditFindingKind.Edited, 301, 301, "entry" },
        { "UPDATE audit_details SET details = CAST('{}' AS BLOB) WHERE idx = 18", AuditFindingKind.Edited, 18, 18, "details" },
        { "UPDATE audit_details SET salt = zeroblob(16) WHERE idx = 18", AuditFindingKind.Edited, 18, 18, "details" },
        // In the tile that is not full only the checkpoints before and after tell where.
        { "UPDATE audit_entry SET core = replace(CAST(core AS TEXT), 'kent', 'bent') WHERE idx = 590", AuditFindingKind.Edited, 500, 599, "entry" },
        { "DELETE FROM audit_entry WHERE idx = 20", AuditFindingKind.Deleted, 20, 20, "entry" },
        { "DELETE FROM audit_entry WHERE idx BETWEEN 200 AND 299", AuditFindingKind.Deleted, 200, 299, "entry" },
        { "DELETE FROM audit_entry WHERE idx = 595", AuditFindingKind.Deleted, 595, 595, "entry" },
        { "UPDATE audit_entry SET core = zeroblob(0) WHERE idx = 21", AuditFindingKind.CoreDeleted, 21, 21, "entry" },
        { "DELETE FROM audit_entry WHERE idx >= 550", AuditFindingKind.Truncated, 550, 600, "entry" },
        { "DELETE FROM audit_details WHERE idx = 22", AuditFindingKind.DetailsDestroyed, 22, 22, "details" },
        { "UPDATE audit_checkpoint SET note = CAST(replace(CAST(note AS TEXT), char(10) || '500' || char(10), char(10) || '501' || char(10)) AS BLOB), size = 501 WHERE size = 500", AuditFindingKind.CheckpointForged, 501, 501, "checkpoint" },
        { "UPDATE audit_checkpoint SET note = zeroblob(40) WHERE size = 500", AuditFindingKind.CheckpointForged, 500, 500, "checkpoint" },
        { "UPDATE audit_tile SET hashes = zeroblob(8192) WHERE idx = 1", AuditFindingKind.TileDamaged, 1, 1, "tile" },
        { "DELETE FROM audit_tile WHERE idx = 1", AuditFindingKind.TileDamaged, 1, 1, "tile" },
        { "INSERT INTO audit_details (idx, salt, details) VALUES (3, zeroblob(16), CAST('{}' AS BLOB))", AuditFindingKind.ErasureIncomplete, 3, 3, "details" },
    };

    [Theory]
    [MemberData(nameof(Drill))]
    public async Task What_was_done_is_found_with_its_place(string statement, AuditFindingKind kind, ulong from, ulong to, string place)
    {
        using LogFolder folder = await MakeAsync();
        folder.Tamper(statement);
        AuditCheckReport report = await CheckAsync(folder);
        Assert.Contains(new AuditFinding(kind, from, to, place), report.Findings);
        Assert.False(report.IsGood);
    }

    [Fact]
    public async Task Entries_at_each_others_places_are_found()
    {
        using LogFolder folder = await MakeAsync();
        folder.Tamper("UPDATE audit_entry SET idx = -1 WHERE idx = 40; UPDATE audit_entry SET idx = 40 WHERE idx = 290; UPDATE audit_entry SET idx = 290 WHERE idx = -1");
        AuditCheckReport report = await CheckAsync(folder);
        Assert.Contains(new AuditFinding(AuditFindingKind.Reordered, 40, 40, "entry"), report.Findings);
        Assert.Contains(new AuditFinding(AuditFindingKind.Reordered, 290, 290, "entry"), report.Findings);
    }

    [Fact]
    public async Task An_edit_that_also_rewrites_the_tile_contradicts_what_was_signed()
    {
        using LogFolder folder = await MakeAsync();
        folder.Tamper("UPDATE audit_entry SET core = CAST(replace(CAST(core AS TEXT), 'kent', 'bent') AS BLOB) WHERE idx = 17");
        MerkleHash leaf = await LeafAsync(folder, 17);
        byte[] hashes = folder.Ask<byte[]>("SELECT hashes FROM audit_tile WHERE idx = 0");
        leaf.CopyTo(hashes.AsSpan(17 * MerkleHash.Length));
        MerkleHash root = FullTile.Over(FullTile.Read(hashes));
        folder.Tamper("UPDATE audit_tile SET hashes = $hashes, root = $root WHERE idx = 0", ("$hashes", hashes), ("$root", root.ToArray()));

        AuditCheckReport report = await CheckAsync(folder);
        Assert.Equal([new AuditFinding(AuditFindingKind.Edited, 0, 99, "entry")], report.Findings);
        // And a log whose end is not what it signed does not go on.
        await using AuditLog log = folder.Log();
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct));
        Assert.Equal(AuditLogFault.Forked, refused.Fault);
    }

    [Fact]
    public async Task A_log_that_was_cut_off_does_not_go_on()
    {
        using LogFolder folder = await MakeAsync();
        folder.Tamper("DELETE FROM audit_entry WHERE idx >= 590");
        await using AuditLog log = folder.Log();
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct));
        Assert.Equal(AuditLogFault.RolledBack, refused.Fault);
    }

    [Fact]
    public async Task An_old_copy_put_back_is_found_by_a_checkpoint_that_was_kept_elsewhere()
    {
        using LogFolder folder = await MakeAsync();
        string copy = folder.File + ".old";
        File.Copy(folder.File, copy);
        SignedNote pinned;
        await using (AuditLog log = folder.Log())
        {
            await log.AppendAsync(folder.Entry(), Ct);
            pinned = await log.CheckpointAsync(Ct);
        }
        File.Copy(copy, folder.File, overwrite: true);
        Assert.True((await CheckAsync(folder)).IsGood);
        AuditCheckReport report = await CheckAsync(folder, pinned);
        Assert.Equal([new AuditFinding(AuditFindingKind.RolledBack, Entries + 1, Entries + 1, "entry")], report.Findings);
    }

    [Fact]
    public async Task Two_histories_under_one_key_are_a_fork()
    {
        using LogFolder folder = await MakeAsync();
        string copy = folder.File + ".old";
        File.Copy(folder.File, copy);
        SignedNote pinned;
        await using (AuditLog log = folder.Log())
        {
            await log.AppendAsync(folder.Entry(), Ct);
            pinned = await log.CheckpointAsync(Ct);
        }
        File.Copy(copy, folder.File, overwrite: true);
        await using (AuditLog log = folder.Log())
        {
            await log.AppendAsync(folder.Entry("Another history"), Ct);
            await log.AppendAsync(folder.Entry("And it goes on"), Ct);
        }
        AuditCheckReport report = await CheckAsync(folder, pinned);
        Assert.Equal([new AuditFinding(AuditFindingKind.Forked, Entries + 2, Entries + 2, "checkpoint")], report.Findings);
    }

    [Fact]
    public async Task Another_key_under_the_same_name_is_a_key_swap()
    {
        using LogFolder folder = await MakeAsync();
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaNoteSigner signer = new(LogFolder.Origin, other);
        // The log itself does not go on under another key.
        await using (AuditLog log = folder.Log(options => options.Log.Signers = [signer]))
        {
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct));
            Assert.Equal(AuditLogFault.OtherKey, refused.Fault);
        }
        SignedNote note;
        await using (AuditLog log = folder.Log())
        {
            await log.AppendAsync(folder.Entry(), Ct);
            note = await log.CheckpointAsync(Ct);
        }
        SignedNote swapped = await Checkpoint.Parse(note.Text).SignAsync([signer], Ct);
        folder.Tamper($"UPDATE audit_checkpoint SET note = $note WHERE size = {Entries + 2}", ("$note", swapped.ToUtf8()));
        AuditCheckReport report = await CheckAsync(folder);
        Assert.Equal([new AuditFinding(AuditFindingKind.KeySwapped, Entries + 2, Entries + 2, "checkpoint")], report.Findings);
        Assert.Equal((ulong)Entries + 1, report.Signed);
    }

    [Theory]
    [InlineData("\"approver\":\"[^\"]*\"", "same", "one person twice")]
    [InlineData("\"retention\":\"[^\"]*\"", "\"retention\":\"9000.00:00:00\"", "too early")]
    [InlineData("\"erased\":\\[[^\\]]*\\]", "\"erased\":[\"3-4\",\"700\"]", "what came later")]
    public async Task An_erasure_against_the_rules_is_found(string pattern, string replacement, string why)
    {
        Assert.NotEmpty(why);
        using LogFolder folder = await MakeAsync(erase: false);
        // Somebody with the key and the file writes what the log would not.
        await using (AuditLog log = folder.Log(options => options.Log.MinimumRetention = TimeSpan.Zero))
        {
            AuditErasure erasure = await log.EraseAsync([3, 4], "Order of the records board", LogFolder.Context, Approver, Ct);
            ulong index = await log.IndexOfAsync(erasure.Entry, Ct);
            byte[] core = folder.Ask<byte[]>($"SELECT core FROM audit_entry WHERE idx = {index}");
            string text = Encoding.UTF8.GetString(core);
            string actor = Regex.Match(text, "\"actor\":\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(60)).Groups["name"].Value;
            string with = replacement == "same" ? $"\"approver\":\"{actor}\"" : replacement;
            string forged = Regex.Replace(text, pattern, with, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(60));
            Assert.NotEqual(text, forged);
            folder.Tamper("UPDATE audit_entry SET core = $core WHERE idx = $idx", ("$core", Encoding.UTF8.GetBytes(forged)), ("$idx", (long)index));
        }
        folder.Tamper("DELETE FROM audit_checkpoint");
        await using (AuditLog log = folder.Log()) await log.CheckpointAsync(Ct);
        AuditCheckReport report = await CheckAsync(folder);
        Assert.Contains(new AuditFinding(AuditFindingKind.ErasureForged, Entries, Entries, "entry"), report.Findings);
    }

    [Fact]
    public async Task Findings_are_bounded()
    {
        using LogFolder folder = await MakeAsync();
        folder.Tamper("UPDATE audit_details SET salt = zeroblob(16) WHERE idx % 2 = 0");
        await using AuditLog log = folder.Log();
        AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()], MostFindings = 5 }, Ct);
        Assert.Equal(5, report.Findings.Count);
        Assert.True(report.HasMore);
    }

    [Fact]
    public async Task A_check_without_keys_is_refused()
    {
        using LogFolder folder = await MakeAsync();
        await using AuditLog log = folder.Log();
        await Assert.ThrowsAsync<ArgumentException>(() => log.CheckAsync(new() { Verifiers = [] }, Ct));
    }

    // 600 entries with checkpoints at 100, 200, … and one of an erasure of three.
    private static async Task<LogFolder> MakeAsync(bool erase = true)
    {
        LogFolder folder = new();
        await using AuditLog log = folder.Log();
        for (int i = 0; i < Entries / 100; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => log.AppendAsync(folder.Entry(), Ct).AsTask()));
            await log.CheckpointAsync(Ct);
        }
        if (!erase) return folder;
        folder.Time.Advance(TimeSpan.FromDays(2_000));
        await log.EraseAsync([3, 4, 9], "Order of the records board", LogFolder.Context, Approver, Ct);
        return folder;
    }

    private static async Task<AuditCheckReport> CheckAsync(LogFolder folder, params SignedNote[] pinned)
    {
        await using AuditLog log = folder.Log();
        return await log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()], Pinned = pinned }, Ct);
    }

    private static async Task<MerkleHash> LeafAsync(LogFolder folder, ulong index)
    {
        await using AuditLog log = folder.Log();
        MerkleHash? leaf = await log.ReadAsync<MerkleHash?>(
            async connection =>
            {
                await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, index, index + 1, Ct)) return row.Leaf();
                return null;
            },
            Ct);
        return leaf!.Value;
    }
}
