using System.Net;
using System.Text.Json;
using Policing.DataModel;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>A host that goes wrong on purpose.</summary>
public sealed class FaultTests
{
    private static Task<PartnerTestHost> WithAsync(PartnerFault fault) =>
        StartAsync(options => options.Faults = new PartnerFaults { Choose = http => http.Request.Headers.ContainsKey("X-Wrong") ? fault : PartnerFault.None });

    [Theory]
    [InlineData(PartnerFault.Stale, 412, "stale")]
    [InlineData(PartnerFault.RateLimited, 429, "rate-limited")]
    [InlineData(PartnerFault.Unavailable, 503, "unavailable")]
    public async Task A_refusal_does_nothing(PartnerFault fault, int status, string code)
    {
        await using PartnerTestHost host = await WithAsync(fault);
        Person person = Samples.Person();
        Answer answer = await host.SendAsync(HttpMethod.Put, PathOf(person), DataModel.Json.PoliceJson.Write(person), headers: [("If-None-Match", "*"), ("X-Wrong", "1")]);
        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.Code));
        Assert.Equal(status != 412, answer.Headers.Contains("Retry-After", StringComparison.Ordinal));
        Assert.Null(await host.Store.FindAsync("south", person.Id, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Created, (await host.CreateAsync(person)).Status);
    }

    [Fact]
    public async Task A_lost_answer_is_carried_out()
    {
        await using PartnerTestHost host = await WithAsync(PartnerFault.LostAnswer);
        Person person = Samples.Person();
        await Assert.ThrowsAnyAsync<Exception>(() => host.SendAsync(HttpMethod.Put, PathOf(person), DataModel.Json.PoliceJson.Write(person), headers: [("If-None-Match", "*"), ("X-Wrong", "1")]));
        Assert.NotNull(await host.Store.FindAsync("south", person.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_malformed_answer_is_no_json()
    {
        await using PartnerTestHost host = await WithAsync(PartnerFault.Malformed);
        Person person = Samples.Person();
        await host.HaveAsync(person);
        Answer answer = await host.GetAsync(PathOf(person), headers: ("X-Wrong", "1"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_has_come()
    {
        await using PartnerTestHost host = await WithAsync(PartnerFault.Slow);
        Task<Answer> answer = host.GetAsync(PathOf(Samples.Person()), headers: ("X-Wrong", "1"));
        for (int turns = 0; !answer.IsCompleted && turns < 6_000; turns++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(answer, Task.Delay(10, TestContext.Current.CancellationToken));
        }
        Assert.Equal("not-available", (await answer).Code);
    }
}
