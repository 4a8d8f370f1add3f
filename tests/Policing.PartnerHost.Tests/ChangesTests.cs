using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PartnerHost.Tests.Calls;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>The change feed: as pages and as a stream, thin, authenticated, for who may read.</summary>
public sealed class ChangesTests
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Pages_go_on_where_the_last_ended_and_tell_nothing_of_the_records()
    {
        await using PartnerTestHost host = await StartAsync();
        Person[] people = [Samples.Person("Qzxcanary"), Samples.Person("Qzxcanary"), Samples.Person("Qzxcanary")];
        await host.HaveAsync(people);
        Answer first = await host.GetAsync("/v1/changes?limit=2");
        Assert.Equal((2, true), (first.Json.GetProperty("events").GetArrayLength(), first.Json.GetProperty("more").GetBoolean()));
        Answer second = await host.GetAsync("/v1/changes?limit=2&cursor=" + first.Json.GetProperty("cursor").GetString());
        Assert.Equal((1, false), (second.Json.GetProperty("events").GetArrayLength(), second.Json.GetProperty("more").GetBoolean()));
        JsonElement change = second.Json.GetProperty("events")[0];
        Assert.Equal(("1.0", "record.created.v1", $"person/{people[2].Id.Uuid:D}"), (change.GetProperty("specversion").GetString(), change.GetProperty("type").GetString(), change.GetProperty("subject").GetString()));
        Assert.DoesNotContain("Qzxcanary", first.Text + second.Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Log.Entries.Count(entry => entry.Text == "changes"));
        Assert.Equal([people[2].Id], host.Log.Entries[^1].Records);
    }

    [Fact]
    public async Task A_cursor_is_nobody_elses_and_for_no_other_purpose()
    {
        await using PartnerTestHost host = await StartAsync();
        await host.HaveAsync(Samples.Person());
        string cursor = (await host.GetAsync("/v1/changes")).Json.GetProperty("cursor").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/changes?cursor=" + cursor)).Status);
        string north = Kent.Replace("tenant=south", "tenant=north", StringComparison.Ordinal);
        Assert.Equal("cursor-invalid", (await host.GetAsync("/v1/changes?cursor=" + cursor, Essex)).Code);
        Assert.Equal("cursor-invalid", (await host.GetAsync("/v1/changes?cursor=" + cursor, north)).Code);
        Assert.Equal("cursor-invalid", (await host.GetAsync("/v1/changes?cursor=" + cursor, access: Disposing)).Code);
        Assert.Equal("cursor-invalid", (await host.GetAsync("/v1/changes?types=person&cursor=" + cursor)).Code);
        char other = cursor[2] == 'A' ? 'B' : 'A';
        foreach (string forged in new[] { "c." + other + cursor[3..], cursor[..^1], cursor + "=", "c..", "x", new string('c', 600) })
            Assert.Equal("cursor-invalid", (await host.GetAsync("/v1/changes?cursor=" + Uri.EscapeDataString(forged))).Code);
    }

    [Fact]
    public async Task Only_records_that_the_subscriber_may_read_now_are_told_of()
    {
        await using PartnerTestHost host = await StartAsync();
        Person open = Samples.Person();
        await host.HaveAsync(open, Samples.Hidden(), Samples.Vehicle());
        Assert.Equal(3, (await host.GetAsync("/v1/changes")).Json.GetProperty("events").GetArrayLength());
        Answer essex = await host.GetAsync("/v1/changes", Essex);
        Assert.Equal(2, essex.Json.GetProperty("events").GetArrayLength());
        Assert.Equal(1, (await host.GetAsync("/v1/changes?types=vehicle", Essex)).Json.GetProperty("events").GetArrayLength());
        // Who was told of a record is told when there is no more of it to be had.
        await host.ReplaceAsync(open with { Marking = new Marking { Tier = SecurityTier.Official, ReleaseTo = [Force("kent")] } }, "\"1\"");
        Answer later = await host.GetAsync("/v1/changes?cursor=" + essex.Json.GetProperty("cursor").GetString(), Essex);
        Assert.Equal("record.unavailable.v1", Assert.Single(later.Json.GetProperty("events").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_last_event_and_ends_with_the_token()
    {
        await using PartnerTestHost host = await StartAsync();
        (Person first, Person second) = (Samples.Person(), Samples.Person());
        await host.HaveAsync(first);
        string ending = Kent + ";exp=" + (host.Time.GetUtcNow() + TimeSpan.FromMinutes(3)).ToUnixTimeSeconds();
        await using Subscription stream = await Subscription.OpenAsync(host, ending);
        (first, Person earlier) = (Samples.Person(), first);
        await host.HaveAsync(first);
        SseItem<string> one = await stream.NextAsync();
        Assert.NotEqual(earlier.Id.Canonical, RecordOf(one));
        Assert.Equal(("change", first.Id.Canonical), (one.EventType, RecordOf(one)));
        await host.HaveAsync(second);
        SseItem<string> two = await stream.NextAsync();
        Assert.Equal(second.Id.Canonical, RecordOf(two));
        // However often a stream tells, each time is written down.
        foreach (Person told in new[] { first, second }) Assert.Single(host.Log.Entries, entry => entry.Text == "changes" && entry.Records.AsEnumerable().Contains(told.Id));

        await using Subscription again = await Subscription.OpenAsync(host, ending, ("Last-Event-ID", one.EventId!));
        Assert.Equal(second.Id.Canonical, RecordOf(await again.NextAsync()));
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await stream.EndAsync(host);
        await again.EndAsync(host);
    }

    [Fact]
    public async Task A_stream_ends_when_it_is_decided_anew_and_the_answer_is_no()
    {
        Switchable decisions = new();
        await using PartnerTestHost host = await StartAsync(services: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Ethics.IPolicyDecisionPoint>(services, decisions));
        string lasting = Kent + ";exp=" + (host.Time.GetUtcNow() + TimeSpan.FromHours(3)).ToUnixTimeSeconds();
        await using Subscription stream = await Subscription.OpenAsync(host, lasting);
        await host.HaveAsync(Samples.Person());
        await stream.NextAsync();
        decisions.Permits = false;
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await stream.EndAsync(host);
    }

    [Fact]
    public async Task A_stream_that_missed_what_the_store_has_forgotten_breaks_off_and_who_comes_again_is_told_why()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        string lasting = Kent + ";exp=" + (host.Time.GetUtcNow() + TimeSpan.FromHours(3)).ToUnixTimeSeconds();
        await using Subscription stream = await Subscription.OpenAsync(host, lasting);
        await host.HaveAsync(Samples.Person());
        SseItem<string> last = await stream.NextAsync();
        store.Forgotten = 3;
        await host.HaveAsync(Samples.Person());
        await stream.BreakOffAsync();
        Answer again = await host.GetAsync("/v1/changes", headers: [("Accept", "text/event-stream"), ("Last-Event-ID", last.EventId!)]);
        Assert.Equal((HttpStatusCode.Gone, "cursor-expired"), (again.Status, again.Code));
    }

    private static string RecordOf(SseItem<string> item) => JsonDocument.Parse(item.Data).RootElement.GetProperty("data").GetProperty("record").GetString()!;

    private sealed class Switchable : Ethics.IPolicyDecisionPoint
    {
        public volatile bool Permits = true;

        public Ethics.DecisionTransport Transport => Ethics.DecisionTransport.InProcess;

        public ValueTask<Ethics.AccessDecision> DecideAsync(Ethics.AccessRequest request, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Permits ? Ethics.AccessDecision.Permit("p", ["r"]) : Ethics.AccessDecision.Deny(Ethics.DecisionCause.NothingPermits));
    }

    private sealed class Subscription : IAsyncDisposable
    {
        private readonly HttpClient _client;
        private readonly HttpResponseMessage _response;
        private readonly IAsyncEnumerator<SseItem<string>> _items;

        private Subscription(HttpClient client, HttpResponseMessage response, Stream stream)
        {
            (_client, _response) = (client, response);
            _items = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        }

        public static async Task<Subscription> OpenAsync(PartnerTestHost host, string claims, params (string Name, string Value)[] headers)
        {
            HttpClient client = host.NewClient();
            client.Timeout = s_safety;
            using HttpRequestMessage request = Message(HttpMethod.Get, "/v1/changes", null, claims, Access, [("Accept", "text/event-stream"), .. headers]);
            HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            return new Subscription(client, response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        }

        public async Task<SseItem<string>> NextAsync()
        {
            Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(s_safety, TestContext.Current.CancellationToken));
            return _items.Current;
        }

        /// <summary>It ends without its end: a reader that took it for one would believe that nothing is missing.</summary>
        public async Task BreakOffAsync() => await Assert.ThrowsAnyAsync<IOException>(() => _items.MoveNextAsync().AsTask().WaitAsync(s_safety, TestContext.Current.CancellationToken));

        /// <summary>The clock of the host goes on until the stream has ended: where the stream was when it was turned, nobody knows.</summary>
        public async Task EndAsync(PartnerTestHost host)
        {
            Task<bool> next = _items.MoveNextAsync().AsTask();
            for (int turns = 0; !next.IsCompleted && turns < 6_000; turns++)
            {
                host.Time.Advance(TimeSpan.FromSeconds(2));
                await Task.WhenAny(next, Task.Delay(10, TestContext.Current.CancellationToken));
            }
            Assert.False(await next.WaitAsync(s_safety, TestContext.Current.CancellationToken));
        }

        public async ValueTask DisposeAsync()
        {
            _response.Dispose();
            _client.Dispose();
            await Task.CompletedTask;
        }
    }
}
