using System.Net;
using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>Reading and writing records: preconditions, who may, what never changes.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task A_record_is_created_once_read_and_replaced_under_its_tag()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        Answer created = await host.CreateAsync(person, access: Whole);
        Assert.True(created.Status == HttpStatusCode.Created, created.Text);
        Assert.Equal(("created", person.Id.Text, "\"1\""), (created.Json.GetProperty("change").GetString(), created.Json.GetProperty("record").GetString(), created.Tag));

        Answer again = await host.CreateAsync(person, access: Whole);
        Assert.Equal((HttpStatusCode.OK, "unchanged"), (again.Status, again.Json.GetProperty("change").GetString()));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "exists"), Of(await host.CreateAsync(person with { Sex = Sex.Male }, access: Whole)));

        Answer read = await host.GetAsync(PathOf(person), access: Whole);
        Assert.True(read.Status == HttpStatusCode.OK, read.Text);
        Assert.Equal(person, read.Record);
        Assert.Equal("\"1\"", read.Tag);
        Assert.Contains("no-store", read.Headers, StringComparison.Ordinal);

        Person changed = person with { Sex = Sex.Male, Version = person.Version! with { Number = 2 } };
        Answer replaced = await host.ReplaceAsync(changed, read.Tag!, access: Whole);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (replaced.Status, replaced.Tag));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale"), Of(await host.ReplaceAsync(person, read.Tag!, access: Whole)));
        Assert.Equal(changed, (await host.GetAsync(PathOf(person), access: Whole)).Record);
    }

    [Fact]
    public async Task A_minimised_copy_has_no_tag_and_cannot_be_written_back()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        Answer read = await host.GetAsync(PathOf(person));
        Assert.Null(read.Tag);
        Person copy = Assert.IsType<Person>(read.Record);
        Assert.Empty(copy.Ethnicities);
        Assert.True(copy.View!.Partial);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "partial-view"), Of(await host.ReplaceAsync(copy, "\"1\"")));
        Person masked = person with { Ethnicities = default, Absent = default(ValueMap<AbsentReason>).With("/ethnicities", AbsentReason.Withheld) };
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "partial-view"), Of(await host.ReplaceAsync(masked, "\"1\"")));
    }

    [Fact]
    public async Task A_write_needs_a_precondition_that_is_well_formed()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        byte[] body = DataModel.Json.PoliceJson.Write(person);
        Assert.Equal((HttpStatusCode.PreconditionRequired, "precondition-required"), Of(await host.SendAsync(HttpMethod.Put, PathOf(person), body)));
        foreach ((string Name, string Value)[] headers in new (string, string)[][]
        {
            [("If-Match", "*")], [("If-Match", "W/\"1\"")], [("If-Match", "1")], [("If-Match", "\"1\", \"2\"")], [("If-None-Match", "\"1\"")], [("If-None-Match", "*"), ("If-Match", "\"1\"")],
        })
            Assert.Equal((HttpStatusCode.BadRequest, "malformed-request"), Of(await host.SendAsync(HttpMethod.Put, PathOf(person), body, headers: headers)));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale"), Of(await host.ReplaceAsync(person, "\"7\"")));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale"), Of(await host.ReplaceAsync(person, "\"seven\"")));
    }

    [Fact]
    public async Task Only_the_controller_or_its_processor_writes()
    {
        await using PartnerTestHost host = await StartAsync();
        Person kents = Samples.Person();
        Person processed = Samples.Person() with { Processor = Force("essex") };
        await host.HaveAsync(kents, processed);
        Assert.Equal((HttpStatusCode.Forbidden, "not-controller"), Of(await host.ReplaceAsync(kents with { Sex = Sex.Male }, "\"1\"", Essex)));
        Assert.Equal(HttpStatusCode.OK, (await host.ReplaceAsync(processed with { Sex = Sex.Male }, "\"1\"", Essex)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "not-controller"), Of(await host.CreateAsync(Samples.Person(), Essex)));
        Assert.Equal((HttpStatusCode.Forbidden, "not-controller"), Of(await host.PostAsync(PathOf(kents) + "/status", """{"action":"retract"}""", Essex)));
    }

    [Fact]
    public async Task To_who_may_not_see_a_record_everything_that_depends_on_it_is_not_available()
    {
        await using PartnerTestHost host = await StartAsync();
        Person hidden = Samples.Hidden();
        Person missing = Samples.Person();
        await host.HaveAsync(hidden);
        string[] tails = ["", "/history", "/links"];
        foreach (string tail in tails) Assert.Equal(await AnswerAsync(HttpMethod.Get, PathOf(hidden) + tail, null), await AnswerAsync(HttpMethod.Get, PathOf(missing) + tail, null));
        Assert.Equal(await AnswerAsync(HttpMethod.Post, PathOf(hidden) + "/status", "{\"action\":\"retract\"}"), await AnswerAsync(HttpMethod.Post, PathOf(missing) + "/status", "{\"action\":\"retract\"}"));
        Assert.Equal(
            await Erased(await host.ReplaceAsync(hidden with { Sex = Sex.Male }, "\"1\"", Essex)),
            await Erased(await host.ReplaceAsync(missing with { Sex = Sex.Male }, "\"1\"", Essex)));
        Assert.Equal((HttpStatusCode.NotFound, "not-available"), Of(await host.CreateAsync(hidden, Essex)));

        async Task<string> AnswerAsync(HttpMethod method, string path, string? body) =>
            await Erased(await host.SendAsync(method, path, body is null ? null : System.Text.Encoding.UTF8.GetBytes(body), Essex));

        async Task<string> Erased(Answer answer)
        {
            Assert.Equal((HttpStatusCode.NotFound, "not-available"), Of(answer));
            Assert.NotNull(host.Log.Find(answer.Entry));
            string correlation = answer.Json.GetProperty("correlation").GetString()!;
            return await Task.FromResult((answer.Text + answer.Headers).Replace(answer.Entry.Value!, "", StringComparison.Ordinal).Replace(correlation, "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_never_changes_is_named()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person() with { Source = new RecordSource { System = "kent-rms", Reference = "7" } };
        await host.HaveAsync(person);
        Answer controllers = await host.ReplaceAsync(person with { Controllers = [Force("kent"), Force("essex")] }, "\"1\"");
        Assert.Equal("/controllers", Assert.Single(Pointers(controllers)));
        Assert.Equal("immutable-member", controllers.Code);
        Assert.Equal("/source/reference", Assert.Single(Pointers(await host.ReplaceAsync(person with { Source = person.Source with { Reference = "8" } }, "\"1\""))));
        Assert.Equal("/status", Assert.Single(Pointers(await host.ReplaceAsync(person with { Status = new RecordStatus { State = RecordState.Retracted } }, "\"1\""))));
        Answer elsewhere = await host.SendAsync(HttpMethod.Put, PathOf(Samples.Person()), DataModel.Json.PoliceJson.Write(person), headers: ("If-None-Match", "*"));
        Assert.Equal(("immutable-member", "/id"), (elsewhere.Code, Assert.Single(Pointers(elsewhere))));
    }

    [Fact]
    public async Task Whom_a_record_is_given_to_is_registered_and_written_down_as_a_disclosure()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(PathOf(person))).Status);
        Assert.Empty(await host.Store.RecipientsAsync("south", person.Id, TestContext.Current.CancellationToken));
        Assert.Equal(Ethics.AccessOperation.Consultation, host.Log.Entries[^1].Operation);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(PathOf(person), Essex)).Status);
        Assert.Equal("essex", Assert.Single(await host.Store.RecipientsAsync("south", person.Id, TestContext.Current.CancellationToken)).Id);
        Assert.Equal((Ethics.AccessOperation.Disclosure, "essex"), (host.Log.Entries[^1].Operation, host.Log.Entries[^1].Recipient!.Id));
        Assert.Equal([person.Id], host.Log.Entries[^1].Records);
    }

    [Fact]
    public async Task Two_tenants_with_equal_ids_never_meet()
    {
        await using PartnerTestHost host = await StartAsync();
        string north = Kent.Replace("tenant=south", "tenant=north", StringComparison.Ordinal);
        Person person = Samples.Person();
        Person other = person with { Names = [new PersonName { Given = ["Grace"], Surname = "Northernson" }] };
        await host.HaveAsync(person);
        Assert.Equal((HttpStatusCode.NotFound, "not-available"), Of(await host.GetAsync(PathOf(person), north)));
        Assert.Equal(HttpStatusCode.Created, (await host.CreateAsync(other, north)).Status);
        Assert.Equal("Sampleson", ((Person)(await host.GetAsync(PathOf(person))).Record).Names[0].Surname);
        Assert.Equal("Northernson", ((Person)(await host.GetAsync(PathOf(person), north)).Record).Names[0].Surname);
        Answer search = await host.PostAsync("/v1/search", """{"type":"person","match":{"name":{"surname":"Sampleson"}}}""", north);
        Assert.Equal(0, search.Json.GetProperty("count").GetInt32());
        Assert.Single((await host.GetAsync("/v1/changes", north)).Json.GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task History_has_a_permission_of_its_own_and_the_newest_first()
    {
        await using PartnerTestHost host = await StartAsync();
        Person person = Samples.Person();
        await host.HaveAsync(person);
        await host.ReplaceAsync(person with { Sex = Sex.Male }, "\"1\"");
        Answer history = await host.GetAsync(PathOf(person) + "/history?limit=1", access: Whole);
        Assert.True(history.Status == HttpStatusCode.OK, history.Text);
        Assert.Equal([2], history.Json.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("number").GetInt32()));
        string next = history.Json.GetProperty("next").GetString()!;
        Answer rest = await host.GetAsync(next, access: Whole);
        Assert.Equal([1], rest.Json.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("number").GetInt32()));
        Assert.False(rest.Json.TryGetProperty("next", out _));
        Assert.Equal((HttpStatusCode.BadRequest, "cursor-invalid"), Of(await host.GetAsync(next, Essex, Whole)));
        Assert.Equal((HttpStatusCode.Forbidden, "not-permitted"), Of(await host.GetAsync(PathOf(person) + "/history", Kent.Replace("records.history ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Links_are_shown_to_who_may_see_both_ends()
    {
        await using PartnerTestHost host = await StartAsync();
        Person seen = Samples.Person();
        Person hidden = Samples.Hidden();
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")] };
        Link first = Link.Between(seen, LinkRole.Suspect, crime);
        Link second = Link.Between(hidden, LinkRole.Victim, crime);
        await host.HaveAsync(seen, hidden, crime, first, second);
        Assert.Equal(2, (await host.GetAsync(PathOf(crime) + "/links")).Json.GetProperty("links").GetArrayLength());
        Answer essex = await host.GetAsync(PathOf(crime) + "/links", Essex);
        Assert.Equal(first.Id.Text, Assert.Single(essex.Json.GetProperty("links").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(0, (await host.GetAsync(PathOf(crime) + "/links?direction=from")).Json.GetProperty("links").GetArrayLength());
        Assert.Equal(1, (await host.GetAsync(PathOf(crime) + "/links?role=victim&direction=to")).Json.GetProperty("links").GetArrayLength());
        Answer page = await host.GetAsync(PathOf(crime) + "/links?limit=1");
        Assert.Equal(1, (await host.GetAsync(page.Json.GetProperty("next").GetString()!)).Json.GetProperty("links").GetArrayLength());
    }

    private static (HttpStatusCode, string?) Of(Answer answer) => (answer.Status, answer.Code);

    private static IEnumerable<string> Pointers(Answer answer) => answer.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("pointer").GetString()!);
}
