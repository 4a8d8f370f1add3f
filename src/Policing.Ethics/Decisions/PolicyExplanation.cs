using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>A decision, and what became of every rule. For people; it holds no person's data, but tells of rules.</summary>
public sealed class PolicyExplanation
{
    internal PolicyExplanation(AccessDecision decision, ValueList<RuleTrace> rules)
    {
        Decision = decision;
        Rules = rules;
    }

    /// <summary>The decision, as <see cref="PolicySet.Evaluate"/> gives it.</summary>
    public AccessDecision Decision { get; }

    /// <summary>Every rule, by id: first those that applied or could not be tested, then the others, those that came nearest first.</summary>
    public ValueList<RuleTrace> Rules { get; }

    /// <summary>The decision, each rule that applied with its reason and citations, and the rules that came nearest.</summary>
    public override string ToString()
    {
        IEnumerable<string> applied = Rules.Where(trace => trace.Applies || trace.Errored).SelectMany(Lines);
        IEnumerable<string> nearest = Rules.Where(trace => trace is { Applies: false, Errored: false }).Take(Shown).Select(trace => "  " + trace);
        return string.Join('\n', [Decision.AuditReason, .. applied, .. nearest]);
    }

    private const int Shown = 5;

    private static IEnumerable<string> Lines(RuleTrace trace) =>
    [
        "  " + trace, "    " + trace.Rule.Reason,
        .. trace.Rule.Citations.Select(citation => $"    {citation.Provision} ({PolicyNames.Certainties.Of(citation.Certainty)})"),
    ];
}
