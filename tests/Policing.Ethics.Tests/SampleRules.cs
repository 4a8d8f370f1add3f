namespace Policing.Ethics.Tests;

internal static class SampleRules
{
    public static PolicyRule Permit(string id, RuleTarget? target = null, params RuleCondition[] when) => Rule(id, RuleEffect.Permit, target, when);

    public static PolicyRule Forbid(string id, RuleTarget? target = null, params RuleCondition[] when) => Rule(id, RuleEffect.Forbid, target, when);

    public static PolicyRule Oblige(string id, Obligation obligation, RuleTarget? target = null, params RuleCondition[] when) =>
        Rule(id, RuleEffect.Oblige, target, when) with { Obligations = [obligation] };

    public static PolicySet Set(params PolicyRule[] rules) => PolicySet.Create("sample", "1", rules);

    private static PolicyRule Rule(string id, RuleEffect effect, RuleTarget? target, RuleCondition[] when) =>
        new() { Id = id, Effect = effect, Reason = "A sample rule", Target = target ?? new(), When = DataModel.ValueList.From(when) };
}
