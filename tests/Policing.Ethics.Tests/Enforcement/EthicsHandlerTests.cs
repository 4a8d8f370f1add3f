using static Policing.Ethics.Tests.SampleContexts;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Enforcement;

public sealed class EthicsHandlerTests
{
    private static readonly LeaveOut s_sensitive = new() { Classes = RecordClasses.Sensitive };

    private static async Task<HttpResponseMessage> Send(Gates gates, Action<HttpRequestMessage> prepare, Action<EthicsHandlerOptions>? configure = null, HttpMethod? method = null)
    {
        using HttpClient client = gates.Client(configure);
        HttpRequestMessage message = new(method ?? HttpMethod.Get, "https://partner.example/");
        prepare(message);
        return await client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_without_a_purpose_is_not_sent()
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        AccessRefusedException refusal = await Assert.ThrowsAsync<AccessRefusedException>(() => Send(gates, _ => { }));
        Assert.Equal((RefusalCode.PurposeRequired, 0), (refusal.Code, gates.Server.Calls));
        Assert.Equal(DecisionCause.NoContext, gates.Log.Find(refusal.Entry)!.Decision!.Cause);
    }

    [Fact]
    public async Task A_permit_that_asks_for_changes_is_a_refusal_unless_the_client_above_carries_them_out()
    {
        PolicySet set = Set(Permit("p"), Oblige("o", s_sensitive));
        Gates foreign = Gates.Over(set);
        await Assert.ThrowsAsync<AccessRefusedException>(() => Send(foreign, message => message.For(Investigator).Describe(Consult())));
        Assert.Contains("leave-out sensitive", foreign.LastEntry.Decision!.AuditReason, StringComparison.Ordinal);

        Gates typed = Gates.Over(set);
        HttpRequestMessage? sent = null;
        using HttpResponseMessage response = await Send(typed, message => sent = message.For(Investigator).Describe(Consult()).WillCarryOut(obligation => obligation is LeaveOut));
        Assert.Equal("released", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal([s_sensitive], sent!.GetDecision()!.Obligations);
    }

    [Theory]
    [InlineData("GET", AccessOperation.Consultation)]
    [InlineData("HEAD", AccessOperation.Consultation)]
    [InlineData("DELETE", AccessOperation.Erasure)]
    [InlineData("POST", AccessOperation.Disclosure)]
    [InlineData("PUT", AccessOperation.Disclosure)]
    [InlineData("PATCH", AccessOperation.Disclosure)]
    public async Task What_a_call_does_follows_from_its_method_unless_it_says(string method, AccessOperation operation)
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        using HttpResponseMessage response = await Send(gates, message => message.For(Investigator), method: new(method));
        Assert.Equal(operation, gates.LastEntry.Operation);
    }

    [Fact]
    public async Task The_clients_description_counts_and_the_calls_own_wins()
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        using HttpClient client = gates.Client(options => options.Describe = _ => new() { Operation = AccessOperation.Consultation, RecordType = "vehicle" });
        using HttpRequestMessage one = new(HttpMethod.Post, "https://partner.example/");
        using HttpRequestMessage two = new(HttpMethod.Post, "https://partner.example/");
        (await client.SendAsync(one.For(Investigator), TestContext.Current.CancellationToken)).Dispose();
        (await client.SendAsync(two.For(Investigator).Describe(Consult("custody")), TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(["vehicle", "custody"], gates.Log.Entries.Select(entry => entry.RecordType));
    }

    [Fact]
    public void A_synchronous_call_is_not_sent()
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        using HttpClient client = gates.Client();
        using HttpRequestMessage message = new(HttpMethod.Get, "https://partner.example/");
        Assert.Throws<NotSupportedException>(() => client.Send(message.For(Investigator), TestContext.Current.CancellationToken));
        Assert.Equal(0, gates.Server.Calls);
    }
}
