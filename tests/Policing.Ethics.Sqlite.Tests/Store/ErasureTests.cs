using System.Text;
using Policing.DataModel.Codes;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

public class ErasureTests
{
    private const string Canary = "Zebulon Quagmire of Nowhere Street";
    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(2_000);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AccessActor Approver { get; } = new() { Person = "u-2002", Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "records-desk" };

    [Fact]
    public async Task After_an_erasure_no_file_of_the_database_has_what_was_erased_and_proofs_hold()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        AuditEntryId entry = await log.AppendAsync(folder.Entry(Canary), Ct);
        for (int i = 0; i < 50; i++) await log.AppendAsync(folder.Entry(Canary + i), Ct);
        SignedNote before = await log.CheckpointAsync(Ct);
        Assert.True(IsAnywhere(folder));

        folder.Time.Advance(LongEnough);
        AuditErasure erasure = await log.EraseAsync([.. Enumerable.Range(0, 51).Select(i => (ulong)i)], "Order of the records board", LogFolder.Context, Approver, Ct);

        Assert.Equal(51, erasure.Details);
        Assert.True(erasure.IsScrubbed);
        Assert.False(IsAnywhere(folder));
        LogProof proof = await log.ProveAsync(entry, Ct);
        Assert.Equal(before.Text, proof.Note.Text);
        AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] }, Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(51UL, report.Erased);
        await log.DisposeAsync();
        Assert.False(IsAnywhere(folder));
    }

    [Fact]
    public async Task What_the_rules_do_not_allow_is_refused_and_nothing_is_stored_or_erased()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        for (int i = 0; i < 5; i++) await log.AppendAsync(folder.Entry(Canary), Ct);
        folder.Time.Advance(LongEnough);
        await log.AppendAsync(folder.Entry(Canary), Ct);
        await log.EraseAsync([0], "Order of the records board", LogFolder.Context, Approver, Ct);
        ulong size = log.Size;

        await RefusedAsync(AuditLogFault.NotTwoPeople, [1], LogFolder.Context, Approver with { Person = "U-1001" });
        await RefusedAsync(AuditLogFault.NotTwoPeople, [1], LogFolder.Context, Approver with { Person = null });
        await RefusedAsync(AuditLogFault.NotTwoPeople, [1], LogFolder.Context with { Actor = LogFolder.Context.Actor with { Person = null } }, Approver);
        await RefusedAsync(AuditLogFault.NotTwoPeople, [1], LogFolder.Context with { OnBehalfOf = Approver }, Approver);
        await RefusedAsync(AuditLogFault.TooYoung, [1, 5], LogFolder.Context, Approver);
        await RefusedAsync(AuditLogFault.NoDetails, [0, 1], LogFolder.Context, Approver);
        await RefusedAsync(AuditLogFault.NoSuchEntry, [1, 99], LogFolder.Context, Approver);
        await RefusedAsync(AuditLogFault.NoAuthority, [1], LogFolder.Context, Approver, "  ");

        Assert.Equal(size, log.Size);
        Assert.Equal(6L, folder.Ask<long>("SELECT COUNT(*) FROM audit_details"));

        async Task RefusedAsync(AuditLogFault fault, ulong[] indexes, AccessContext requestedBy, AccessActor approvedBy, string authority = "Order of the records board")
        {
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.EraseAsync(indexes, authority, requestedBy, approvedBy, Ct));
            Assert.Equal(fault, refused.Fault);
        }
    }

    [Fact]
    public async Task An_erasure_is_an_entry_that_names_the_indexes_and_two_people_by_pseudonyms()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        for (int i = 0; i < 10; i++) await log.AppendAsync(folder.Entry(), Ct);
        folder.Time.Advance(LongEnough);
        AuditErasure erasure = await log.EraseAsync([1, 2, 3, 7], "Order of the records board", LogFolder.Context, Approver, Ct);
        ulong index = await log.IndexOfAsync(erasure.Entry, Ct);
        string core = Encoding.UTF8.GetString(folder.Ask<byte[]>($"SELECT core FROM audit_entry WHERE idx = {index}"));
        Assert.Contains("\"erased\":[\"1-3\",\"7\"]", core, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"erasure\"", core, StringComparison.Ordinal);
        Assert.DoesNotContain("u-1001", core, StringComparison.Ordinal);
        Assert.DoesNotContain("u-2002", core, StringComparison.Ordinal);
        Assert.DoesNotContain("records board", core, StringComparison.Ordinal);
    }

    private static bool IsAnywhere(LogFolder folder)
    {
        byte[] canary = Encoding.UTF8.GetBytes(Canary);
        return Directory.GetFiles(folder.Path).Any(file => ReadShared(file).AsSpan().IndexOf(canary) >= 0);
    }

    private static byte[] ReadShared(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
