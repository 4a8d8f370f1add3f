using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.Ethics.Tests.SampleContexts;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Policy;

public sealed class EvaluationTests
{
    private static readonly LeaveOut s_noBiometrics = new() { Classes = RecordClasses.Biometric };

    [Fact]
    public void Nothing_is_permitted_that_no_rule_permits()
    {
        AccessDecision decision = Set().Evaluate(Consult());
        Assert.Equal((AccessOutcome.Denied, DecisionCause.NothingPermits, RefusalCode.NotPermitted), (decision.Outcome, decision.Cause, decision.RefusalCode));
    }

    [Fact]
    public void All_rules_that_decide_are_named_in_ordinal_order()
    {
        PolicySet set = Set(Permit("p2"), Permit("p1"), Oblige("o", s_noBiometrics), Permit("other", new() { RecordTypes = ["custody"] }));
        AccessDecision decision = set.Evaluate(Consult());
        Assert.True(decision.IsPermitted);
        Assert.Equal(["o", "p1", "p2"], decision.Rules);
        Assert.Equal([s_noBiometrics], decision.Obligations);
        Assert.Equal(set.Hash, decision.PolicyHash);
    }

    [Fact]
    public void What_forbids_overrides_what_permits()
    {
        AccessDecision decision = Set(Permit("p"), Forbid("f2"), Forbid("f1")).Evaluate(Consult());
        Assert.Equal((DecisionCause.RuleForbids, RefusalCode.NotPermitted), (decision.Cause, decision.RefusalCode));
        Assert.Equal(["f1", "f2"], decision.Rules);
    }

    [Fact]
    public void A_rule_that_only_obliges_permits_nothing() =>
        Assert.Equal(DecisionCause.NothingPermits, Set(Oblige("o", s_noBiometrics)).Evaluate(Consult()).Cause);

    [Theory]
    [InlineData(RuleEffect.Permit)]
    [InlineData(RuleEffect.Forbid)]
    [InlineData(RuleEffect.Oblige)]
    public void A_condition_that_cannot_be_tested_denies_whatever_the_rule(RuleEffect effect)
    {
        PolicyRule faulty = Permit("e", null, RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.In, "kent")) with { Effect = effect, Obligations = effect is RuleEffect.Oblige ? [s_noBiometrics] : [] };
        AccessDecision decision = Set(Permit("p"), faulty).Evaluate(Consult());
        Assert.Equal(DecisionCause.ConditionError, decision.Cause);
        Assert.Equal(["e"], decision.Rules);
        Assert.Contains("recipient, which the request does not have", decision.AuditReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_after_one_that_does_not_hold_is_not_looked_at()
    {
        PolicyRule guarded = Forbid("f", null, RuleCondition.Present(RequestAttribute.Recipient), RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.In, "essex"));
        PolicySet set = Set(Permit("p"), guarded);
        Assert.True(set.Evaluate(Consult()).IsPermitted);
        Assert.False(set.Evaluate(Consult() with { Recipient = Essex }).IsPermitted);
        Assert.True(set.Evaluate(Consult() with { Recipient = Council }).IsPermitted);
    }

    [Fact]
    public void An_exception_needs_all_of_its_conditions()
    {
        PolicyRule rule = Forbid("f") with { Unless = [RuleCondition.Present(RequestAttribute.CaseReference), RuleCondition.Present(RequestAttribute.Session)] };
        PolicySet set = Set(Permit("p"), rule);
        Assert.False(set.Evaluate(Consult()).IsPermitted);
        Assert.True(set.Evaluate(Consult() with { Context = Investigator with { Session = "s-1" } }).IsPermitted);
    }

    [Fact]
    public void A_missing_or_faulty_context_is_refused_before_any_rule()
    {
        PolicySet set = Set(Permit("p"));
        Assert.Equal((DecisionCause.NoContext, RefusalCode.PurposeRequired), Cause(set.Evaluate(default)));
        Assert.Equal((DecisionCause.NoContext, RefusalCode.PurposeRequired), Cause(set.Evaluate(Consult() with { Context = null })));
        AccessDecision faulty = set.Evaluate(Consult() with { Context = Investigator with { Justification = "  x " } });
        Assert.Equal((DecisionCause.FaultyContext, RefusalCode.PurposeRequired), Cause(faulty));
        Assert.Equal("justification: 3 to 250 characters", faulty.Detail);
    }

    [Fact]
    public void An_operation_that_is_not_stated_is_never_permitted() =>
        Assert.False(Set(Permit("p")).Evaluate(Consult() with { Operation = AccessOperation.Unstated }).IsPermitted);

    [Theory]
    [InlineData(SubjectCategories.Unknown, false, true)]
    [InlineData(SubjectCategories.Victim, true, true)]
    [InlineData(SubjectCategories.Victim | SubjectCategories.Witness, false, true)]
    [InlineData(SubjectCategories.Witness, false, false)]
    public void Of_subjects_the_protective_side_is_taken(SubjectCategories subjects, bool permits, bool forbids)
    {
        RuleTarget victims = new() { Subjects = SubjectCategories.Victim };
        AccessRequest request = Consult() with { Subjects = subjects };
        Assert.Equal(permits, Set(Permit("p", victims)).Evaluate(request).IsPermitted);
        Assert.Equal(forbids, !Set(Permit("p"), Forbid("f", victims)).Evaluate(request).IsPermitted);
    }

    [Theory]
    [InlineData("person", RecordClasses.Unstated, false)]
    [InlineData("intelligence-report", RecordClasses.Unstated, true)]
    [InlineData("x-unheard-of", RecordClasses.Unstated, true)]
    [InlineData("x-unheard-of", RecordClasses.Personal, false)]
    [InlineData(null, RecordClasses.Unstated, true)]
    public void Classes_that_are_not_stated_are_those_of_the_type(string? type, RecordClasses classes, bool forbids)
    {
        PolicySet set = Set(Permit("p"), Forbid("f", new() { Classes = RecordClasses.Covert }));
        Assert.Equal(forbids, !set.Evaluate(Consult() with { RecordType = type, Classes = classes }).IsPermitted);
    }

    [Fact]
    public void A_type_that_is_not_stated_is_forbidden_where_any_type_is()
    {
        PolicySet set = Set(Permit("p"), Forbid("f", new() { RecordTypes = ["custody"] }));
        Assert.False(set.Evaluate(Consult() with { RecordType = null }).IsPermitted);
        Assert.True(set.Evaluate(Consult()).IsPermitted);
    }

    [Fact]
    public void An_unknown_marking_is_above_all_others()
    {
        Marking unknown = new() { Tier = SecurityTier.Of("cosmic") };
        AccessRequest request = Consult() with { Marking = unknown };
        RuleTarget secret = new() { Markings = [MarkingLevel.Secret] };
        Assert.False(Set(Permit("p", secret)).Evaluate(request).IsPermitted);
        Assert.False(Set(Permit("p"), Forbid("f", secret)).Evaluate(request).IsPermitted);
        Assert.False(Set(Permit("p"), Forbid("f", null, RuleCondition.Of(RequestAttribute.Marking, ConditionOperator.Above, "top-secret"))).Evaluate(request).IsPermitted);
    }

    [Theory]
    [InlineData("2026-02-04T23:59:59Z", false)]
    [InlineData("2026-02-05T00:00:00Z", true)]
    [InlineData("2026-03-31T23:59:59Z", true)]
    [InlineData("2026-04-01T00:00:00Z", false)]
    public void A_rule_is_in_force_from_its_first_day_until_its_last(string time, bool permits)
    {
        PolicyRule rule = Permit("p") with { InForceFrom = new(2026, 2, 5), InForceUntil = new(2026, 4, 1) };
        Assert.Equal(permits, Set(rule).Evaluate(Consult() with { Time = DateTimeOffset.Parse(time) }).IsPermitted);
    }

    [Fact]
    public void Without_a_time_rules_of_some_days_restrict_and_do_not_permit()
    {
        AccessRequest request = Consult() with { Time = default };
        Assert.False(Set(Permit("p") with { InForceFrom = new(2020, 1, 1) }).Evaluate(request).IsPermitted);
        Assert.False(Set(Permit("p"), Forbid("f") with { InForceFrom = new(2999, 1, 1) }).Evaluate(request).IsPermitted);
        Assert.True(Set(Permit("p")).Evaluate(request).IsPermitted);
    }

    [Fact]
    public void A_record_is_marked_as_high_as_any_member_of_it()
    {
        Marking member = new() { Tier = SecurityTier.Official, Granular = [new() { Pointer = "/notes", Tier = SecurityTier.Secret }] };
        PolicySet set = Set(Permit("p"), Forbid("f", null, RuleCondition.Of(RequestAttribute.Marking, ConditionOperator.Above, "official-sensitive")));
        Assert.Equal(["f"], set.Evaluate(Consult() with { Marking = member }).Rules);
        Assert.True(set.Evaluate(Consult() with { Marking = member with { Granular = [new() { Pointer = "/notes", Sensitive = true }] } }).IsPermitted);
    }

    public static TheoryData<RuleCondition, bool> Conditions { get; } = new()
    {
        { RuleCondition.Of(RequestAttribute.Purpose, ConditionOperator.In, "vetting", "investigation"), true },
        { RuleCondition.Of(RequestAttribute.Purpose, ConditionOperator.NotIn, "vetting"), true },
        { RuleCondition.Of(RequestAttribute.Status, ConditionOperator.In, "active"), false },
        { RuleCondition.Of(RequestAttribute.Agency, ConditionOperator.In, "kent"), true },
        { RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.In, "gss:E10000016"), true },
        { RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.MemberOf, RequestAttribute.ReleaseTo), true },
        { RuleCondition.Of(RequestAttribute.Agency, ConditionOperator.MemberOf, RequestAttribute.ReleaseTo), false },
        { RuleCondition.Of(RequestAttribute.Agency, ConditionOperator.NotMemberOf, RequestAttribute.ReleaseTo), true },
        { RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.DiffersFrom, RequestAttribute.Agency), true },
        { RuleCondition.Of(RequestAttribute.Recipient, ConditionOperator.SameAs, RequestAttribute.Agency), false },
        { RuleCondition.Of(RequestAttribute.Purpose, ConditionOperator.MemberOf, RequestAttribute.PermittedPurposes), true },
        { RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.ContainsAny, "a", "z"), true },
        { RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.ContainsAll, "a", "b"), true },
        { RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.ContainsAll, "a", "z"), false },
        { RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.ContainsNone, "z"), true },
        { RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.Within, "a"), false },
        { RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.Within, "a", "b", "c"), true },
        { RuleCondition.Of(RequestAttribute.Roles, ConditionOperator.Within, "a"), false },
        { RuleCondition.Of(RequestAttribute.Controllers, ConditionOperator.ContainsAny, "kent"), true },
        { RuleCondition.Of(RequestAttribute.CollectedFor, ConditionOperator.Within, "investigation", "prosecution"), true },
        { RuleCondition.Of(RequestAttribute.Subjects, ConditionOperator.Within, "victim", "witness"), true },
        { RuleCondition.Of(RequestAttribute.Classes, ConditionOperator.ContainsNone, "covert"), true },
        { RuleCondition.Of(RequestAttribute.Marking, ConditionOperator.AtMost, "official-sensitive"), true },
        { RuleCondition.Of(RequestAttribute.Marking, ConditionOperator.Above, "official"), true },
        { RuleCondition.Present(RequestAttribute.PermittedPurposes), true },
        { RuleCondition.Absent(RequestAttribute.PermittedAgencies), true },
        { RuleCondition.Present(RequestAttribute.OnBehalfOf), false },
        { RuleCondition.Absent(RequestAttribute.Roles), true },
        { RuleCondition.Present(RequestAttribute.StrictNecessity), false },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_holds_as_it_says(RuleCondition condition, bool holds)
    {
        AccessRequest request = Consult() with
        {
            Recipient = Council,
            Controllers = [Kent, Essex],
            Subjects = SubjectCategories.Victim,
            Facts = ["a", "b"],
            Marking = new() { Tier = SecurityTier.Official, Sensitive = true, ReleaseTo = [Council] },
            Status = new() { State = RecordState.Restricted, PermittedPurposes = [ProcessingPurpose.Investigation] },
            CollectedFor = [ProcessingPurpose.Investigation],
        };
        Assert.Equal(holds, Set(Permit("p", null, condition)).Evaluate(request).IsPermitted);
    }

    [Theory]
    [InlineData(ConditionOperator.ContainsAll, 100, true)]
    [InlineData(ConditionOperator.ContainsAll, 99, false)]
    [InlineData(ConditionOperator.Within, 99, true)]
    [InlineData(ConditionOperator.Within, 101, false)]
    [InlineData(ConditionOperator.ContainsAny, 1, true)]
    [InlineData(ConditionOperator.ContainsNone, 1, false)]
    public void Long_lists_are_compared_like_short_ones(ConditionOperator comparison, int facts, bool holds)
    {
        string[] values = [.. Enumerable.Range(1, 100).Select(number => $"f{number}")];
        AccessRequest request = Consult() with { Facts = [.. Enumerable.Range(1, facts).Reverse().Select(number => $"f{number}")] };
        Assert.Equal(holds, Set(Permit("p", null, RuleCondition.Of(RequestAttribute.Facts, comparison, values))).Evaluate(request).IsPermitted);
    }

    [Fact]
    public void A_refusal_by_default_names_the_rules_that_came_nearest_and_what_failed()
    {
        PolicySet set = Set(
            Permit("far", new() { Purposes = ["vetting"], Operations = [AccessOperation.Consultation] }, RuleCondition.Present(RequestAttribute.Session)),
            Permit("near", new() { Purposes = ["investigation"] }, RuleCondition.Present(RequestAttribute.CaseReference), RuleCondition.Present(RequestAttribute.Session)),
            Permit("elsewhere", new() { Operations = [AccessOperation.Erasure] }));
        AccessDecision decision = set.Evaluate(Consult());
        Assert.Equal([("near", "session present"), ("far", "purpose vetting")], decision.NearMisses.Select(miss => (miss.Rule, miss.Failed)));
        Assert.Contains("nearest: near needs session present", decision.AuditReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_permit_that_was_met_before_allocates_nothing()
    {
        PolicySet set = Set(Permit("p", new() { Purposes = ["investigation"] }, RuleCondition.Present(RequestAttribute.CaseReference)), Oblige("o", s_noBiometrics));
        AccessRequest request = Consult();
        for (int time = 0; time < 100; time++) set.Evaluate(request);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int time = 0; time < 1000; time++) set.Evaluate(request);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_explanation_says_of_every_rule_what_became_of_it()
    {
        PolicySet set = Set(
            Permit("p", null, RuleCondition.Present(RequestAttribute.CaseReference)), Forbid("f", new() { RecordTypes = ["custody"] }),
            Permit("q", null, RuleCondition.Of(RequestAttribute.Basis, ConditionOperator.In, "uk-gdpr-consent")));
        PolicyExplanation explanation = set.Explain(Consult());
        Assert.True(explanation.Decision.IsPermitted);
        Assert.Equal(["p permit: applies", "q permit: does not apply: needs basis in uk-gdpr-consent", "f forbid: does not apply: needs record type custody"], explanation.Rules.Select(rule => rule.ToString()));
        Assert.Contains("A sample rule", explanation.ToString(), StringComparison.Ordinal);
    }

    private static (DecisionCause, RefusalCode) Cause(AccessDecision decision) => (decision.Cause, decision.RefusalCode);
}
