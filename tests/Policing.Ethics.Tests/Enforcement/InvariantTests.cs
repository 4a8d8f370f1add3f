using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Policing.Ethics.Tests.SampleContexts;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Enforcement;

/// <summary>
/// What must hold of every place where decisions are enforced, here of the plain interface and of the handler; of the endpoint filter
/// in Policing.Ethics.AspNetCore.Tests. The six are those of the SAPL implementation specification.
/// </summary>
public sealed class InvariantTests
{
    public enum Place
    {
        PlainInterface,
        Handler,
    }

    public static TheoryData<Place> Places { get; } = [Place.PlainInterface, Place.Handler];

    /// <summary>Runs work at the place; true when it ran.</summary>
    private static async Task<bool> Runs(Place place, Gates gates, AccessRequest? asked = null)
    {
        AccessRequest request = asked ?? Consult();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        try
        {
            if (place is Place.Handler)
            {
                using HttpClient client = gates.Client();
                using HttpRequestMessage message = new(HttpMethod.Get, "https://partner.example/");
                if (request.Context is { } context) message.For(context);
                using HttpResponseMessage response = await client.SendAsync(message.Describe(request), cancel);
                return gates.Server.Calls > 0;
            }
            return await gates.Gate.For(request.Context ?? Investigator with { Purpose = null! }).RunAsync(request, _ => ValueTask.FromResult(true), cancel);
        }
        catch (AccessRefusedException refusal)
        {
            Assert.Equal(0, gates.Server.Calls);
            Assert.DoesNotContain("sample", refusal.Message, StringComparison.OrdinalIgnoreCase);
            return false;
        }
    }

    private static Gates WithDecision(Func<AccessRequest, ValueTask<AccessDecision>> decide, DecisionTransport transport = DecisionTransport.Encrypted)
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        gates.Services.Replace(ServiceDescriptor.Singleton<IPolicyDecisionPoint>(new ScriptedDecisions(decide, transport)));
        return gates;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task I1_only_a_permit_grants(Place place)
    {
        Assert.True(await Runs(place, Gates.Over(Set(Permit("p")))));
        Assert.False(await Runs(place, Gates.Over(Set())));
        Assert.False(await Runs(place, Gates.Over(Set(Permit("p"), Forbid("f")))));
        Assert.False(await Runs(place, Gates.Over(Set(Permit("p"), Permit("e", null, RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.In, "kent"))))));
        Assert.False(await Runs(place, Gates.Over(Set(Permit("p"))), Consult() with { Context = null }));
        Assert.False(await Runs(place, WithDecision(_ => ValueTask.FromResult<AccessDecision>(null!))));
        Assert.False(await Runs(place, WithDecision(_ => ValueTask.FromResult(AccessDecision.Permit("", [])))));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task I2_every_obligation_has_a_handler_before_anything_runs(Place place)
    {
        Gates gates = Gates.Over(Set(Permit("p"), Oblige("o", new LeaveOut { Classes = RecordClasses.Sensitive }), Oblige("n", new Notify { Role = "r", Within = TimeSpan.FromSeconds(5) })));
        Assert.False(await Runs(place, gates));
        Assert.Equal(DecisionCause.ObligationWithoutHandler, gates.LastEntry.Decision!.Cause);
        Assert.Contains("leave-out sensitive", gates.LastEntry.Decision.AuditReason, StringComparison.Ordinal);
        Assert.Empty(gates.Notifier.Told);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task I3_a_handler_that_fails_denies_and_all_others_still_run(Place place)
    {
        Gates gates = Gates.Over(Set(
            Permit("p"), Oblige("a", new Notify { Role = "first", Within = TimeSpan.FromSeconds(5) }), Oblige("b", new SecondPersonAfterwards { Role = "second", Within = TimeSpan.FromHours(1) }),
            Oblige("c", new Notify { Role = "third", Within = TimeSpan.FromSeconds(5) })));
        gates.Notifier.Fails = new InvalidOperationException("QZX-CANARY");
        Assert.False(await Runs(place, gates));
        Assert.Equal(["first", "third"], gates.Notifier.Told.Select(told => told.Role));
        Assert.Equal("second", Assert.Single(gates.Reviews.Due).Role);
        Assert.Equal(DecisionCause.ObligationFailed, gates.LastEntry.Decision!.Cause);
        Assert.DoesNotContain(gates.Heard.Lines, line => line.Contains("QZX-CANARY", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task I4_a_decision_point_in_the_clear_is_not_asked(Place place)
    {
        Gates gates = WithDecision(_ => throw new InvalidOperationException("It was asked."), DecisionTransport.Plain);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runs(place, gates));
        Assert.Empty(gates.Log.Entries);
        Assert.Equal(0, gates.Server.Calls);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task I5_a_decision_point_that_cannot_be_reached_denies_and_is_asked_again(Place place)
    {
        int asked = 0;
        Gates gates = WithDecision(_ => ++asked == 1 ? throw new HttpRequestException("QZX-CANARY") : ValueTask.FromResult(AccessDecision.Permit("sha256:0", ["p"])));
        Assert.False(await Runs(place, gates));
        Assert.Equal(DecisionCause.DecisionUnavailable, gates.LastEntry.Decision!.Cause);
        Assert.Equal(RefusalCode.Unavailable, gates.LastEntry.Decision.RefusalCode);
        Assert.True(await gates.Gate.For(Investigator).RunAsync(Consult(), _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(gates.Heard.Lines, line => line.Contains("QZX-CANARY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task I5_a_decision_that_takes_too_long_is_a_refusal()
    {
        TaskCompletionSource<AccessDecision> never = new();
        Gates gates = WithDecision(_ => new ValueTask<AccessDecision>(never.Task));
        ValueTask<bool> running = gates.Gate.For(Investigator).RunAsync(Consult(), _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken);
        gates.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(RefusalCode.Unavailable, (await Assert.ThrowsAsync<AccessRefusedException>(() => running.AsTask())).Code);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task I6_a_caller_learns_a_code_and_an_entry_and_nothing_of_the_rules(Place place)
    {
        Gates gates = Gates.Over(Set(Permit("sample-permit", new() { Purposes = ["vetting"] })));
        Assert.False(await Runs(place, gates));
        Assert.Contains("nearest: sample-permit needs purpose vetting", gates.LastEntry.Decision!.AuditReason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Without_an_audit_entry_nothing_runs(Place place)
    {
        Gates gates = Gates.Over(Set(Permit("p")));
        gates.Services.Replace(ServiceDescriptor.Singleton<IAuditLog>(new InMemoryAuditLog(capacity: 1)));
        Assert.True(await Runs(place, gates));
        AccessRefusedException refusal = await Assert.ThrowsAsync<AccessRefusedException>(() => gates.Gate.For(Investigator).RunAsync(Consult(), _ => ValueTask.FromResult(true), TestContext.Current.CancellationToken).AsTask());
        Assert.Equal((RefusalCode.Unavailable, true), (refusal.Code, refusal.Entry.IsNone));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_refusal_is_written_down_and_told_and_a_failing_notifier_changes_nothing(Place place)
    {
        Gates gates = Gates.Over(Set(Permit("p"), Forbid("f") with { Obligations = [new Notify { Role = "standards", Within = TimeSpan.FromSeconds(5) }] }));
        gates.Notifier.Fails = new InvalidOperationException();
        Assert.False(await Runs(place, gates));
        Assert.Equal((DecisionCause.RuleForbids, AccessOutcome.Denied), (gates.LastEntry.Decision!.Cause, gates.LastEntry.Decision.Outcome));
        Assert.True(Assert.Single(gates.Notifier.Told).IsRefusal);
    }
}
