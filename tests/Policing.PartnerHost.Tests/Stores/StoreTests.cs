using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Ethics.PostgreSql.Tests.Store;
using Policing.Samples.Legacy;
using Policing.Samples.Partner.Stores;

namespace Policing.PartnerHost.Tests.Stores;

/// <summary>
/// What every store must do, held against the one in memory, that of samples/PartnerApi on SQLite and PostgreSQL, and that of samples/LegacyStore (which keeps no keys: to give too many candidates is allowed).
/// </summary>
public sealed class StoreTests(ClusterFixture postgreSql) : IClassFixture<ClusterFixture>, IDisposable
{
    private const string Tenant = "south";
    private const string Canary = "Qzxcanary";

    private static readonly DateTimeOffset s_now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("policing-store").FullName;
    private readonly Lazy<string> _database = new(() => postgreSql.Cluster.NewDatabase());

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(IPartnerStore Store, IDisclosureRegister Register)> OpenAsync(string kind)
    {
        if (kind == "memory")
        {
            InMemoryPartnerStore memory = new();
            return (memory, memory);
        }
        if (kind == "legacy")
        {
            LegacyStore legacy = LegacyStoreTests.Open(Path.Combine(_folder, "nominals.sqlite"), Tenant, isEmpty: true);
            return (legacy, legacy);
        }
        ServiceProvider provider = Database(kind);
        await using PartnerContext context = await provider.GetRequiredService<IDbContextFactory<PartnerContext>>().CreateDbContextAsync(Ending);
        await context.Database.EnsureCreatedAsync(Ending);
        EfPartnerStore store = provider.GetRequiredService<EfPartnerStore>();
        return (store, store);
    }

    private ServiceProvider Database(string kind)
    {
        ServiceCollection services = new();
        services.AddEfPartnerStore(Path.Combine(_folder, "records.sqlite"), kind == "postgresql" ? _database.Value : null);
        return services.BuildServiceProvider();
    }

    private static StoreCommit Commit(PoliceRecord record, long expected, ChangeKind kind = ChangeKind.Replaced, KeyedOutcome? outcome = null) =>
        new() { Records = [RecordWrites.Of(record, expected, kind, s_now)], Outcome = outcome, Time = s_now };

    [Theory]
    [InlineData("legacy")]
    [InlineData("memory")]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task A_record_is_written_under_its_revision_and_kept_in_every_version(string kind)
    {
        (IPartnerStore store, _) = await OpenAsync(kind);
        Person person = Samples.Person();
        Assert.True(await store.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending));
        Assert.False(await store.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending));
        Person changed = person with { Sex = DataModel.Codes.Sex.Male };
        Assert.True(await store.TryCommitAsync(Tenant, Commit(changed, 1), Ending));
        Assert.False(await store.TryCommitAsync(Tenant, Commit(person, 1), Ending));
        Assert.Equal((2, changed), ((await store.FindAsync(Tenant, person.Id, Ending))!.Revision, (await store.FindAsync(Tenant, person.Id, Ending))!.Read()));
        Assert.Equal([1L, 2L], (await store.HistoryAsync(Tenant, person.Id, Ending)).Select(version => version.Revision));
        Assert.Null(await store.FindAsync("north", person.Id, Ending));
        Assert.Equal([(1L, ChangeKind.Created), (2L, ChangeKind.Replaced)], (await store.ChangesAsync(Tenant, 0, 10, Ending)).Select(change => (change.Sequence, change.Kind)));
        Assert.Equal([2L], (await store.ChangesAsync(Tenant, 1, 10, Ending)).Select(change => change.Sequence));
        Assert.Equal((2, 0), (await store.LastChangeAsync(Tenant, Ending), await store.LastChangeAsync("north", Ending)));
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("memory")]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task A_commit_is_done_whole_or_not_at_all(string kind)
    {
        (IPartnerStore store, _) = await OpenAsync(kind);
        (Person first, Person second) = (Samples.Person(), Samples.Person());
        await store.TryCommitAsync(Tenant, Commit(second, 0, ChangeKind.Created), Ending);
        KeyedOutcome outcome = new() { Client = "c", Key = "k", Digest = "d", Status = 200, Resource = first.Id, Expires = s_now.AddHours(24) };
        StoreCommit torn = new() { Records = [RecordWrites.Of(first, 0, ChangeKind.Created, s_now), RecordWrites.Of(second, 0, ChangeKind.Created, s_now)], Outcome = outcome, Time = s_now };
        Assert.False(await store.TryCommitAsync(Tenant, torn, Ending));
        Assert.Null(await store.FindAsync(Tenant, first.Id, Ending));
        Assert.Null(await store.FindOutcomeAsync(Tenant, "c", "k", Ending));
        Assert.Equal(1, await store.LastChangeAsync(Tenant, Ending));

        Assert.True(await store.TryCommitAsync(Tenant, Commit(first, 0, ChangeKind.Created, outcome), Ending));
        Assert.Equal(outcome, await store.FindOutcomeAsync(Tenant, "c", "k", Ending));
        Assert.Null(await store.FindOutcomeAsync(Tenant, "d", "k", Ending));
        Assert.False(await store.TryCommitAsync(Tenant, Commit(first, 1, outcome: outcome), Ending));
        Assert.True(await store.TryCommitAsync(Tenant, Commit(first, 1, outcome: outcome with { Digest = "e" }) with { Time = s_now.AddHours(24) }, Ending));
        Assert.Equal("e", (await store.FindOutcomeAsync(Tenant, "c", "k", Ending))!.Digest);
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("memory")]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Of_many_writers_of_one_revision_one_wins_and_changes_have_no_gap(string kind)
    {
        (IPartnerStore store, _) = await OpenAsync(kind);
        Person person = Samples.Person();
        await store.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending);
        for (int revision = 1; revision < 6; revision++)
        {
            int expected = revision;
            bool[] won = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await store.TryCommitAsync(Tenant, Commit(person, expected), Ending), Ending)));
            Assert.Single(won, true);
        }
        bool[] others = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await store.TryCommitAsync(Tenant, Commit(Samples.Person(), 0, ChangeKind.Created), Ending), Ending)));
        Assert.DoesNotContain(false, others);
        Assert.Equal(Enumerable.Range(1, 22).Select(sequence => (long)sequence), (await store.ChangesAsync(Tenant, 0, 100, Ending)).Select(change => change.Sequence));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Candidates_are_found_by_type_and_key(string kind)
    {
        (IPartnerStore store, _) = await OpenAsync(kind);
        (Person one, Person two) = (Samples.Person("Thompson"), Samples.Person("Underwood"));
        foreach (PoliceRecord record in new PoliceRecord[] { one, two, Samples.Vehicle() }) await store.TryCommitAsync(Tenant, Commit(record, 0, ChangeKind.Created), Ending);
        Assert.Equal(2, (await ListAsync(store, new CandidateQuery { Type = "person" })).Count);
        Assert.Equal(one.Id, Assert.Single(await ListAsync(store, new CandidateQuery { Type = "person", AnyOf = ["name:THOMPSON", "name:NOBODY"] })).Id);
        Assert.Empty(await ListAsync(store, new CandidateQuery { Type = "vehicle", AnyOf = ["name:THOMPSON"] }));
        await store.TryCommitAsync(Tenant, Commit(one with { Names = two.Names }, 1), Ending);
        Assert.Empty(await ListAsync(store, new CandidateQuery { Type = "person", AnyOf = ["name:THOMPSON"] }));
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("memory")]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Who_was_given_a_record_is_kept_once(string kind)
    {
        (_, IDisclosureRegister register) = await OpenAsync(kind);
        RecordId id = RecordId.New();
        foreach (string force in new[] { "essex", "sussex", "essex" }) await register.AddAsync(Tenant, id, PartnerTestHost.Force(force), Ending);
        Assert.Equal(["essex", "sussex"], (await register.RecipientsAsync(Tenant, id, Ending)).Select(agency => agency.Id).Order(StringComparer.Ordinal));
        Assert.Empty(await register.RecipientsAsync("north", id, Ending));
    }

    [Fact]
    public async Task On_SQLite_nothing_of_a_disposed_record_is_left_in_any_file()
    {
        (IPartnerStore store, _) = await OpenAsync("sqlite");
        Person person = Samples.Person(Canary);
        await store.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending);
        await store.TryCommitAsync(Tenant, Commit(person with { Sex = DataModel.Codes.Sex.Male }, 1), Ending);
        Assert.True(IsAnywhere(Canary), "The canary was never there, so its absence would say nothing.");
        Assert.True(IsAnywhere(Canary.ToUpperInvariant()), "The keys were never there.");
        PoliceRecord tombstone = new StatusChange { Kind = ChangeKind.Disposed, Authority = "RRD 7" }.Apply(person, 2, s_now);
        Assert.True(await store.TryCommitAsync(Tenant, Commit(tombstone, 2, ChangeKind.Disposed), Ending));
        Assert.Single(await store.HistoryAsync(Tenant, person.Id, Ending));
        Assert.False(IsAnywhere(Canary) || IsAnywhere(Canary.ToUpperInvariant()), "The content is still in a file.");
    }

    [Fact]
    public async Task On_SQLite_all_is_there_after_a_restart()
    {
        Person person = Samples.Person();
        (IPartnerStore before, _) = await OpenAsync("sqlite");
        await before.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending);
        SqliteConnection.ClearAllPools();
        (IPartnerStore after, _) = await OpenAsync("sqlite");
        Assert.Equal(person, (await after.FindAsync(Tenant, person.Id, Ending))!.Read());
        Assert.False(await after.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending));
    }

    // By SQLite's own waiting a writer asks again and again, and is passed by others for seconds.
    [Fact]
    public async Task On_SQLite_writers_come_in_turn()
    {
        (IPartnerStore store, _) = await OpenAsync("sqlite");
        await store.TryCommitAsync(Tenant, Commit(Samples.Person(), 0, ChangeKind.Created), Ending);
        Person[] people = [.. Enumerable.Range(0, 8).Select(_ => Samples.Person())];
        List<Task<bool>> writes = [];
        await using (SqliteConnection busy = new($"Data Source={Path.Combine(_folder, "records.sqlite")}"))
        {
            await busy.OpenAsync(Ending);
            await using SqliteTransaction held = busy.BeginTransaction();
            foreach (Person person in people)
            {
                writes.Add(Task.Run(async () => await store.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending), Ending));
                await Task.Delay(60, Ending);
            }
        }
        Assert.DoesNotContain(false, await Task.WhenAll(writes));
        Assert.Equal(people.Select(person => person.Id), (await store.ChangesAsync(Tenant, 1, 10, Ending)).Select(change => change.Record));
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Changes_that_were_deleted_are_forgotten_and_said_to_be(string kind)
    {
        (IPartnerStore store, _) = await OpenAsync(kind);
        for (int change = 0; change < 3; change++) await store.TryCommitAsync(Tenant, Commit(Samples.Person(), 0, ChangeKind.Created), Ending);
        Assert.Equal((0, 0), (await store.ForgottenChangesAsync(Tenant, Ending), await store.ForgottenChangesAsync("north", Ending)));
        await DeleteChangesAsync(kind, upTo: 2);
        Assert.Equal(2, await store.ForgottenChangesAsync(Tenant, Ending));
        await DeleteChangesAsync(kind, upTo: 3);
        Assert.Equal((3, 3), (await store.ForgottenChangesAsync(Tenant, Ending), await store.LastChangeAsync(Tenant, Ending)));
    }

    private async Task DeleteChangesAsync(string kind, long upTo)
    {
        await using ServiceProvider provider = Database(kind);
        await using PartnerContext context = await provider.GetRequiredService<IDbContextFactory<PartnerContext>>().CreateDbContextAsync(Ending);
        await context.Changes.Where(change => change.Sequence <= upTo).ExecuteDeleteAsync(Ending);
    }

    private bool IsAnywhere(string text)
    {
        byte[] sought = Encoding.UTF8.GetBytes(text);
        foreach (string file in Directory.EnumerateFiles(_folder))
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            if (content.AsSpan().IndexOf(sought) >= 0) return true;
        }
        return false;
    }

    private static async Task<List<StoredRecord>> ListAsync(IPartnerStore store, CandidateQuery query)
    {
        List<StoredRecord> records = [];
        await foreach (StoredRecord record in store.CandidatesAsync(Tenant, query, Ending)) records.Add(record);
        return records;
    }
}
