using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Hosting;

public class HostedLogTests
{
    private static readonly RecordId Person = RecordId.Derive("test", "person-1");
    private static readonly RecordId Other = RecordId.Derive("test", "person-2");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AccessContext Auditor { get; } = LogFolder.Context with
    {
        Actor = LogFolder.Context.Actor with { Person = "u-3003", Roles = ["auditor"] },
        Purpose = ProcessingPurpose.Audit,
        CaseReference = "AUD/2026/7",
        Justification = "Monthly dip sample",
    };

    private static Agency Council { get; } = new() { Scheme = AgencyScheme.Of("gss"), Id = "E10000016" };

    [Fact]
    public async Task What_a_host_decides_is_in_the_log_and_proved_and_the_start_is_too()
    {
        using LogFolder folder = new();
        using IHost host = Host(folder);
        await host.StartAsync(Ct);
        AccessGate gate = host.Services.GetRequiredService<AccessGate>();
        int answer = await gate.For(LogFolder.Context).RunAsync(Consult, _ => ValueTask.FromResult(42), Ct);
        Assert.Equal(42, answer);
        AccessRefusedException refused = await Assert.ThrowsAsync<AccessRefusedException>(
            async () => await gate.For(LogFolder.Context with { CaseReference = null, Justification = null }).RunAsync(Consult, _ => ValueTask.FromResult(1), Ct));
        AuditLog log = host.Services.GetRequiredService<AuditLog>();
        // A policy set was loaded, one use was permitted, one was not.
        Assert.Equal(3UL, log.Size);
        Assert.Equal(2UL, (await log.ProveAsync(refused.Entry, Ct)).Index);
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task Every_query_is_an_entry_and_finds_by_person_actor_operation_time_and_id()
    {
        using LogFolder folder = new();
        using IHost host = Host(folder);
        await host.StartAsync(Ct);
        AuditLog log = host.Services.GetRequiredService<AuditLog>();
        AuditReader reader = host.Services.GetRequiredService<AuditReader>();
        for (int i = 0; i < 5; i++) await log.AppendAsync(folder.Entry() with { Subjects = [Person], Records = [Person] }, Ct);
        folder.Time.Advance(TimeSpan.FromHours(30));
        AccessContext second = LogFolder.Context with { Actor = LogFolder.Context.Actor with { Person = "u-9009" } };
        AuditEntryId given = await log.AppendAsync(
            folder.Entry() with { Context = second, Subjects = [Person, Other], Operation = AccessOperation.Disclosure, Recipient = Council }, Ct);
        ulong before = log.Size;

        Assert.Equal(6, await CountAsync(new() { Subject = Person }));
        Assert.Equal(1, await CountAsync(new() { Subject = Other }));
        Assert.Equal(5, await CountAsync(new() { Record = Person }));
        Assert.Equal(1, await CountAsync(new() { Actor = second.Actor }));
        Assert.Equal(1, await CountAsync(new() { Actor = second.Actor with { Person = "U-9009" }, Subject = Person }));
        Assert.Equal(0, await CountAsync(new() { Actor = second.Actor, To = folder.Time.GetUtcNow() }));
        Assert.Equal(1, await CountAsync(new() { Operation = AccessOperation.Disclosure }));
        Assert.Equal(1, await CountAsync(new() { Entry = given }));
        Assert.Equal(1, await CountAsync(new() { From = folder.Time.GetUtcNow(), Operation = AccessOperation.Disclosure }));
        Assert.Equal(3, await CountAsync(new() { Subject = Person, Most = 3 }));
        Assert.Equal(before + 10, log.Size);

        List<AuditRecord> readings = await ListAsync(new() { Actor = Auditor.Actor, Operation = AccessOperation.AuditReading });
        Assert.Equal(11, readings.Count);
        Assert.All(readings, reading => Assert.Contains("\"use\":\"self-monitoring\"", Encoding.UTF8.GetString(reading.Core.Span), StringComparison.Ordinal));
        Assert.Equal(AuditEntryKind.Reading, readings[0].Kind);
        await host.StopAsync(Ct);

        async Task<int> CountAsync(AuditQuery query)
        {
            List<AuditRecord> found = await ListAsync(query);
            Assert.All(found, record => Assert.True(record.IsIntact));
            return found.Count;
        }

        async Task<List<AuditRecord>> ListAsync(AuditQuery query)
        {
            List<AuditRecord> found = [];
            await foreach (AuditRecord record in reader.ReadAsync(query, Auditor, AuditUse.SelfMonitoring, Ct)) found.Add(record);
            return found;
        }
    }

    [Fact]
    public async Task Without_a_use_or_a_right_the_log_is_not_read_and_the_refusal_is_an_entry()
    {
        using LogFolder folder = new();
        using IHost host = Host(folder);
        await host.StartAsync(Ct);
        AuditLog log = host.Services.GetRequiredService<AuditLog>();
        AuditReader reader = host.Services.GetRequiredService<AuditReader>();
        ulong before = log.Size;
        await Assert.ThrowsAsync<ArgumentException>(async () => await ReadAsync(Auditor, AuditUse.Unstated));
        Assert.Equal(before, log.Size);
        // An investigation is none of the purposes of s.62(4).
        await Assert.ThrowsAsync<AccessRefusedException>(async () => await ReadAsync(LogFolder.Context, AuditUse.CriminalProceedings));
        await Assert.ThrowsAsync<AccessRefusedException>(async () => await ReadAsync(Auditor with { Actor = Auditor.Actor with { Roles = [] } }, AuditUse.Lawfulness));
        Assert.Equal(before + 2, log.Size);

        async Task ReadAsync(AccessContext context, AuditUse use)
        {
            await foreach (AuditRecord _ in reader.ReadAsync(new(), context, use, Ct)) Assert.Fail("Something was given.");
        }
    }

    [Fact]
    public async Task Registers_and_exports_come_from_the_entries()
    {
        using LogFolder folder = new();
        using IHost host = Host(folder);
        await host.StartAsync(Ct);
        AuditLog log = host.Services.GetRequiredService<AuditLog>();
        AuditReader reader = host.Services.GetRequiredService<AuditReader>();
        for (int i = 0; i < 3; i++)
            await log.AppendAsync(folder.Entry() with { Subjects = [Person], Operation = AccessOperation.Disclosure, Recipient = Council, RecordType = "=person" }, Ct);
        await log.AppendAsync(folder.Entry() with { Subjects = [Other], Operation = AccessOperation.Disclosure, Recipient = Council }, Ct);

        AuditDisclosure disclosure = Assert.Single(await reader.DisclosuresAsync(new() { Subject = Person }, Auditor, AuditUse.Lawfulness, Ct));
        Assert.Equal(("gss:E10000016", 3L), (disclosure.Recipient, disclosure.Times));
        IReadOnlyList<ProcessingActivity> activities = await reader.ProcessingAsync(new() { Operation = AccessOperation.Disclosure }, Auditor, AuditUse.Lawfulness, Ct);
        Assert.Equal([1L, 3L], activities.Select(activity => activity.Uses).Order());

        using MemoryStream lines = new();
        Assert.Equal(4, await reader.WriteNdjsonAsync(lines, new() { Operation = AccessOperation.Disclosure }, Auditor, AuditUse.Lawfulness, Ct));
        string[] json = Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, json.Length);
        foreach (string line in json)
        {
            using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(line);
            byte[] core = Encoding.UTF8.GetBytes(document.RootElement.GetProperty("core").GetRawText());
            byte[] salt = document.RootElement.GetProperty("coreSalt").GetBytesFromBase64();
            byte[] details = Encoding.UTF8.GetBytes(document.RootElement.GetProperty("details").GetRawText());
            byte[] detailsSalt = document.RootElement.GetProperty("detailsSalt").GetBytesFromBase64();
            // Whoever has a line and a proof file needs nothing else.
            LogProof proof = await log.ProveAsync(document.RootElement.GetProperty("index").GetUInt64(), Ct);
            MerkleHash leaf = AuditLeaf.Of(core, salt, details, detailsSalt).ToHash();
            Assert.True(MerkleProof.VerifyInclusion(leaf, proof.Index, proof.Checkpoint.Size, [.. proof.Hashes], proof.Checkpoint.Root));
        }

        using MemoryStream table = new();
        await reader.WriteCsvAsync(table, new() { Operation = AccessOperation.Disclosure }, Auditor, AuditUse.Lawfulness, Ct);
        string csv = Encoding.UTF8.GetString(table.ToArray());
        Assert.Equal(5, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",'=person,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("burglary", csv, StringComparison.Ordinal);

        string tiles = Path.Combine(folder.Path, "tiles");
        SignedNote note = await log.WriteTilesAsync(tiles, Ct);
        Checkpoint checkpoint = Checkpoint.Parse(note.Text);
        new TileReader(tiles, checkpoint.Size).Check(checkpoint.Root, Ct);
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("key")]
    [InlineData("pseudonyms")]
    public async Task Without_what_a_log_is_made_of_a_host_does_not_start(string missing)
    {
        using LogFolder folder = new();
        using IHost host = Host(folder, options =>
        {
            if (missing == "origin") options.Log.Origin = "";
            if (missing == "key") options.Log.Signers = [];
            if (missing == "pseudonyms") options.Log.Pseudonyms = null;
        });
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Ct));
        Assert.NotEmpty(refused.Message);
    }

    [Fact]
    public async Task Unsafe_settings_stop_a_host_from_starting()
    {
        using LogFolder folder = new();
        using IHost host = Host(folder, options => options.Synchronous = SqliteSynchronous.Normal);
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(() => host.StartAsync(Ct));
        Assert.Equal(AuditLogFault.UnsafeSettings, refused.Fault);
    }

    private static AccessRequest Consult { get; } = new() { Operation = AccessOperation.Consultation, RecordType = "vehicle" };

    private static IHost Host(LogFolder folder, Action<SqliteAuditOptions>? configure = null)
    {
        HostApplicationBuilder builder = new(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(folder.Time);
        builder.Services.AddSingleton<INotifier, Nobody>();
        builder.Services.AddSingleton<IReviewQueue, Nobody>();
        builder.Services.AddPolicingEthics().UseSqliteAudit(folder.File, options => folder.Configure(options, configure));
        return builder.Build();
    }

    private sealed class Nobody : INotifier, IReviewQueue
    {
        public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
