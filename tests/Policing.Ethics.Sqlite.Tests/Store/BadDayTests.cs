using Microsoft.Data.Sqlite;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

/// <summary>Full, locked, read-only, damaged, put back, and a clock that goes back: each has a safe outcome, and nothing is stored half-way.</summary>
public class BadDayTests
{
    private const string Canary = "Zebulon-Quagmire";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_store_refuses_keeps_what_it_has_and_goes_on_when_there_is_room()
    {
        using LogFolder folder = new();
        await using (AuditLog made = folder.Log()) await made.AppendAsync(folder.Entry(), Ct);
        int stored = 1;
        await using (AuditLog full = folder.Log(options => options.MostPages = 40))
        {
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () =>
            {
                for (; stored < 10_000; stored++) await full.AppendAsync(folder.Entry(), Ct);
            });
            Assert.Equal(AuditLogFault.StoreFull, refused.Fault);
            Assert.Equal(AuditLogFault.StoreFull, full.Fault);
            await Assert.ThrowsAsync<AuditLogException>(async () => await full.AppendAsync(folder.Entry(), Ct));
        }
        await using AuditLog again = folder.Log();
        await again.AppendAsync(folder.Entry(), Ct);
        AuditCheckReport report = await again.CheckAsync(Options(folder), Ct);
        Assert.Empty(report.Findings);
        Assert.Equal((ulong)stored + 1, report.Size);
    }

    [Fact]
    public async Task A_lock_that_is_held_too_long_refuses_and_the_next_append_goes_through()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log(options => options.LockTimeout = TimeSpan.FromMilliseconds(50));
        await log.AppendAsync(folder.Entry(), Ct);
        using (SqliteConnection other = new(new SqliteConnectionStringBuilder { DataSource = folder.File, Pooling = false }.ConnectionString))
        {
            other.Open();
            using SqliteCommand begin = new("BEGIN IMMEDIATE", other);
            begin.ExecuteNonQuery();
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(Canary), Ct));
            Assert.Equal(AuditLogFault.Unavailable, refused.Fault);
            Assert.DoesNotContain(Canary, refused.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(folder.Path, refused.ToString(), StringComparison.Ordinal);
        }
        await log.AppendAsync(folder.Entry(), Ct);
        Assert.Equal(2UL, log.Size);
        Assert.Equal(2L, folder.Ask<long>("SELECT COUNT(*) FROM audit_entry"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_or_written_is_refused()
    {
        using LogFolder folder = new();
        await RefusedAsync(folder.Path);
        await RefusedAsync(Path.Combine(folder.Path, "not-there", "audit.db"));
        await using (AuditLog log = folder.Log()) await log.AppendAsync(folder.Entry(), Ct);
        // For root a read-only file is writable.
        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(folder.File, UnixFileMode.UserRead);
            await RefusedAsync(folder.File);
        }

        async Task RefusedAsync(string file)
        {
            await using AuditLog log = folder.Log(file: file);
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(Canary), Ct));
            Assert.Equal(AuditLogFault.ReadOnly, refused.Fault);
            Assert.DoesNotContain(folder.Path, refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_and_the_log_of_another_are_refused_and_left_as_they_are()
    {
        using LogFolder folder = new();
        byte[] letter = [.. Enumerable.Repeat((byte)'x', 5_000)];
        await File.WriteAllBytesAsync(folder.File, letter, Ct);
        await using (AuditLog log = folder.Log())
            Assert.Equal(AuditLogFault.Damaged, (await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct))).Fault);
        Assert.Equal(letter, await File.ReadAllBytesAsync(folder.File, Ct));

        string other = folder.File + "2";
        await using (AuditLog log = folder.Log(file: other)) await log.AppendAsync(folder.Entry(), Ct);
        using System.Security.Cryptography.ECDsa key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await using AuditLog stranger = folder.Log(
            options =>
            {
                options.Log.Origin = "audit.other.example/records";
                options.Log.Signers = [new EcdsaNoteSigner("audit.other.example/records", key)];
            },
            other);
        Assert.Equal(AuditLogFault.OtherLog, (await Assert.ThrowsAsync<AuditLogException>(async () => await stranger.AppendAsync(folder.Entry(), Ct))).Fault);
    }

    [Fact]
    public async Task A_copy_that_was_put_back_under_a_running_log_stops_it()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        for (int i = 0; i < 10; i++) await log.AppendAsync(folder.Entry(), Ct);
        folder.Tamper("DELETE FROM audit_entry WHERE idx >= 5");
        Assert.Equal(AuditLogFault.RolledBack, (await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct))).Fault);
        Assert.Equal(AuditLogFault.RolledBack, (await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct))).Fault);
        Assert.Equal(5L, folder.Ask<long>("SELECT COUNT(*) FROM audit_entry"));
    }

    [Fact]
    public async Task A_clock_that_goes_back_is_written_down_also_after_the_log_was_closed()
    {
        using LogFolder folder = new();
        DateTimeOffset now = folder.Time.GetUtcNow();
        await using (AuditLog log = folder.Log())
        {
            await log.AppendAsync(folder.Entry() with { Time = now }, Ct);
            await log.AppendAsync(folder.Entry() with { Time = now.AddSeconds(-4) }, Ct);
            await log.AppendAsync(folder.Entry() with { Time = now.AddSeconds(-6) }, Ct);
            await log.AppendAsync(folder.Entry() with { Time = now.AddSeconds(1) }, Ct);
        }
        await using AuditLog again = folder.Log();
        await again.AppendAsync(folder.Entry() with { Time = now.AddYears(-1) }, Ct);
        AuditCheckReport report = await again.CheckAsync(Options(folder), Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(2UL, report.ClockWentBack);
    }

    [Fact]
    public async Task A_buffered_log_is_bounded_and_refuses_once_its_store_fails()
    {
        using LogFolder folder = new();
        await using (AuditLog made = folder.Log()) await made.AppendAsync(folder.Entry(), Ct);
        AuditLog log = folder.Log(options =>
        {
            options.Log.Mode = AuditLogMode.Buffered;
            options.Log.BufferCapacity = 20;
            options.LockTimeout = TimeSpan.FromMilliseconds(10);
        });
        await log.OpenAsync(Ct);
        using (SqliteConnection other = new(new SqliteConnectionStringBuilder { DataSource = folder.File, Pooling = false }.ConnectionString))
        {
            other.Open();
            using SqliteCommand begin = new("BEGIN IMMEDIATE", other);
            begin.ExecuteNonQuery();
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () =>
            {
                for (int i = 0; i < 21; i++) await log.AppendAsync(folder.Entry(), Ct);
            });
            Assert.Contains(refused.Fault, new[] { AuditLogFault.BufferFull, AuditLogFault.Unavailable });
        }
        // What was taken over is stored once the store is there again.
        folder.Time.Advance(TimeSpan.FromSeconds(1));
        Task closing = log.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            folder.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(closing, Task.Delay(TimeSpan.FromMilliseconds(20), Ct));
        }
        await closing;
        Assert.InRange(folder.Ask<long>("SELECT COUNT(*) FROM audit_entry"), 2, 21);
    }

    [Fact]
    public async Task Two_logs_on_one_file_make_one_tree()
    {
        using LogFolder folder = new();
        await using (AuditLog one = folder.Log())
        await using (AuditLog two = folder.Log())
        {
            await Task.WhenAll(new[] { one, two, one, two }.Select(log => Task.Run(async () =>
            {
                for (int i = 0; i < 100; i++) await log.AppendAsync(folder.Entry(), Ct);
            }, Ct)));
        }
        await using AuditLog again = folder.Log();
        AuditCheckReport report = await again.CheckAsync(Options(folder), Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(400UL, report.Size);
        Assert.Equal(400UL, report.Signed);
    }

    [Fact]
    public async Task A_checkpoint_is_signed_when_it_is_due_and_a_key_that_fails_loses_no_entry()
    {
        using LogFolder folder = new();
        FailingSigner signer = new(folder.Signer);
        await using AuditLog log = folder.Log(options => options.Log.Signers = [signer]);
        await log.AppendAsync(folder.Entry(), Ct);
        signer.Fails = true;
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.CheckpointAsync(Ct));
        Assert.Equal(AuditLogFault.NotSigned, refused.Fault);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        await log.AppendAsync(folder.Entry(), Ct);
        signer.Fails = false;
        folder.Time.Advance(TimeSpan.FromSeconds(6));
        await signer.Signed.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        Assert.Equal(2UL, Checkpoint.Parse((await log.CheckpointAsync(Ct)).Text).Size);
    }

    private static AuditCheckOptions Options(LogFolder folder) => new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()] };

    private sealed class FailingSigner(INoteSigner signer) : INoteSigner
    {
        public bool Fails { get; set; }

        public TaskCompletionSource Signed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string KeyName => signer.KeyName;

        public uint KeyId => signer.KeyId;

        public async ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
        {
            if (Fails) throw new InvalidOperationException("secret of the key service");
            ReadOnlyMemory<byte> signature = await signer.SignAsync(text, cancellationToken);
            Signed.TrySetResult();
            return signature;
        }
    }
}
