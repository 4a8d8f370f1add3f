using System.Globalization;
using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>What became of the tests of a suite, and which rules they reached.</summary>
public sealed class PolicyTestReport
{
    internal PolicyTestReport(ValueList<PolicyTestResult> results, ValueList<RuleCoverage> coverage) => (Results, Coverage) = (results, coverage);

    /// <summary>The tests, in the order of the suite.</summary>
    public ValueList<PolicyTestResult> Results { get; }

    /// <summary>Every rule of the policy, by id.</summary>
    public ValueList<RuleCoverage> Coverage { get; }

    /// <summary>True where every test passed.</summary>
    public bool Passed => Results.All(result => result.Passed);

    /// <summary>The rules that no test made apply.</summary>
    public IEnumerable<string> NotCovered => Coverage.Where(rule => !rule.IsCovered).Select(rule => rule.Rule);

    /// <summary>The tests that failed, the count, and the rules that no test made apply.</summary>
    public override string ToString()
    {
        string count = string.Create(CultureInfo.InvariantCulture, $"{Results.Count(result => result.Passed)} of {Results.Count} tests passed; {Coverage.Count(rule => rule.IsCovered)} of {Coverage.Count} rules applied in one");
        return string.Join('\n', [.. Results.Where(result => !result.Passed).Select(result => result.ToString()), count, .. NotCovered.Select(rule => $"not covered: {rule}")]);
    }
}
