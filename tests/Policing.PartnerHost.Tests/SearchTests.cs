using System.Net;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>Searches: named criteria, grades, order, pages, and nothing by what the caller may not see.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task People_are_found_by_name_and_graded()
    {
        await using PartnerTestHost host = await StartAsync();
        Person exact = Samples.Person("Thompson", "Catherine");
        Person near = Samples.Person("Thomson", "Katherine");
        Person undated = Samples.Person("Thompson", "Kate", born: null);
        await host.HaveAsync(exact, near, undated, Samples.Person("Underwood"), Samples.Vehicle());
        Assert.Equal([(exact.Id.Text, "exact")], await FoundAsync(host, """{"type":"person","match":{"name":{"surname":"thompson","given":"catherine"}}}"""));
        Assert.Equal(
            [(exact.Id.Text, "exact"), (near.Id.Text, "strong"), (undated.Id.Text, "possible")],
            await FoundAsync(host, """{"type":"person","match":{"name":{"surname":"Thompson","given":"Catherine","mode":"phonetic"},"birthDate":{"date":"1990-04-05"}}}"""));
        Assert.Equal(3, (await FoundAsync(host, """{"type":"person","match":{"name":{"surname":"tho","mode":"prefix"}}}""")).Length);
        Assert.Equal([(exact.Id.Text, "exact")], await FoundAsync(host, """{"type":"person","match":{"name":{"surname":"Thompson"},"birthDate":{"date":"1988","years":2},"sex":"2"}}""", skip: undated));
        Assert.Empty(await FoundAsync(host, """{"type":"person","match":{"name":{"surname":"Thompson","given":"Catherine"},"birthDate":{"date":"1991"}}}"""));
        JsonElement match = (await PostAsync(host, """{"type":"person","match":{"name":{"surname":"Thompson"},"birthDate":{"date":"1990"}}}""")).Json.GetProperty("matches")[0].GetProperty("match");
        Assert.Equal(["name", "birthDate"], match.GetProperty("on").EnumerateArray().Select(name => name.GetString()!));
    }

    [Fact]
    public async Task Things_and_places_are_found_by_their_marks()
    {
        await using PartnerTestHost host = await StartAsync();
        Vehicle vehicle = Samples.Vehicle("AB12CDE");
        Telephone telephone = new() { Id = RecordId.New(), Controllers = [Force("kent")], Number = TelephoneNumber.Parse("+447700900123") };
        EmailAddress email = new() { Id = RecordId.New(), Controllers = [Force("kent")], Address = "ada@example.org" };
        OnlineAccount account = new() { Id = RecordId.New(), Controllers = [Force("kent")], Platform = "example.org", Tag = "ada_s" };
        Location place = new()
        {
            Id = RecordId.New(),
            Controllers = [Force("kent")],
            Address = new Address { Postcode = Postcode.Parse("ZZ99 3VZ"), Uprn = Uprn.Parse("123456") },
            Point = new GeoPoint { Latitude = 51.2m, Longitude = 0.5m },
        };
        await host.HaveAsync(vehicle, telephone, email, account, place, Samples.Vehicle("AB12CDX"));
        foreach ((string body, PoliceRecord record, string grade) in new (string, PoliceRecord, string)[]
        {
            ("""{"type":"vehicle","match":{"vrm":"AB12CDE"}}""", vehicle, "exact"),
            ("""{"type":"vehicle","match":{"vrm":"?B1?CDE","make":"examplar"}}""", vehicle, "strong"),
            ("""{"type":"telephone","match":{"number":"+447700900123"}}""", telephone, "exact"),
            ("""{"type":"telephone","match":{"number":"07700900123"}}""", telephone, "possible"),
            ("""{"type":"email-address","match":{"address":"Ada@Example.org"}}""", email, "exact"),
            ("""{"type":"online-account","match":{"account":"@ADA_S","platform":"example.org"}}""", account, "exact"),
            ("""{"type":"location","match":{"postcode":"ZZ993VZ"}}""", place, "exact"),
            ("""{"type":"location","match":{"uprn":"000123456"}}""", place, "exact"),
            ("""{"type":"location","match":{"near":{"latitude":51.21,"longitude":0.5,"metres":1200}}}""", place, "exact"),
        })
            Assert.Equal([(record.Id.Text, grade)], await FoundAsync(host, body));
        Assert.Empty(await FoundAsync(host, """{"type":"location","match":{"near":{"latitude":51.21,"longitude":0.5,"metres":1000}}}"""));
    }

    [Fact]
    public async Task Events_are_found_by_day_and_place()
    {
        await using PartnerTestHost host = await StartAsync();
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")], Occurred = TimeWindow.OnOrIn(PartialDateTime.Parse("2026-10-03")) };
        Crime later = new() { Id = RecordId.New(), Controllers = [Force("kent")], Occurred = TimeWindow.OnOrIn(PartialDateTime.Parse("2026-10-30")) };
        Location place = new() { Id = RecordId.New(), Controllers = [Force("kent")], Address = new Address { Postcode = Postcode.Parse("ZZ99 3VZ") } };
        Link link = new() { Id = RecordId.New(), Controllers = [Force("kent")], From = LinkEnd.Of(crime), To = LinkEnd.Of(place), Role = LinkRole.Of("occurred-at") };
        await host.HaveAsync(crime, later, place);
        Answer linked = await host.CreateAsync(link);
        Assert.True(linked.Status == HttpStatusCode.Created, linked.Text);
        Assert.Equal([(crime.Id.Text, "exact")], await FoundAsync(host, """{"type":"crime","match":{"from":"2026-10-01T00:00:00Z","to":"2026-10-10T00:00:00Z"}}"""));
        Assert.Equal([(crime.Id.Text, "exact")], await FoundAsync(host, """{"type":"crime","match":{"location":{"postcode":"ZZ993VZ"}}}"""));
        Assert.Equal([(crime.Id.Text, "exact")], await FoundAsync(host, $$$"""{"type":"crime","match":{"from":"2026-01-01T00:00:00Z"},"linkedTo":{"record":{"type":"location","id":"{{{place.Id}}}"},"roles":["occurred-at"]}}"""));
        Assert.Empty(await FoundAsync(host, $$$"""{"type":"crime","match":{"from":"2026-01-01T00:00:00Z"},"linkedTo":{"record":{"type":"location","id":"{{{place.Id}}}"},"roles":["suspect"]}}"""));
    }

    [Theory]
    [InlineData("""{"type":"person","match":{"sex":"2"}}""", "too-broad")]
    [InlineData("""{"type":"person","match":{"birthDate":{"date":"1990"}}}""", "too-broad")]
    [InlineData("""{"type":"vehicle","match":{"make":"Examplar","colour":"blue"}}""", "too-broad")]
    [InlineData("""{"type":"crime","match":{"from":"2020-01-01T00:00:00Z","to":"2026-01-01T00:00:00Z"}}""", "too-broad")]
    [InlineData("""{"type":"person","match":{}}""", "too-broad")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sampleson"},"shoeSize":9}}""", "unsupported-criterion")]
    [InlineData("""{"type":"weapon","match":{"name":{"surname":"Sampleson"}}}""", "unsupported-criterion")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sa","mode":"prefix"}}}""", "malformed-request")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sampleson","mode":"psychic"}}}""", "malformed-request")]
    [InlineData("""{"type":"vehicle","match":{"vrm":"????CDE"}}""", "malformed-request")]
    [InlineData("""{"type":"location","match":{"near":{"latitude":51,"longitude":0,"metres":5001}}}""", "malformed-request")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sampleson"}},"limit":101}""", "malformed-request")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sampleson"}},"justification":"no"}""", "malformed-request")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sampleson"}},"everything":true}""", "malformed-request")]
    [InlineData("""{"type":"person"}""", "malformed-request")]
    [InlineData("""{"type":"person","match":{"name":{"surname":"Sampleson"}},"cursor":"c.AAAA.AAAA"}""", "cursor-invalid")]
    public async Task What_is_too_broad_or_unknown_is_refused(string body, string code)
    {
        await using PartnerTestHost host = await StartAsync();
        await host.HaveAsync(Samples.Person());
        int entries = host.Log.Entries.Count;
        Answer answer = await PostAsync(host, body);
        Assert.Equal(code, answer.Code);
        Assert.DoesNotContain("Sampleson", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("shoeSize", answer.Text, StringComparison.Ordinal);
        Assert.Equal(entries + 1, host.Log.Entries.Count);
    }

    [Fact]
    public async Task Pages_have_a_stable_order_a_count_up_to_a_hundred_and_a_cursor_that_is_bound()
    {
        await using PartnerTestHost host = await StartAsync();
        Person[] people = [.. Enumerable.Range(0, 7).Select(_ => Samples.Person())];
        await host.HaveAsync(people);
        const string query = """{"type":"person","match":{"name":{"surname":"Sampleson"}},"limit":3""";
        List<string> seen = [];
        string? cursor = null;
        do
        {
            Answer page = await PostAsync(host, query + (cursor is null ? "}" : $",\"cursor\":\"{cursor}\"}}"));
            Assert.Equal(7, page.Json.GetProperty("count").GetInt32());
            seen.AddRange(Ids(page));
            cursor = page.Json.TryGetProperty("cursor", out JsonElement next) ? next.GetString() : null;
            if (cursor is null) break;
            string body = query + $",\"cursor\":\"{cursor}\"}}";
            Assert.Equal("cursor-invalid", (await PostAsync(host, body, Essex)).Code);
            Assert.Equal("cursor-invalid", (await PostAsync(host, body, access: Access.Replace("investigation", "prosecution", StringComparison.Ordinal))).Code);
            Assert.Equal("cursor-invalid", (await PostAsync(host, body.Replace("Sampleson", "Sampson", StringComparison.Ordinal))).Code);
        }
        while (seen.Count < 100);
        Assert.Equal(people.Select(person => person.Id.Text).Order(StringComparer.Ordinal), seen);

        await host.HaveAsync([.. Enumerable.Range(0, 94).Select(_ => Samples.Person())]);
        Answer many = await PostAsync(host, query + "}");
        Assert.False(many.Json.TryGetProperty("count", out _));
    }

    [Fact]
    public async Task One_entry_has_the_digest_the_words_and_every_id_shown()
    {
        await using PartnerTestHost host = await StartAsync();
        Person[] people = [Samples.Person(), Samples.Person()];
        await host.HaveAsync(people);
        int entries = host.Log.Entries.Count;
        Answer answer = await PostAsync(host, """{"type":"person","match":{"name":{"surname":"Sampleson"}},"justification":"Suspect in 46/1234/31"}""");
        Ethics.AuditEntry entry = Assert.Single(host.Log.Entries.Skip(entries));
        Assert.Equal(people.Select(person => person.Id).Order(), entry.Records.Order());
        Assert.Equal("Suspect in 46/1234/31", entry.Context!.Justification);
        Assert.StartsWith("query ", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sampleson", entry.Text, StringComparison.Ordinal);
        Assert.Equal(entry, host.Log.Find(answer.Entry));
        await PostAsync(host, """{"type":"person","match":{"name":{"surname":"Sampleson"}},"justification":"Another reason"}""");
        Assert.Equal(entry.Text, host.Log.Entries[^1].Text);
        await PostAsync(host, """{"type":"person","match":{"name":{"surname":"Simpleson"}}}""");
        Assert.NotEqual(entry.Text, host.Log.Entries[^1].Text);
    }

    [Fact]
    public async Task What_the_caller_may_not_see_is_neither_found_nor_helps_to_find()
    {
        Ethics.PolicyRule blind = new()
        {
            Id = "B1",
            Effect = Ethics.RuleEffect.Oblige,
            Reason = "A sample",
            Target = new() { Operations = [Ethics.AccessOperation.Disclosure] },
            Obligations = [new Ethics.LeaveOut { Members = ["datesOfBirth"] }],
        };
        await using PartnerTestHost host = await StartAsync(ethics: ethics => ethics.AddPolicySet(Ethics.PolicySet.Create("blind", "1", [blind])));
        Person seen = Samples.Person();
        await host.HaveAsync(seen, Samples.Hidden());
        const string query = """{"type":"person","match":{"name":{"surname":"Sampleson"}}}""";
        Assert.Equal(2, (await PostAsync(host, query)).Json.GetProperty("count").GetInt32());
        Answer essex = await PostAsync(host, query, Essex);
        Assert.Equal((1, seen.Id.Text), (essex.Json.GetProperty("count").GetInt32(), Assert.Single(Ids(essex))));
        // Neither date helps: to Essex the record has none.
        foreach (string date in new[] { "1990-04-05", "1991-01-01" })
            Assert.Equal([(seen.Id.Text, "possible")], await FoundAsync(host, $$$$"""{"type":"person","match":{"name":{"surname":"Sampleson"},"birthDate":{"date":"{{{{date}}}}"}}}""", Essex));
    }

    [Fact]
    public async Task A_search_is_narrowed_by_agency()
    {
        await using PartnerTestHost host = await StartAsync();
        Person joint = Samples.Person() with { Controllers = [Force("kent"), Force("essex")] };
        await host.HaveAsync(Samples.Person(), joint);
        Assert.Equal([joint.Id.Text], Ids(await PostAsync(host, """{"type":"person","match":{"name":{"surname":"Sampleson"}},"agencies":[{"scheme":"police","id":"essex"}]}""")));
    }

    private static Task<Answer> PostAsync(PartnerTestHost host, string body, string claims = Kent, string access = Access) => host.PostAsync("/v1/search", body, claims, access);

    private static string[] Ids(Answer answer) => [.. answer.Json.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("record").GetProperty("id").GetString()!)];

    private static async Task<(string Id, string Grade)[]> FoundAsync(PartnerTestHost host, string body, string claims = Kent, Person? skip = null)
    {
        Answer answer = await PostAsync(host, body, claims);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json.GetProperty("matches").EnumerateArray().Select(match => (match.GetProperty("record").GetProperty("id").GetString()!, match.GetProperty("match").GetProperty("grade").GetString()!))
            .Where(found => found.Item1 != skip?.Id.Text)];
    }
}
