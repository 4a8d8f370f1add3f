using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.PostgreSql.Tests.Store;

public sealed class PostgreSqlLogTests : IClassFixture<ClusterFixture>, IDisposable
{
    private const string Origin = "audit.force.example/records";
    private const string Canary = "Zebulon Quagmire of Nowhere Street";
    private readonly ClusterFixture _fixture;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly EcdsaNoteSigner _signer;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly PseudonymKey _pseudonyms = new("t1", RandomNumberGenerator.GetBytes(32));

    public PostgreSqlLogTests(ClusterFixture fixture)
    {
        _fixture = fixture;
        _signer = new(Origin, _key);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AccessContext Context { get; } = new()
    {
        Actor = new() { Person = "u-1001", Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = "crime-desk" },
        Purpose = ProcessingPurpose.Investigation,
        CaseReference = "46/1234/31",
        Justification = Canary,
    };

    private static AccessActor Approver { get; } = Context.Actor with { Person = "u-2002" };

    [Fact]
    public async Task Eight_writers_make_one_tree_without_a_gap_or_a_fork()
    {
        string database = _fixture.Cluster.NewDatabase();
        const int Writers = 8;
        const int Each = 100;
        AuditLog[] logs = [.. Enumerable.Range(0, Writers).Select(_ => Log(database))];
        AuditEntryId[][] ids = await Task.WhenAll(logs.Select(log => Task.Run(async () =>
        {
            List<AuditEntryId> mine = [];
            for (int i = 0; i < Each; i++)
            {
                mine.Add(await log.AppendAsync(Entry(), Ct));
                if (i % 25 == 0) await log.CheckpointAsync(Ct);
            }
            return mine.ToArray();
        }, Ct)));
        foreach (AuditLog log in logs) await log.DisposeAsync();

        await using AuditLog all = Log(database);
        AuditCheckReport report = await CheckAsync(all);
        Assert.Empty(report.Findings);
        Assert.Equal((ulong)(Writers * Each), report.Size);
        Assert.Equal(report.Size, report.Signed);
        HashSet<ulong> places = [];
        foreach (AuditEntryId id in ids.SelectMany(mine => mine)) places.Add(await all.IndexOfAsync(id, Ct));
        Assert.Equal(Writers * Each, places.Count);
        LogProof proof = await all.ProveAsync(ids[3][50], Ct);
        Assert.True(proof.Note.Verify([_signer.VerifierKey.ToVerifier()]).IsVerified);
    }

    [Fact]
    public async Task Entries_survive_a_server_that_is_stopped_at_once_and_the_writer_goes_on()
    {
        string database = _fixture.Cluster.NewDatabase();
        await using AuditLog log = Log(database);
        for (int i = 0; i < 300; i++) await log.AppendAsync(Entry(), Ct);
        _fixture.Cluster.Kill();
        await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(Entry(), Ct));
        _fixture.Cluster.StartServer();
        await log.AppendAsync(Entry(), Ct);
        Assert.Equal(301UL, (await CheckAsync(log)).Size);
    }

    [Theory]
    [InlineData("synchronous_commit", "off")]
    public async Task A_connection_that_may_lose_entries_is_refused(string setting, string value)
    {
        string database = _fixture.Cluster.NewDatabase();
        string name = new Npgsql.NpgsqlConnectionStringBuilder(database).Database!;
        PrivateCluster.Execute(database, $"ALTER DATABASE {name} SET {setting} = {value}");
        await using AuditLog log = Log(database);
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(Entry(), Ct));
        Assert.Equal(AuditLogFault.UnsafeSettings, refused.Fault);
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    public async Task A_server_that_may_lose_entries_is_refused(string setting)
    {
        string database = _fixture.Cluster.NewDatabase();
        _fixture.Cluster.Kill();
        _fixture.Cluster.StartServer($"-c {setting}=off");
        try
        {
            await using AuditLog log = Log(database);
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(Entry(), Ct));
            Assert.Equal(AuditLogFault.UnsafeSettings, refused.Fault);
            Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            _fixture.Cluster.Kill();
            _fixture.Cluster.StartServer();
        }
    }

    [Fact]
    public async Task A_role_that_may_not_write_is_told_so_and_nothing_is_stored()
    {
        string database = _fixture.Cluster.NewDatabase();
        await using (AuditLog log = Log(database)) await log.AppendAsync(Entry(), Ct);
        PrivateCluster.Execute(database, "CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
        await using AuditLog other = Log(new Npgsql.NpgsqlConnectionStringBuilder(database) { Username = "reader" }.ConnectionString);
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await other.AppendAsync(Entry(), Ct));
        Assert.Equal(AuditLogFault.ReadOnly, refused.Fault);
        Assert.Equal(1L, PrivateCluster.Ask<long>(database, "SELECT COUNT(*) FROM audit_entry"));
    }

    [Fact]
    public async Task After_an_erasure_the_files_of_the_tables_have_nothing_of_it()
    {
        string database = _fixture.Cluster.NewDatabase();
        await using AuditLog log = Log(database);
        for (int i = 0; i < 20; i++) await log.AppendAsync(Entry(), Ct);
        PrivateCluster.Execute(database, "CHECKPOINT");
        string oid = PrivateCluster.Ask<string>(database, "SELECT oid::text FROM pg_database WHERE datname = current_database()");
        Assert.True(IsInTables(oid));
        _time.Advance(TimeSpan.FromDays(2_000));

        AuditErasure erasure = await log.EraseAsync([.. Enumerable.Range(0, 20).Select(i => (ulong)i)], "Order of the records board", Context with { Justification = null }, Approver, Ct);
        Assert.Equal(20, erasure.Details);
        // Write-ahead segments are not looked at, and the answer says that there may be something.
        Assert.False(erasure.IsScrubbed);
        PrivateCluster.Execute(database, "CHECKPOINT");
        Assert.False(IsInTables(oid));
        AuditCheckReport report = await CheckAsync(log);
        Assert.Empty(report.Findings);
        Assert.Equal(20UL, report.Erased);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET core_salt = '\\x00000000000000000000000000000000' WHERE idx = 17", AuditFindingKind.Edited, 17, "entry")]
    [InlineData("DELETE FROM audit_entry WHERE idx = 20", AuditFindingKind.Deleted, 20, "entry")]
    [InlineData("DELETE FROM audit_details WHERE idx = 22", AuditFindingKind.DetailsDestroyed, 22, "details")]
    public async Task What_was_done_to_the_tables_is_found_with_its_place(string statement, AuditFindingKind kind, ulong at, string place)
    {
        string database = _fixture.Cluster.NewDatabase();
        await using AuditLog log = Log(database);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => log.AppendAsync(Entry(), Ct).AsTask()));
        await log.CheckpointAsync(Ct);
        PrivateCluster.Execute(database, statement);
        Assert.Contains(new AuditFinding(kind, at, at, place), (await CheckAsync(log)).Findings);
    }

    [Fact]
    public async Task A_role_that_may_only_read_checks_proves_and_gives_out()
    {
        string database = _fixture.Cluster.NewDatabase();
        AuditEntryId id;
        await using (AuditLog log = Log(database))
        {
            id = await log.AppendAsync(Entry(), Ct);
            for (int i = 0; i < 300; i++) await log.AppendAsync(Entry(), Ct);
        }
        string role = "auditor" + Guid.NewGuid().ToString("N");
        PrivateCluster.Execute(database, $"CREATE ROLE {role} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}");
        Npgsql.NpgsqlConnectionStringBuilder asAuditor = new(database) { Username = role };
        await using AuditCopy copy = PostgreSqlAuditLog.OpenCopy(asAuditor.ConnectionString);
        Assert.Equal(Origin, await copy.OriginAsync(Ct));
        AuditCheckReport report = await copy.CheckAsync(new() { Verifiers = [_signer.VerifierKey.ToVerifier()] }, Ct);
        Assert.True(report.IsGood, report.ToString());
        Assert.Equal(301UL, report.Size);
        ulong index = await copy.IndexOfAsync(id, Ct);
        LogProof proof = await copy.ProveAsync(index, Ct);
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(Encoding.UTF8.GetBytes($"log {_signer.VerifierKey}\nquorum none\n"), null, out WitnessPolicy? policy, out _));
        Assert.True(proof.Verify(MerkleHash.OfLeaf((await copy.LeafAsync(index, Ct)).Span), policy!).IsIncluded);
    }

    [Fact]
    public async Task A_host_writes_down_what_it_decides()
    {
        string database = _fixture.Cluster.NewDatabase();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        builder.Services.AddPolicingEthics(static options => options.UseBaseline = false).AddPolicySet(PolicySet.Create("test", "1", [])).UsePostgreSqlAudit(database, options =>
        {
            options.Log.Origin = Origin;
            options.Log.Signers = [_signer];
            options.Log.Pseudonyms = _pseudonyms;
        });
        using IHost host = builder.Build();
        await host.StartAsync(Ct);
        AccessGate gate = host.Services.GetRequiredService<AccessGate>();
        AccessRequest request = new() { Operation = AccessOperation.Consultation, RecordType = "person" };
        AccessRefusedException refused = await Assert.ThrowsAsync<AccessRefusedException>(
            async () => await gate.For(Context with { CaseReference = null, Justification = null }).RunAsync(request, static _ => ValueTask.FromResult(1), Ct));
        AuditLog log = host.Services.GetRequiredService<AuditLog>();
        Assert.Equal(log.Size - 1, (await log.ProveAsync(refused.Entry, Ct)).Index);
        await host.StopAsync(Ct);
    }

    public void Dispose() => _key.Dispose();

    private bool IsInTables(string oid)
    {
        byte[] canary = Encoding.UTF8.GetBytes(Canary);
        return Directory.EnumerateFiles(Path.Combine(_fixture.Cluster.DataFolder, "base", oid)).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(canary) >= 0);
    }

    private AuditLog Log(string database) => PostgreSqlAuditLog.Create(
        database,
        options =>
        {
            options.Log.Origin = Origin;
            options.Log.Signers = [_signer];
            options.Log.Pseudonyms = _pseudonyms;
        },
        _time);

    private Task<AuditCheckReport> CheckAsync(AuditLog log) => log.CheckAsync(new() { Verifiers = [_signer.VerifierKey.ToVerifier()] }, Ct);

    private AuditEntry Entry() => new()
    {
        Time = _time.GetUtcNow(),
        Context = Context,
        Operation = AccessOperation.Consultation,
        RecordType = "person",
        Decision = AccessDecision.Permit("sha256:" + new string('0', 64), ["BL-P1"]),
    };
}
