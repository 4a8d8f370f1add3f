using System.Net;
using System.Text;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>Retracting, merging, restricting and disposing of records; keys; who is told.</summary>
public sealed class StatusTests
{
    private const string Key = "\"0190b4a2-6c1e-7d3a\"";
    private const string Canary = "Qzxcanary";

    [Fact]
    public async Task A_record_is_retracted_merged_and_restricted()
    {
        await using PartnerTestHost host = await StartAsync();
        (Person first, Person second, Person third) = (Samples.Person(), Samples.Person(), Samples.Person());
        await host.HaveAsync(first, second, third);
        Answer retracted = await ChangeAsync(host, first, """{"action":"retract","reason":"Entered for the wrong incident"}""");
        Assert.Equal((HttpStatusCode.OK, "retracted", 2), (retracted.Status, retracted.Json.GetProperty("change").GetString(), retracted.Json.GetProperty("version").GetInt32()));
        Assert.Equal((RecordState.Retracted, "Entered for the wrong incident"), await StateAsync(host, first));
        Assert.Equal("merged", (await ChangeAsync(host, second, $$"""{"action":"merge","into":"{{third.Id}}"}""")).Json.GetProperty("change").GetString());
        Answer restricted = await ChangeAsync(host, third, """{"action":"restrict","ground":"accuracy-contested","permittedPurposes":["prosecution"],"permittedAgencies":[{"scheme":"police","id":"kent"}]}""");
        Assert.True(restricted.Status == HttpStatusCode.OK, restricted.Text);
        Assert.Equal(RecordState.Restricted, (await StateAsync(host, third)).State);
        // BL-F07 and F12: neither is had for an investigation any longer.
        foreach (Person person in new[] { first, third }) Assert.Equal("not-available", (await host.GetAsync(PathOf(person))).Code);
        Assert.Equal(["created", "created", "created", "retracted", "merged", "restricted"], await NamesAsync(host, Kent, Disposing));
    }

    [Theory]
    [InlineData("""{"action":"merge","into":"urn:uuid:00000000-0000-4000-8000-000000000001"}""", "invalid-status-change")]
    [InlineData("""{"action":"merge"}""", "malformed-request")]
    [InlineData("""{"action":"dispose"}""", "malformed-request")]
    [InlineData("""{"action":"restrict","ground":"none-of-ours"}""", "malformed-request")]
    [InlineData("""{"action":"retract","into":"urn:uuid:00000000-0000-4000-8000-000000000001"}""", "malformed-request")]
    [InlineData("""{"action":"forget"}""", "malformed-request")]
    [InlineData("""{"action":"retract","reason":"x"}""", "malformed-request")]
    [InlineData("""{"action":7}""", "malformed-request")]
    [InlineData("""{}""", "malformed-request")]
    public async Task What_cannot_be_done_is_refused_and_nothing_changes(string body, string code)
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        Assert.Equal(code, (await ChangeAsync(host, person, body)).Code);
        Assert.Null((await StateAsync(host, person)).State);
    }

    [Fact]
    public async Task A_merge_into_itself_or_into_what_the_caller_may_not_see_is_refused_alike()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person(force: "kent") with { Processor = Force("essex") };
        Person hidden = Samples.Hidden();
        await host.HaveAsync(person, hidden);
        foreach (RecordId into in new[] { person.Id, hidden.Id, RecordId.New() })
        {
            Answer answer = await host.PostAsync(PathOf(person) + "/status", $$"""{"action":"merge","into":"{{into}}"}""", Essex);
            Assert.Equal("invalid-status-change", answer.Code);
        }
    }

    [Fact]
    public async Task A_key_makes_the_same_request_happen_once_and_another_is_refused()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        const string body = """{"action":"retract"}""";
        Answer first = await ChangeAsync(host, person, body, ("Idempotency-Key", Key));
        int entries = host.Log.Entries.Count;
        Answer again = await ChangeAsync(host, person, body, ("Idempotency-Key", Key));
        Assert.Equal((HttpStatusCode.OK, 2), (again.Status, again.Json.GetProperty("version").GetInt32()));
        Assert.Equal(first.Json.GetProperty("change").GetString(), again.Json.GetProperty("change").GetString());
        // Written down anew.
        Assert.Equal(entries + 1, host.Log.Entries.Count);
        Assert.NotEqual(first.Entry, again.Entry);
        Assert.Equal("key-reused", (await ChangeAsync(host, person, """{"action":"retract","reason":"Another"}""", ("Idempotency-Key", Key))).Code);
        // Of another client it is another key.
        string other = Kent.Replace("kent-rms", "kent-intel", StringComparison.Ordinal);
        Answer others = await host.PostAsync(PathOf(person) + "/status", body, other, Disposing, ("Idempotency-Key", Key));
        Assert.Equal(3, others.Json.GetProperty("version").GetInt32());
        host.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(4, (await ChangeAsync(host, person, body, ("Idempotency-Key", Key))).Json.GetProperty("version").GetInt32());
        foreach (string malformed in new[] { "0190b4a2-6c1e-7d3a", "\"short\"", "\"has a space in it ok\"" })
            Assert.Equal("malformed-request", (await ChangeAsync(host, person, body, ("Idempotency-Key", malformed))).Code);
    }

    [Fact]
    public async Task Without_a_key_it_happens_each_time_and_under_a_tag_only_then()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        Assert.Equal("stale", (await ChangeAsync(host, person, """{"action":"retract"}""", ("If-Match", "\"2\""))).Code);
        Assert.Equal(2, (await ChangeAsync(host, person, """{"action":"retract"}""", ("If-Match", "\"1\""))).Json.GetProperty("version").GetInt32());
        Assert.Equal(3, (await ChangeAsync(host, person, """{"action":"retract"}""")).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Disposal_leaves_a_tombstone_and_nothing_of_the_content_anywhere()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person(Canary);
        await host.HaveAsync(person);
        await host.ReplaceAsync(person with { Sex = Sex.Male }, "\"1\"");
        Answer found = await host.PostAsync("/v1/search", """{"type":"person","match":{"name":{"surname":"Qzxcanary"}}}""");
        Assert.Equal(1, found.Json.GetProperty("count").GetInt32());
        Assert.Equal("not-permitted", (await host.PostAsync(PathOf(person) + "/status", """{"action":"dispose","authority":"RRD 7"}""")).Code);
        Answer disposed = await ChangeAsync(host, person, """{"action":"dispose","authority":"RRD 7"}""", ("Idempotency-Key", Key));
        Assert.True(disposed.Status == HttpStatusCode.OK, disposed.Text);

        StoredRecord held = (await host.Store.FindAsync("south", person.Id, TestContext.Current.CancellationToken))!;
        using JsonDocument tombstone = JsonDocument.Parse(held.Content);
        Assert.Equal(["id", "modelVersion", "status", "type", "version"], tombstone.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("RRD 7", tombstone.RootElement.GetProperty("status").GetProperty("authority").GetString());
        Assert.True(new DataModel.Validation.PolicingValidator().Validate(held.Content.Span).IsValid);
        Assert.Equal([held], await host.Store.HistoryAsync("south", person.Id, TestContext.Current.CancellationToken));
        Assert.Empty(await CandidatesAsync(host));

        Answer again = await ChangeAsync(host, person, """{"action":"dispose","authority":"RRD 7"}""", ("Idempotency-Key", Key));
        Assert.Equal(("disposed", 3), (again.Json.GetProperty("change").GetString(), again.Json.GetProperty("version").GetInt32()));
        Answer history = await host.GetAsync(PathOf(person) + "/history", access: Disposing);
        Answer feed = await host.GetAsync("/v1/changes", access: Disposing);
        foreach (Answer answer in new[] { disposed, again, history, feed }) Assert.DoesNotContain(Canary, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        // The id is never used again.
        Assert.NotEqual(HttpStatusCode.Created, (await host.CreateAsync(person)).Status);

        async Task<List<StoredRecord>> CandidatesAsync(PartnerTestHost from)
        {
            List<StoredRecord> records = [];
            await foreach (StoredRecord record in from.Store.CandidatesAsync("south", new CandidateQuery { Type = "person", AnyOf = ["name:" + Canary.ToUpperInvariant()] }, TestContext.Current.CancellationToken)) records.Add(record);
            return records;
        }
    }

    [Fact]
    public async Task Those_who_were_given_a_record_are_told_of_its_disposal_and_nobody_else_is()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        const string sussex = "sub=u-3003;client_id=sussex-rms;agency=sussex;tenant=south;scope=" + Scopes;
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(PathOf(person), Essex)).Status);
        await ChangeAsync(host, person, """{"action":"dispose","authority":"RRD 7"}""");
        Assert.Equal(["unavailable", "disposed"], await NamesAsync(host, Essex, Access));
        Assert.Empty(await NamesAsync(host, sussex, Access));
    }

    private static Task<Answer> ChangeAsync(PartnerTestHost host, Person person, string body, params (string Name, string Value)[] headers) =>
        host.PostAsync(PathOf(person) + "/status", body, Kent, Disposing, headers);

    private static async Task<(RecordState? State, string? Reason)> StateAsync(PartnerTestHost host, Person person)
    {
        RecordStatus? status = (await host.Store.FindAsync("south", person.Id, TestContext.Current.CancellationToken))!.Read().Status;
        return (status?.State, status?.Reason);
    }

    private static async Task<string[]> NamesAsync(PartnerTestHost host, string claims, string access) =>
        [.. (await host.GetAsync("/v1/changes", claims, access)).Json.GetProperty("events").EnumerateArray().Select(change => change.GetProperty("type").GetString()!.Split('.')[1])];
}
