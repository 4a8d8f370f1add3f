using System.Runtime.InteropServices;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Import;

/// <summary>Counts findings by rule and keeps the first places of each. Not thread-safe.</summary>
internal sealed class FindingTally(int maxPlaces)
{
    private readonly Dictionary<FindingRule, (long Count, List<FindingPlace> Places)> _rules = new(ReferenceEqualityComparer.Instance);

    /// <summary>The findings of an import run.</summary>
    public static IReadOnlyList<RuleFindings> OfRows(RowImportReport report, int maxPlaces)
    {
        var places = new FindingTally(maxPlaces);
        foreach (var finding in report.Findings)
            places.Add(finding.Rule, new FindingPlace(finding.Line, finding.Column, Pointer: null));
        var rules = new List<RuleFindings>();
        foreach (var (rule, count) in report.Rules)
            rules.Add(new(rule, count, places._rules.TryGetValue(rule, out var found) ? found.Places : []));
        return rules;
    }

    public void Add(ValidationReport report)
    {
        foreach (var finding in report.Findings)
            Add(finding.Rule, new FindingPlace(finding.Line, finding.Column, finding.Pointer));
    }

    /// <summary>What was counted, in the order of the rule ids.</summary>
    public IReadOnlyList<RuleFindings> InOrder()
    {
        var rules = new List<RuleFindings>();
        foreach (var (rule, found) in _rules)
            rules.Add(new(rule, found.Count, found.Places));
        rules.Sort(static (a, b) => string.CompareOrdinal(a.Rule.Id, b.Rule.Id));
        return rules;
    }

    public void Add(FindingRule rule, FindingPlace place)
    {
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_rules, rule, out var exists);
        if (!exists)
            found.Places = [];
        found.Count++;
        if (found.Places.Count < maxPlaces)
            found.Places.Add(place);
    }
}
