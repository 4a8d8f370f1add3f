using System.Net;
using System.Text;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>
/// A record that the caller may not see and one that is not there are the same, to the byte, and by the same work: as many calls to store and rules, in the same order, one entry of a refusal, and as many lines of log. How long each
/// takes is measured by eng/Policing.HostDrill.
/// </summary>
public sealed class HiddenOrMissingTests
{
    private const string Retract = """{"action":"retract","reason":"Entered for the wrong incident"}""";
    private const string Correlation = "5f0c9a1e-6a52-4b6f-9a71-0d2f6b1c7e11";

    public static TheoryData<string, string> Calls => new(
        from record in new[] { "person", "link", "link with controllers", "tombstone" }
        from call in new[] { "get", "replace", "status", "status with a key", "history", "links" }
        select (record, call));

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Both_are_the_same_bytes_by_the_same_work(string record, string call)
    {
        CountedWork work = new();
        await using PartnerTestHost host = await StartAsync(null, work.CountStore, ethics => work.CountDecisions(ethics.Services));
        (PoliceRecord hidden, PoliceRecord missing) = await PairAsync(host, record);
        // What is done once only, such as reading a record for the first time, is not done here for the first time.
        await AnswerAsync(hidden);
        (string Text, IReadOnlyList<string> Work, int Entries) ofHidden = await AnswerAsync(hidden);
        (string Text, IReadOnlyList<string> Work, int Entries) ofMissing = await AnswerAsync(missing);
        Assert.Equal(ofMissing.Text, ofHidden.Text);
        Assert.Equal(ofMissing.Work, ofHidden.Work);
        Assert.Contains("find", ofMissing.Work);
        Assert.Contains("decide", ofMissing.Work);
        Assert.Contains("log", ofMissing.Work);
        Assert.Equal((1, 1), (ofMissing.Entries, ofHidden.Entries));
        Assert.All(host.Log.Entries.TakeLast(3), static entry => Assert.False(entry.Decision!.IsPermitted));

        async Task<(string Text, IReadOnlyList<string> Work, int Entries)> AnswerAsync(PoliceRecord asked)
        {
            int entries = host.Log.Entries.Count;
            int lines = host.Lines.Count(IsOfRefusal);
            work.Take();
            using HttpClient client = host.NewClient();
            using HttpRequestMessage request = MessageOf(call, asked);
            using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            string entry = System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("auditEntry").GetString()!;
            Assert.NotNull(host.Log.Find(new AuditEntryId(entry)));
            // The entry is another each time, and as long.
            text = text.Replace(entry, new string('-', entry.Length), StringComparison.Ordinal);
            return ($"{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n{response.Headers}{response.Content.Headers}\n{text}", [.. work.Take(), .. Enumerable.Repeat("log", host.Lines.Count(IsOfRefusal) - lines)], host.Log.Entries.Count - entries);
        }
    }

    [Fact]
    public async Task The_comparison_sees_a_store_that_is_asked_once_more()
    {
        CountedWork work = new();
        await using PartnerTestHost host = await StartAsync(null, work.CountStore, ethics => work.CountDecisions(ethics.Services));
        Person seen = Samples.Person();
        await host.HaveAsync(seen);
        work.Take();
        await host.GetAsync(PathOf(seen), Essex);
        IReadOnlyList<string> released = work.Take();
        await host.GetAsync(PathOf(Samples.Person()), Essex);
        Assert.NotEqual(work.Take(), released);
    }

    private static bool IsOfRefusal(string line) => line.StartsWith("Access refused", StringComparison.Ordinal);

    private static async Task<(PoliceRecord Hidden, PoliceRecord Missing)> PairAsync(PartnerTestHost host, string record)
    {
        Person person = Samples.Hidden();
        Crime crime = new() { Id = RecordId.New(), Controllers = [Force("kent")] };
        await host.HaveAsync(person, crime);
        if (record == "person") return (person, person with { Id = RecordId.New() });
        if (record == "tombstone")
        {
            Answer gone = await host.PostAsync(PathOf(person) + "/status", """{"action":"dispose","authority":"RRD-7","reason":"Retention has ended"}""", access: Disposing);
            Assert.True(gone.Status == HttpStatusCode.OK, gone.Text);
            return (person, person with { Id = RecordId.New() });
        }
        Link link = Link.Between(person, LinkRole.Suspect, crime);
        if (record == "link with controllers") link = link with { Controllers = [Force("kent")], Marking = person.Marking };
        await host.HaveAsync(link);
        return (link, link with { Id = RecordId.New() });
    }

    private static HttpRequestMessage MessageOf(string call, PoliceRecord asked)
    {
        string path = PathOf(asked);
        (string, string) correlation = ("Policing-Correlation", Correlation);
        return call switch
        {
            "get" => Message(HttpMethod.Get, path, claims: Essex, headers: correlation),
            "replace" => Message(HttpMethod.Put, path, PoliceJson.Write(asked), Essex, headers: [correlation, ("If-Match", "\"1\"")]),
            "status" => Message(HttpMethod.Post, path + "/status", Encoding.UTF8.GetBytes(Retract), Essex, headers: [correlation, ("If-Match", "\"1\"")]),
            "status with a key" => Message(HttpMethod.Post, path + "/status", Encoding.UTF8.GetBytes(Retract), Essex, headers: [correlation, ("Idempotency-Key", "\"0123456789abcdef\"")]),
            "history" => Message(HttpMethod.Get, path + "/history", claims: Essex, headers: correlation),
            _ => Message(HttpMethod.Get, path + "/links", claims: Essex, headers: correlation),
        };
    }
}
