using Policing.DataModel.Validation;

namespace Policing.PoliceUk;

/// <summary>What was found by one rule in one input, output or answer: how often, and where first. Holds no value of any row or record. Immutable.</summary>
public sealed class RuleFindings
{
    internal RuleFindings(FindingRule rule, long count, IReadOnlyList<FindingPlace> places)
    {
        Rule = rule;
        Count = count;
        Places = places;
    }

    /// <summary>The rule.</summary>
    public FindingRule Rule { get; }

    /// <summary>How often.</summary>
    public long Count { get; }

    /// <summary>The first places, as many as the options allow; of a rule that first occurs after a thousand other findings, maybe none.</summary>
    public IReadOnlyList<FindingPlace> Places { get; }
}
