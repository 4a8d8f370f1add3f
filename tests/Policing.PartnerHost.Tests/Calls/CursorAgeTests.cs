using System.Buffers.Text;
using System.Net;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests.Calls;

/// <summary>Cursors end: by age, and where the store has forgotten what came after them. Who comes with one is told so, and not given less than there was.</summary>
public sealed class CursorAgeTests
{
    private const string Query = """{"type":"person","match":{"name":{"surname":"Sampleson"}},"limit":1""";

    private static async Task<string> CursorAsync(PartnerTestHost host, string cursor = "") =>
        (await host.GetAsync("/v1/changes" + (cursor.Length == 0 ? "" : "?cursor=" + cursor))).Json.GetProperty("cursor").GetString()!;

    [Fact]
    public async Task A_cursor_of_a_search_is_taken_back_for_a_day()
    {
        await using PartnerTestHost host = await StartAsync();
        await host.HaveAsync(Samples.Person(), Samples.Person());
        string cursor = (await host.PostAsync("/v1/search", Query + "}")).Json.GetProperty("cursor").GetString()!;
        string next = $"{Query},\"cursor\":\"{cursor}\"}}";
        host.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/v1/search", next)).Status);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Answer expired = await host.PostAsync("/v1/search", next);
        Assert.Equal((HttpStatusCode.Gone, "cursor-expired"), (expired.Status, expired.Code));
        Assert.Equal("cursor-expired", host.Log.Find(expired.Entry)!.Text);
        // Whose it never was is told nothing of its age.
        Assert.Equal("cursor-invalid", (await host.PostAsync("/v1/search", next, Essex)).Code);
    }

    [Fact]
    public async Task A_cursor_of_the_feed_is_taken_back_for_thirty_days_and_who_comes_in_time_has_a_fresh_one()
    {
        await using PartnerTestHost host = await StartAsync();
        await host.HaveAsync(Samples.Person());
        string old = await CursorAsync(host);
        host.Time.Advance(TimeSpan.FromDays(29));
        string fresh = await CursorAsync(host, old);
        Assert.NotEqual(old, fresh);
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("cursor-expired", (await host.GetAsync("/v1/changes?cursor=" + old)).Code);
        Assert.Equal("cursor-expired", (await host.GetAsync("/v1/changes", headers: [("Accept", "text/event-stream"), ("Last-Event-ID", old)])).Code);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/changes?cursor=" + fresh)).Status);
    }

    [Fact]
    public async Task How_long_is_the_hosts_to_say_and_the_time_is_nobodys_to_change()
    {
        await using PartnerTestHost host = await StartAsync(options => options.ChangeCursorsLast = TimeSpan.FromMinutes(1));
        string cursor = await CursorAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("cursor-expired", (await host.GetAsync("/v1/changes?cursor=" + cursor)).Code);
        string[] parts = cursor.Split('.');
        byte[] content = Base64Url.DecodeFromChars(parts[1]);
        content[7] += 61;
        Assert.Equal("cursor-invalid", (await host.GetAsync($"/v1/changes?cursor=c.{Base64Url.EncodeToString(content)}.{parts[2]}")).Code);
        // A cursor of before there were times in them.
        Assert.Equal("cursor-invalid", (await host.GetAsync($"/v1/changes?cursor=c.{Base64Url.EncodeToString(content.AsSpan(8))}.{parts[2]}")).Code);
    }

    [Fact]
    public async Task Who_missed_changes_that_the_store_has_forgotten_is_told_so_and_who_begins_anew_gets_what_is_kept()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        await host.HaveAsync(Samples.Person());
        string first = await CursorAsync(host);
        await host.HaveAsync(Samples.Person(), Samples.Person());
        string all = await CursorAsync(host);
        store.Forgotten = 2;
        Assert.Equal((HttpStatusCode.Gone, "cursor-expired"), (await host.GetAsync("/v1/changes?cursor=" + first) is var gone ? gone.Status : default, gone.Code));
        Assert.Equal(1, (await host.GetAsync("/v1/changes")).Json.GetProperty("events").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/v1/changes?cursor=" + all)).Status);
        // Where nothing is left, the cursor of the empty page is one to go on with.
        store.Forgotten = 3;
        string empty = await CursorAsync(host);
        await host.HaveAsync(Samples.Person());
        Assert.Equal(1, (await host.GetAsync("/v1/changes?cursor=" + empty)).Json.GetProperty("events").GetArrayLength());
    }
}
