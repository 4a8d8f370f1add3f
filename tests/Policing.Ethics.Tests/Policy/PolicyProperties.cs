using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Policing.Ethics.Tests.Policy;

/// <summary>What must hold of all rule sets and requests.</summary>
public sealed class PolicyProperties
{
    private static PolicySet SetOf(IEnumerable<PolicyRule> rules) => PolicySet.Create("random", "1", rules);

    private static readonly Gen<(PolicyRule[] Rules, AccessRequest Request, int Pick)> s_cases =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from pick in Gen.Choose(0, 1000)
        select (RandomPolicies.Rules(new Random(seed)), RandomPolicies.Request(new Random(seed ^ 0x5bd1e995)), pick);

    private static Property Of(Func<PolicyRule[], AccessRequest, int, bool> holds) =>
        Prop.ForAll(s_cases.ToArbitrary(), item => holds(item.Rules, item.Request, item.Pick));

    [Property(MaxTest = 500)]
    public Property Adding_a_forbid_never_permits() => Of((rules, request, pick) =>
    {
        PolicyRule forbid = RandomPolicies.Rule(new Random(pick), "added") with { Effect = RuleEffect.Forbid, Obligations = [] };
        return SetOf(rules).Evaluate(request).IsPermitted || !SetOf([.. rules, forbid]).Evaluate(request).IsPermitted;
    });

    [Property(MaxTest = 500)]
    public Property Adding_an_obligation_never_permits() => Of((rules, request, pick) =>
    {
        PolicyRule oblige = RandomPolicies.Rule(new Random(pick), "added") with { Effect = RuleEffect.Oblige, Obligations = [new LogReason()] };
        return SetOf(rules).Evaluate(request).IsPermitted || !SetOf([.. rules, oblige]).Evaluate(request).IsPermitted;
    });

    [Property(MaxTest = 500)]
    public Property Order_never_matters() => Of((rules, request, pick) =>
    {
        PolicyRule[] shuffled = [.. rules];
        new Random(pick).Shuffle(shuffled);
        AccessDecision one = SetOf(rules).Evaluate(request);
        AccessDecision other = SetOf(shuffled).Evaluate(request);
        return (one.Outcome, one.Cause, one.Rules, one.NearMisses, one.Detail) == (other.Outcome, other.Cause, other.Rules, other.NearMisses, other.Detail)
            && one.Obligations.ToHashSet().SetEquals(other.Obligations);
    });

    /// <summary>Removing a permit removes its errors too; where it could be tested, it takes nothing away but itself.</summary>
    [Property(MaxTest = 500)]
    public Property Removing_a_permit_never_permits() => Of((rules, request, pick) =>
    {
        PolicyRule[] permits = [.. rules.Where(rule => rule.Effect is RuleEffect.Permit)];
        if (permits.Length == 0) return true;
        PolicyRule gone = permits[pick % permits.Length];
        AccessDecision before = SetOf(rules).Evaluate(request);
        return before.IsPermitted || before.Cause is DecisionCause.ConditionError || !SetOf(rules.Where(rule => rule != gone)).Evaluate(request).IsPermitted;
    });

    /// <summary>The index is fast and the explanation is slow; both must say the same.</summary>
    [Property(MaxTest = 500)]
    public Property The_index_finds_what_the_explanation_finds() => Of((rules, request, _) =>
    {
        PolicyExplanation explanation = SetOf(rules).Explain(request);
        string[] applied = [.. explanation.Rules.Where(rule => rule.Applies).Select(rule => rule.Rule.Id).Order(StringComparer.Ordinal)];
        return explanation.Decision.Cause switch
        {
            DecisionCause.RulePermits => applied.SequenceEqual(explanation.Decision.Rules),
            DecisionCause.RuleForbids => explanation.Rules.Where(rule => rule is { Applies: true, Rule.Effect: RuleEffect.Forbid }).Select(rule => rule.Rule.Id).Order(StringComparer.Ordinal).SequenceEqual(explanation.Decision.Rules),
            DecisionCause.NothingPermits => explanation.Rules.All(rule => !rule.Errored && !(rule.Applies && rule.Rule.Effect is RuleEffect.Permit or RuleEffect.Forbid && rule.Applies)),
            DecisionCause.ConditionError => explanation.Rules.Any(rule => rule.Errored),
            _ => false,
        };
    });

    [Fact]
    public void The_cases_are_of_all_kinds()
    {
        var causes = Enumerable.Range(0, 2000).Select(seed => SetOf(RandomPolicies.Rules(new Random(seed))).Evaluate(RandomPolicies.Request(new Random(seed ^ 0x5bd1e995))).Cause).CountBy(cause => cause).ToDictionary();
        Assert.All([DecisionCause.RulePermits, DecisionCause.RuleForbids, DecisionCause.NothingPermits, DecisionCause.ConditionError], cause => Assert.True(causes.GetValueOrDefault(cause) > 50, $"{cause}: {causes.GetValueOrDefault(cause)}"));
    }
}
