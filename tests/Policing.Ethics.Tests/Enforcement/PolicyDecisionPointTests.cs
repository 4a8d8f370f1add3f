using Microsoft.Extensions.Time.Testing;
using static Policing.Ethics.Tests.SampleContexts;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Enforcement;

public sealed class PolicyDecisionPointTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static AccessDecision Decide(PolicyDecisionPoint point) => DecideFor(point, Investigator);

    // It decides in the process, and so at once.
    private static AccessDecision DecideFor(PolicyDecisionPoint point, AccessContext? context) =>
        point.DecideAsync(Consult() with { Context = context }, TestContext.Current.CancellationToken).AsTask().Result;

    [Fact]
    public void Turning_the_clock_back_brings_no_rule_back()
    {
        FakeTimeProvider time = new(s_start) { };
        PolicySet set = Set(Permit("until-today") with { InForceUntil = new(2026, 11, 26) }, Permit("q", new() { Purposes = ["vetting"] }));
        PolicyDecisionPoint point = new([new(set, null)], time);
        Assert.True(Decide(point).IsPermitted);
        time.Advance(TimeSpan.FromDays(1));
        Assert.False(Decide(point).IsPermitted);

        time.AdjustTime(s_start);
        Assert.Equal((DecisionCause.ClockWentBack, RefusalCode.Unavailable), (Decide(point).Cause, Decide(point).RefusalCode));
    }

    [Fact]
    public void Where_both_times_agree_a_clock_that_went_back_stops_nobody()
    {
        FakeTimeProvider time = new(s_start);
        PolicyDecisionPoint point = new([new(Set(Permit("p")), null)], time);
        Decide(point);
        time.AdjustTime(s_start.AddDays(-30));
        Assert.True(Decide(point).IsPermitted);
    }

    [Fact]
    public void A_forbid_that_is_not_yet_in_force_again_counts()
    {
        FakeTimeProvider time = new(s_start);
        PolicyDecisionPoint point = new([new(Set(Permit("p"), Forbid("f") with { InForceFrom = new(2026, 11, 25) }), null)], time);
        Assert.False(Decide(point).IsPermitted);
        time.AdjustTime(s_start.AddDays(-2));
        Assert.False(Decide(point).IsPermitted);
    }

    [Fact]
    public void A_set_in_shadow_mode_refuses_nobody_until_its_day_and_then_does()
    {
        FakeTimeProvider time = new(s_start);
        PolicySet enforced = PolicySet.Create("enforced", "1", [Permit("p")]);
        PolicySet trial = PolicySet.Create("trial", "1", [Forbid("f")]);
        PolicyDecisionPoint point = new([new(enforced, null), new(trial, s_start.AddDays(10))], time);

        AccessDecision before = Decide(point);
        Assert.Equal((true, false), (before.IsPermitted, before.Shadow!.IsPermitted));
        Assert.Equal(["f"], before.Shadow.Rules);
        Assert.Contains("in shadow mode: Denied: a rule forbids it", before.AuditReason, StringComparison.Ordinal);

        time.Advance(TimeSpan.FromDays(10));
        AccessDecision after = Decide(point);
        Assert.Equal((false, null), (after.IsPermitted, after.Shadow));
    }

    [Fact]
    public void Where_nothing_is_enforced_yet_a_purpose_is_needed_even_so()
    {
        PolicyDecisionPoint point = new([new(Set(), s_start.AddDays(1))], new FakeTimeProvider(s_start));
        AccessDecision decision = Decide(point);
        Assert.Equal((true, true, DecisionCause.NothingPermits), (decision.IsPermitted, decision.IsUnenforced, decision.Shadow!.Cause));
        Assert.Equal(DecisionCause.NoContext, DecideFor(point, null).Cause);
        Assert.Equal(DecisionCause.FaultyContext, DecideFor(point, Investigator with { Justification = "x" }).Cause);
    }
}
