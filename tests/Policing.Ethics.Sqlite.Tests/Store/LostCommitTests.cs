using Microsoft.Data.Sqlite;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

/// <summary>A commit that was done, and whose answer was lost.</summary>
public class LostCommitTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_buffered_log_stores_nothing_twice_and_goes_on(int lost)
    {
        using LogFolder folder = new();
        (AuditLog log, LostCommits store) = await OpenAsync(folder, AuditLogMode.Buffered);
        await using (log)
        {
            await log.AppendAsync(folder.Entry(), Ct);
            await UntilAsync(folder, log, 1);
            store.Lose(lost);
            await log.AppendAsync(folder.Entry(), Ct);
            await UntilAsync(folder, log, 2);
            await log.AppendAsync(folder.Entry(), Ct);
            await UntilAsync(folder, log, 3);
            Assert.Equal(AuditLogFault.None, log.Fault);
            Assert.Equal(lost, store.Lost);
        }

        Assert.Equal(3L, folder.Ask<long>("SELECT COUNT(*) FROM audit_entry"));
        await using AuditCopy copy = SqliteAuditLog.OpenCopy(folder.File);
        AuditCheckReport report = await copy.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] }, Ct);
        Assert.True(report.IsGood, report.ToString());
        Assert.Equal((3UL, 3UL), (report.Size, report.Signed));
    }

    [Fact]
    public async Task A_strict_log_refuses_the_access_and_goes_on_behind_the_entry()
    {
        using LogFolder folder = new();
        (AuditLog log, LostCommits store) = await OpenAsync(folder, AuditLogMode.Strict);
        await using (log)
        {
            await log.AppendAsync(folder.Entry(), Ct);
            store.Lose(1);
            await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct));
            await log.AppendAsync(folder.Entry(), Ct);
            Assert.Equal(3UL, log.Size);
        }

        await using AuditCopy copy = SqliteAuditLog.OpenCopy(folder.File);
        Assert.True((await copy.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] }, Ct)).IsGood);
    }

    private static async Task<(AuditLog Log, LostCommits Store)> OpenAsync(LogFolder folder, AuditLogMode mode)
    {
        SqliteAuditOptions options = folder.Configure(new(), configured =>
        {
            configured.Log.Mode = mode;
            configured.Log.CheckpointInterval = TimeSpan.FromDays(1);
        });
        LostCommits store = new(options);
        SqliteConnectionStringBuilder text = new() { DataSource = folder.File, Pooling = false };
        AuditLog log = new(new AuditStore(SqliteFactory.Instance.CreateDataSource(text.ConnectionString), store), options.Log, folder.Time);
        await log.OpenAsync(Ct);
        return (log, store);
    }

    // The clock of the log moves only here: what waits for it waits for us.
    private static async Task UntilAsync(LogFolder folder, AuditLog log, ulong size)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Longest);
        while (log.Size < size)
        {
            folder.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(5, limit.Token);
        }
    }
}
