using System.Numerics;
using Policing.DataModel;

namespace Policing.Ethics.Compilation;

/// <summary>The one form that all rules are compiled to: sorted, so that the order of a file decides nothing; indexed by target.</summary>
internal sealed class RuleIndex
{
    private readonly CompiledRule[] _rules;
    private readonly TargetIndex _targets;
    private readonly ulong[] _forbids;
    private readonly ulong[] _permits;
    private readonly PermitCache _cache = new();
    private readonly string _hash;

    public RuleIndex(IEnumerable<PolicyRule> rules, string hash)
    {
        PolicyRule[] sorted = [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        _hash = hash;
        _rules = [.. sorted.Select(rule => new CompiledRule(rule))];
        _targets = new TargetIndex(sorted);
        _forbids = RuleBits.Of(sorted, rule => rule.Effect is RuleEffect.Forbid);
        _permits = RuleBits.Of(sorted, rule => rule.Effect is RuleEffect.Permit);
    }

    public AccessDecision Decide(in AccessRequest request)
    {
        if (ContextRefusal(request) is { } refusal) return refusal;
        Span<ulong> applied = stackalloc ulong[RuleBits.Words(_rules.Length)];
        _targets.Find(request, applied);
        if (Test(request, applied) is { } error) return error;
        if (Overlap(applied, _forbids)) return Forbid(applied);
        return Overlap(applied, _permits) ? _cache.GetOrMake(applied, this) : NothingPermits(request);
    }

    public PolicyExplanation Explain(in AccessRequest request)
    {
        AccessDecision decision = Decide(request);
        if (request.Context is not { Fault: null }) return new(decision, []);
        List<RuleTrace> traces = [];
        foreach (CompiledRule rule in _rules) traces.Add(RuleTraces.Of(rule, request));
        return new(decision, ValueList.From(
            traces.OrderByDescending(trace => trace.Applies || trace.Errored).ThenByDescending(trace => trace.Applies ? 0 : trace.Parts)
                .ThenBy(trace => trace.Rule.Id, StringComparer.Ordinal)));
    }

    private AccessDecision? ContextRefusal(in AccessRequest request)
    {
        if (request.Context is not { } context) return AccessDecision.Deny(DecisionCause.NoContext, _hash);
        return context.Fault is { } fault ? AccessDecision.Deny(DecisionCause.FaultyContext, _hash).WithDetail(fault) : null;
    }

    /// <summary>Leaves the rules that apply; gives the refusal where a rule cannot be tested.</summary>
    private AccessDecision? Test(in AccessRequest request, Span<ulong> candidates)
    {
        List<string>? errors = null;
        for (int word = 0; word < candidates.Length; word++)
        {
            for (ulong left = candidates[word]; left != 0; left &= left - 1)
            {
                int bit = BitOperations.TrailingZeroCount(left);
                CompiledRule rule = _rules[(word * RuleBits.InWord) + bit];
                TestResult result = rule.Applies(request);
                if (result is TestResult.Yes) continue;
                candidates[word] &= ~(1UL << bit);
                if (result is TestResult.Error) (errors ??= []).Add(rule.Rule.Id);
            }
        }
        return errors is null ? null : ConditionError(request, errors, candidates);
    }

    private AccessDecision ConditionError(in AccessRequest request, List<string> errors, ReadOnlySpan<ulong> applied)
    {
        CompiledRule first = _rules.First(rule => string.Equals(rule.Rule.Id, errors[0], StringComparison.Ordinal));
        IEnumerable<string> forbids = RulesOf(applied).Where(rule => rule.Effect is RuleEffect.Forbid).Select(rule => rule.Id);
        return AccessDecision.Deny(DecisionCause.ConditionError, _hash, ValueList.From(errors.Concat(forbids).Order(StringComparer.Ordinal)))
            .WithDetail(RuleTraces.Of(first, request).ToString());
    }

    private AccessDecision Forbid(ReadOnlySpan<ulong> applied)
    {
        PolicyRule[] rules = [.. RulesOf(applied).Where(rule => rule.Effect is RuleEffect.Forbid)];
        return AccessDecision.Deny(DecisionCause.RuleForbids, _hash, ValueList.From(rules.Select(rule => rule.Id)), Joined(rules));
    }

    private AccessDecision NothingPermits(in AccessRequest request) =>
        AccessDecision.Deny(DecisionCause.NothingPermits, _hash).WithNearMisses(RuleTraces.NearMisses(_rules, request));

    public AccessDecision Permit(ReadOnlySpan<ulong> applied)
    {
        PolicyRule[] rules = [.. RulesOf(applied)];
        bool isEmergency = rules.Where(rule => rule.Effect is RuleEffect.Permit).All(rule => rule.IsForEmergencies);
        return AccessDecision.Permit(_hash, ValueList.From(rules.Select(rule => rule.Id)), Joined(rules), isEmergency);
    }

    private static ValueList<Obligation> Joined(IEnumerable<PolicyRule> rules) => ValueList.From(rules.SelectMany(rule => rule.Obligations).Distinct());

    private List<PolicyRule> RulesOf(ReadOnlySpan<ulong> bits)
    {
        List<PolicyRule> rules = [];
        for (int rule = 0; rule < _rules.Length; rule++)
            if ((bits[rule / RuleBits.InWord] >> (rule % RuleBits.InWord) & 1) != 0) rules.Add(_rules[rule].Rule);
        return rules;
    }

    private static bool Overlap(ReadOnlySpan<ulong> bits, ulong[] others)
    {
        for (int word = 0; word < bits.Length; word++)
            if ((bits[word] & others[word]) != 0) return true;
        return false;
    }
}
