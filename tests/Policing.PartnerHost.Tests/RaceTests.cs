using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>The same request a second time, stored between the look and the write of the first: it is done once, both are told so, and each call has one entry.</summary>
public sealed class RaceTests
{
    private const string Retract = """{"action":"retract","reason":"Entered for the wrong incident"}""";

    [Fact]
    public async Task A_change_of_status_that_its_double_overtakes_has_one_entry()
    {
        Overtaken store = new();
        await using PartnerTestHost host = await StartAsync(null, store.Register);
        Person person = Samples.Person();
        await host.HaveAsync(person);
        store.Arm();
        int before = host.Log.Entries.Count;
        Answer answer = await host.PostAsync(PathOf(person) + "/status", Retract, Kent, Whole, ("Idempotency-Key", "\"0123456789abcdef\""));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(2, answer.Json.GetProperty("version").GetInt32());
        Assert.Equal(1, host.Log.Entries.Count - before);
        Assert.Equal(host.Log.Entries[^1], host.Log.Find(answer.Entry));
        Assert.Equal(2, (await host.Store.HistoryAsync("south", person.Id, TestContext.Current.CancellationToken)).Count);
    }

    // In one process the double would be told that the first is in progress: it comes to another host over the same store.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_of_status_whose_double_is_done_while_it_looks_tells_the_version_that_was_made(bool isAfterOutcome)
    {
        Overtaken store = new();
        await using PartnerTestHost host = await StartAsync(null, store.Register);
        Person person = Samples.Person();
        await host.HaveAsync(person);
        await using PartnerTestHost other = await StartAsync(null, services => services.AddSingleton(store.Inner));
        store.AfterNext(isAfterOutcome, async () => Assert.Equal(2, (await RetractAsync(other)).Json.GetProperty("version").GetInt32()));
        int before = host.Log.Entries.Count;
        Answer answer = await RetractAsync(host);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(2, answer.Json.GetProperty("version").GetInt32());
        Assert.Equal(1, host.Log.Entries.Count - before);

        Task<Answer> RetractAsync(PartnerTestHost at) => at.PostAsync(PathOf(person) + "/status", Retract, Kent, Whole, ("Idempotency-Key", "\"0123456789abcdef\""));
    }

    [Fact]
    public async Task A_creation_that_its_double_overtakes_has_one_entry()
    {
        Overtaken store = new();
        await using PartnerTestHost host = await StartAsync(null, store.Register);
        store.Arm();
        Answer answer = await host.CreateAsync(Samples.Person(), access: Whole);
        Assert.Equal((HttpStatusCode.OK, "unchanged"), (answer.Status, answer.Json.GetProperty("change").GetString()));
        Assert.Equal(1, host.Log.Entries.Count(entry => entry.Kind == Ethics.AuditEntryKind.Access));
    }

    [Fact]
    public async Task What_is_decided_otherwise_the_second_time_is_written_down_too()
    {
        Overtaken store = new();
        await using PartnerTestHost host = await StartAsync(null, store.Register);
        Person person = Samples.Person();
        await host.HaveAsync(person);
        // Between look and write somebody makes it a record that is looked at for other purposes only.
        store.Arm(commit => commit with { Outcome = null, Records = [commit.Records[0] with { Record = Retracted(commit.Records[0].Record) }] });
        int before = host.Log.Entries.Count;
        Answer answer = await host.ReplaceAsync(person with { Sex = Sex.Male }, "\"1\"", access: Whole);
        Assert.Equal((HttpStatusCode.NotFound, "not-available"), (answer.Status, answer.Code));
        Assert.Equal([true, false], host.Log.Entries.Skip(before).Select(entry => entry.Decision!.IsPermitted));
        Assert.Equal(host.Log.Entries[^1], host.Log.Find(answer.Entry));
    }

    private static StoredRecord Retracted(StoredRecord stored) =>
        stored with { Content = DataModel.Json.PoliceJson.Write(stored.Read() with { Status = new RecordStatus { State = RecordState.Retracted } }) };

    /// <summary>A store in which, once it is armed, somebody else stores first what is to be stored, or what is made of it.</summary>
    private sealed class Overtaken : IPartnerStore
    {
        private readonly InMemoryPartnerStore _none = new();
        private IPartnerStore? _inner;
        private Func<StoreCommit, StoreCommit>? _before;
        private Func<Task>? _afterFind;
        private Func<Task>? _afterOutcome;

        public void Register(IServiceCollection services) => services.AddSingleton<IPartnerStore>(provider =>
        {
            _inner = provider.GetRequiredService<InMemoryPartnerStore>();
            return this;
        });

        public void Arm(Func<StoreCommit, StoreCommit>? before = null) => _before = before ?? (static commit => commit);

        public async ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _before, null) is { } before) Assert.True(await Inner.TryCommitAsync(tenant, before(commit), cancellationToken));
            return await Inner.TryCommitAsync(tenant, commit, cancellationToken);
        }

        /// <summary>What happens once, when the next record or outcome has been looked up and before it is handed over.</summary>
        public void AfterNext(bool isOutcome, Func<Task> happens) => (isOutcome ? ref _afterOutcome : ref _afterFind) = happens;

        public async ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken)
        {
            StoredRecord? found = await Inner.FindAsync(tenant, id, cancellationToken);
            if (Interlocked.Exchange(ref _afterFind, null) is { } happens) await happens();
            return found;
        }

        public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken) => Inner.HistoryAsync(tenant, id, cancellationToken);

        public IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, CancellationToken cancellationToken) => Inner.CandidatesAsync(tenant, query, cancellationToken);

        public ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken) => Inner.ChangesAsync(tenant, after, most, cancellationToken);

        public ValueTask<long> LastChangeAsync(string tenant, CancellationToken cancellationToken) => Inner.LastChangeAsync(tenant, cancellationToken);

        public async ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken)
        {
            KeyedOutcome? found = await Inner.FindOutcomeAsync(tenant, client, key, cancellationToken);
            if (Interlocked.Exchange(ref _afterOutcome, null) is { } happens) await happens();
            return found;
        }

        /// <summary>The store behind it.</summary>
        public IPartnerStore Inner => _inner ?? _none;
    }
}
