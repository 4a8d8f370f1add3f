using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests.Calls;

/// <summary>A second request under a key while the first is worked on; and no key that stays held.</summary>
public sealed class InProgressTests
{
    private const string Key = "\"0190b4a2-6c1e-7d3a\"";
    private const string Retract = """{"action":"retract"}""";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    private static Task<Answer> ChangeAsync(PartnerTestHost host, Person person, string claims = Kent, string key = Key) =>
        host.PostAsync(PathOf(person) + "/status", Retract, claims, Disposing, ("Idempotency-Key", key));

    private static int Running(PartnerTestHost host) => host.Services.GetRequiredService<PartnerParts>().Running.Count;

    [Fact]
    public async Task The_second_of_two_is_told_to_wait_and_then_gets_what_came_of_the_first()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Person person = Samples.Person();
        await host.HaveAsync(person);
        (Task waits, TaskCompletionSource goOn) = store.HoldNextCommit();
        Task<Answer> first = ChangeAsync(host, person);
        await waits;
        Answer second = await ChangeAsync(host, person);
        Assert.Equal((HttpStatusCode.Conflict, "request-in-progress"), (second.Status, second.Code));
        Assert.Contains("Retry-After: 1" + Environment.NewLine, second.Headers, StringComparison.Ordinal);
        Assert.Equal("request-in-progress", host.Log.Find(second.Entry)!.Text);
        // Another key, and the same of another client, are others.
        Assert.Equal(2, (await ChangeAsync(host, person, key: "\"0190b4a2-6c1e-7d3b\"")).Json.GetProperty("version").GetInt32());
        Assert.Equal(3, (await ChangeAsync(host, person, Kent.Replace("kent-rms", "kent-intel", StringComparison.Ordinal))).Json.GetProperty("version").GetInt32());
        goOn.SetResult();
        Assert.Equal(4, (await first).Json.GetProperty("version").GetInt32());
        Assert.Equal(4, (await ChangeAsync(host, person)).Json.GetProperty("version").GetInt32());
        Assert.Equal(0, Running(host));
    }

    [Fact]
    public async Task Of_a_bundle_too()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Bundle bundle = new()
        {
            Id = RecordId.New(),
            Kind = BundleKind.Submission,
            OperationalStatus = OperationalStatus.Test,
            SentAt = RecordedTime.Parse("2026-11-01T08:00:00Z"),
            Sender = Force("essex"),
            Recipients = [Force("kent")],
            Controllers = [Force("essex")],
            Sharing = new Sharing { Agreement = "ISA-1", Purpose = ProcessingPurpose.Investigation },
            Records = [Samples.Person(force: "essex")],
        };
        Task<Answer> SendAsync() => host.SendAsync(HttpMethod.Post, "/v1/bundles", PoliceJson.Write(bundle), Essex);
        (Task waits, TaskCompletionSource goOn) = store.HoldNextCommit();
        Task<Answer> first = SendAsync();
        await waits;
        Assert.Equal("request-in-progress", (await SendAsync()).Code);
        goOn.SetResult();
        string receipt = (await first).Text;
        Assert.Equal(HttpStatusCode.Accepted, (await first).Status);
        Assert.Equal(receipt, (await SendAsync()).Text);
        Assert.Equal(0, Running(host));
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_failure()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Person person = Samples.Person();
        await host.HaveAsync(person);
        store.BeforeNextCommit(static (_, _, _) => throw new InvalidOperationException("The disk is gone."));
        Assert.Equal("internal", (await ChangeAsync(host, person)).Code);
        Assert.Equal(0, Running(host));
        Assert.Equal(2, (await ChangeAsync(host, person)).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_key_is_free_again_when_its_caller_has_gone()
    {
        (PartnerTestHost host, StoreBetween store) = await StoreBetween.StartAsync();
        await using PartnerTestHost ending = host;
        Person person = Samples.Person();
        await host.HaveAsync(person);
        TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously), gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        store.BeforeNextCommit(async (_, _, cancellationToken) =>
        {
            waits.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ContinueWith(_ => gone.SetResult(), TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
        });
        using CancellationTokenSource leaving = new();
        using HttpClient client = host.NewClient();
        using HttpRequestMessage request = Message(HttpMethod.Post, PathOf(person) + "/status", System.Text.Encoding.UTF8.GetBytes(Retract), Kent, Disposing, ("Idempotency-Key", Key));
        Task<HttpResponseMessage> first = client.SendAsync(request, leaving.Token);
        await waits.Task;
        Assert.Equal(1, Running(host));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await gone.Task;
        // The request has still to unwind; a caller that sends again meanwhile is told to wait, as ever.
        Answer again;
        do again = await ChangeAsync(host, person);
        while (again.Code == "request-in-progress");
        Assert.Equal(2, again.Json.GetProperty("version").GetInt32());
        Assert.Equal(0, Running(host));
    }

    [Fact]
    public async Task Two_hosts_over_one_store_do_it_once_by_the_store()
    {
        InMemoryPartnerStore shared = new();
        (PartnerTestHost one, StoreBetween store) = await StoreBetween.StartAsync(shared);
        (PartnerTestHost other, _) = await StoreBetween.StartAsync(shared);
        await using PartnerTestHost ending = one, endingToo = other;
        Person person = Samples.Person();
        await one.HaveAsync(person);
        (Task waits, TaskCompletionSource goOn) = store.HoldNextCommit();
        Task<Answer> first = ChangeAsync(one, person);
        await waits;
        Assert.Equal(2, (await ChangeAsync(other, person)).Json.GetProperty("version").GetInt32());
        goOn.SetResult();
        Assert.Equal(2, (await first).Json.GetProperty("version").GetInt32());
        Assert.Equal(2, (await shared.HistoryAsync("south", person.Id, Ending)).Count);
    }
}
