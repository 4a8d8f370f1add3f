using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PartnerHost.Tests.Calls;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>The same request a second time, stored between the look and the write of the first: it is done once, both are told so, and each call has one entry.</summary>
public sealed class RaceTests
{
    private const string Retract = """{"action":"retract","reason":"Entered for the wrong incident"}""";

    [Fact]
    public async Task A_change_of_status_that_its_double_overtakes_has_one_entry()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Person person = Samples.Person();
        await host.HaveAsync(person);
        Overtake(store, host.Store);
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
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Person person = Samples.Person();
        await host.HaveAsync(person);
        await using PartnerTestHost other = await StartAsync(null, services => services.AddSingleton<IPartnerStore>(host.Store));
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
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Overtake(store, host.Store);
        Answer answer = await host.CreateAsync(Samples.Person(), access: Whole);
        Assert.Equal((HttpStatusCode.OK, "unchanged"), (answer.Status, answer.Json.GetProperty("change").GetString()));
        Assert.Equal(1, host.Log.Entries.Count(entry => entry.Kind == Ethics.AuditEntryKind.Access));
    }

    [Fact]
    public async Task What_is_decided_otherwise_the_second_time_is_written_down_too()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Person person = Samples.Person();
        await host.HaveAsync(person);
        // Between look and write somebody makes it a record that is looked at for other purposes only.
        Overtake(store, host.Store, commit => commit with { Outcome = null, Records = [commit.Records[0] with { Record = Retracted(commit.Records[0].Record) }] });
        int before = host.Log.Entries.Count;
        Answer answer = await host.ReplaceAsync(person with { Sex = Sex.Male }, "\"1\"", access: Whole);
        Assert.Equal((HttpStatusCode.NotFound, "not-available"), (answer.Status, answer.Code));
        Assert.Equal([true, false], host.Log.Entries.Skip(before).Select(entry => entry.Decision!.IsPermitted));
        Assert.Equal(host.Log.Entries[^1], host.Log.Find(answer.Entry));
    }

    private static StoredRecord Retracted(StoredRecord stored) =>
        stored with { Content = DataModel.Json.PoliceJson.Write(stored.Read() with { Status = new RecordStatus { State = RecordState.Retracted } }) };

    // Once it is told to, somebody else stores first what is to be stored, or what is made of it.
    private static void Overtake(StoreBetween store, InMemoryPartnerStore shared, Func<StoreCommit, StoreCommit>? made = null) =>
        store.BeforeNextCommit(async (tenant, commit, cancellationToken) => Assert.True(await shared.TryCommitAsync(tenant, made is null ? commit : made(commit), cancellationToken)));
}
