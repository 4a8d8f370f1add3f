using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Policing.Client;
using Policing.Client.Tests;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests.Calls;

/// <summary>Each client has so many calls; one too many is told when to come again, and is not carried out.</summary>
public sealed class RateLimitTests
{
    private static Task<PartnerTestHost> WithAsync(int calls, int seconds) => StartAsync(options => options.RateLimit = new PartnerRateLimit(calls, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task One_call_too_many_is_told_when_to_come_again_and_does_nothing()
    {
        await using PartnerTestHost host = await WithAsync(2, 10);
        Person[] people = [Samples.Person(), Samples.Person(), Samples.Person()];
        await host.HaveAsync(people[0], people[1]);
        Answer refused = await host.CreateAsync(people[2]);
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate-limited", "https://schemas.policing-sdk.example/problems/rate-limited"), (refused.Status, refused.Code, refused.Json.GetProperty("type").GetString()));
        Assert.Contains("Retry-After: 5" + Environment.NewLine, refused.Headers, StringComparison.Ordinal);
        Assert.Null(await host.Store.FindAsync("south", people[2].Id, TestContext.Current.CancellationToken));
        host.Time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.Contains("Retry-After: 1" + Environment.NewLine, (await host.CreateAsync(people[2])).Headers, StringComparison.Ordinal);
        host.Time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(HttpStatusCode.Created, (await host.CreateAsync(people[2])).Status);
        Assert.Equal("rate-limited", (await host.GetAsync("/v1/capabilities", access: null)).Code);
    }

    [Fact]
    public async Task Another_client_and_another_tenant_have_calls_of_their_own_and_no_header_makes_a_new_client()
    {
        await using PartnerTestHost host = await WithAsync(1, 60);
        await host.GetAsync("/v1/changes");
        Assert.Equal("rate-limited", (await host.GetAsync("/v1/changes")).Code);
        Assert.Equal("rate-limited", (await host.GetAsync("/v1/changes", Kent.Replace("u-1001", "u-1002", StringComparison.Ordinal), headers: ("Policing-Correlation", Guid.NewGuid().ToString()))).Code);
        Assert.Null((await host.GetAsync("/v1/changes", Essex)).Code);
        Assert.Null((await host.GetAsync("/v1/changes", Kent.Replace("tenant=south", "tenant=north", StringComparison.Ordinal))).Code);
        // Whoever shows no token is nobody's client.
        Assert.Equal("unauthenticated", (await host.GetAsync("/v1/changes", claims: null)).Code);
        Assert.Equal("unauthenticated", (await host.GetAsync("/v1/changes", claims: null)).Code);
    }

    [Fact]
    public async Task Unless_told_there_is_no_limit()
    {
        await using PartnerTestHost host = await StartAsync();
        for (int call = 0; call < 200; call++) Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/capabilities", access: null)).Status);
    }

    [Fact]
    public async Task Of_a_clients_refusals_one_a_minute_has_an_entry_which_names_it_and_counts_them()
    {
        await using PartnerTestHost host = await WithAsync(1, 3600);
        await host.GetAsync("/v1/changes");
        int before = host.Log.Entries.Count;
        Answer first = await host.GetAsync("/v1/changes");
        Assert.Same(host.Log.Entries[^1], host.Log.Find(first.Entry));
        Assert.Equal(("rate-limited", "kent-rms", DecisionCause.Undecided), (host.Log.Entries[^1].Text, host.Log.Entries[^1].Context!.Actor.System, host.Log.Entries[^1].Decision!.Cause));
        for (int call = 0; call < 40; call++) Assert.False((await host.GetAsync("/v1/changes")).Json.TryGetProperty("auditEntry", out _));
        Assert.Equal(before + 1, host.Log.Entries.Count);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        AuditEntryId second = (await host.GetAsync("/v1/changes")).Entry;
        Assert.Same(host.Log.Entries[^1], host.Log.Find(second));
        Assert.Equal((before + 2, "rate-limited 41"), (host.Log.Entries.Count, host.Log.Entries[^1].Text));
    }

    [Fact]
    public async Task The_client_of_the_SDK_waits_and_succeeds()
    {
        VirtualClock clock = new();
        await using PartnerTestHost host = await StartAsync(options => options.RateLimit = new PartnerRateLimit(2, TimeSpan.FromSeconds(20)), services => services.AddSingleton<TimeProvider>(clock));
        using PolicingClient client = PolicingClient.Create(
            new PolicingClientOptions { BaseAddress = new Uri("http://localhost/"), AccessToken = static (_, _) => ValueTask.FromResult("test") }, host.NewTransport(), clock);
        PartnerSession session = client.For(new AccessContext
        {
            Actor = new() { Agency = Force("kent"), System = "kent-rms", Person = "u-1001" },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1234/31",
            Justification = "Enquiry of the officer in the case",
        });
        DateTimeOffset begun = clock.GetUtcNow();
        for (int call = 0; call < 4; call++)
        {
            Task<WriteAnswer> write = session.Records.CreateAsync(Samples.Person(), TestContext.Current.CancellationToken);
            await clock.PassUntilAsync(write, TestContext.Current.CancellationToken);
            Assert.Equal(WriteChange.Created, (await write).Change);
        }
        // Two at once, and then one each ten seconds.
        Assert.InRange(clock.GetUtcNow() - begun, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(21));
        Assert.Single(host.Log.Entries, entry => entry.Text == "rate-limited");
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(100, 60)]
    public void However_the_calls_come_there_are_never_more_than_the_bucket_and_what_fills_it(int calls, int seconds)
    {
        Random random = new(7);
        FakeTimeProvider time = new();
        CallerRates rates = new(new PartnerRateLimit(calls, TimeSpan.FromSeconds(seconds)), time);
        PartnerCaller caller = new("south", "kent-rms", new HashSet<string>(), null);
        TimeSpan each = TimeSpan.FromSeconds(seconds) / calls;
        List<TimeSpan> let = [];
        TimeSpan now = TimeSpan.Zero;
        for (int call = 0; call < 10_000; call++)
        {
            if (random.Next(4) == 0)
            {
                TimeSpan pause = each * (random.NextDouble() * (random.Next(40) == 0 ? calls : 3));
                time.Advance(pause);
                now += pause;
            }
            if (rates.Take(caller) is not { } refused)
            {
                let.Add(now);
                continue;
            }
            // Who waits as he is told is let through, and who comes before is not.
            TimeSpan wait = refused.Wait - TimeSpan.FromTicks(1);
            time.Advance(wait);
            now += wait;
            Assert.NotNull(rates.Take(caller));
            time.Advance(TimeSpan.FromTicks(1));
            now += TimeSpan.FromTicks(1);
            Assert.Null(rates.Take(caller));
            let.Add(now);
        }
        Assert.True(let.Count > 1_000);
        for (int first = 0; first < let.Count; first++)
            for (int last = first; last < Math.Min(let.Count, first + (5 * calls)); last++)
                Assert.True(last - first + 1 <= calls + ((let[last] - let[first]) / each) + 0.001, $"{last - first + 1} calls in {let[last] - let[first]}");
    }

    [Fact]
    public void Clients_that_have_rested_are_not_kept_in_mind()
    {
        FakeTimeProvider time = new();
        CallerRates rates = new(new PartnerRateLimit(10, TimeSpan.FromSeconds(10)), time);
        for (int client = 0; client < 20_000; client++)
        {
            Assert.Null(rates.Take(new PartnerCaller("south", "client-" + client, new HashSet<string>(), null)));
            time.Advance(TimeSpan.FromMilliseconds(100));
        }
        Assert.InRange(rates.Count, 1, 1_100);
    }
}
