using System.Text.Json;
using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Tests of a policy, as data that those who write rules can read: request, decision, rule ids.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PolicyTestSuite
{
    /// <summary>A suite.</summary>
    public PolicyTestSuite(ValueList<PolicyTest> tests) => Tests = tests;

    /// <summary>The tests.</summary>
    public ValueList<PolicyTest> Tests { get; }

    /// <summary>Reads a test file.</summary>
    /// <param name="utf8">The file, as <c>schemas/ethics/1.0/policy-tests.schema.json</c> describes it.</param>
    /// <param name="limits">How much it may be; the defaults when null.</param>
    /// <exception cref="PolicySetException">Something is wrong with it, each with its place.</exception>
    public static PolicyTestSuite Parse(ReadOnlySpan<byte> utf8, PolicyLimits? limits = null)
    {
        using JsonDocument document = PolicyDocument.ParseTests(utf8, limits ?? PolicyLimits.Default);
        return new PolicyTestSuite(PolicySetReader.List(document.RootElement, "tests", PolicyTestReader.Test));
    }

    /// <summary>Runs all tests against a policy.</summary>
    public PolicyTestReport Run(PolicySet policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Dictionary<string, RuleCoverage> coverage = policy.Rules.ToDictionary(rule => rule.Id, rule => new RuleCoverage(rule.Id, 0, 0), StringComparer.Ordinal);
        List<PolicyTestResult> results = [];
        foreach (PolicyTest test in Tests)
        {
            PolicyExplanation explanation = policy.Explain(test.Request);
            results.Add(Judge(test, explanation));
            foreach (RuleTrace trace in explanation.Rules) Count(coverage, trace);
        }
        return new PolicyTestReport(ValueList.From(results), ValueList.From(coverage.Values.OrderBy(rule => rule.Rule, StringComparer.Ordinal)));
    }

    // To have stopped at a condition is to have been reached; to have stopped at the target is not.
    private static void Count(Dictionary<string, RuleCoverage> coverage, RuleTrace trace)
    {
        RuleCoverage rule = coverage[trace.Rule.Id];
        if (trace.Applies) coverage[rule.Rule] = rule with { Applied = rule.Applied + 1 };
        else if (trace.Parts >= Compilation.RuleTraces.AllTargetParts) coverage[rule.Rule] = rule with { Withheld = rule.Withheld + 1 };
    }

    private static PolicyTestResult Judge(PolicyTest test, PolicyExplanation explanation)
    {
        AccessDecision decision = explanation.Decision;
        string? failure = null;
        if (decision.Outcome != test.Expected) failure = "the decision is another";
        else if (test.Rules is { } rules && !SameSet(rules, decision.Rules)) failure = $"the rules are others: {string.Join(", ", decision.Rules)}";
        else if (test.Nearest is { } nearest && !string.Equals(decision.NearMisses.First?.Rule, nearest, StringComparison.Ordinal))
            failure = $"the nearest permit is {decision.NearMisses.First?.Rule ?? "none"}";
        else if (test.Obligations is { } obligations && !SameSet(obligations, decision.Obligations.Select(obligation => obligation.Kind)))
            failure = $"the obligations are others: {string.Join(", ", decision.Obligations)}";
        return new PolicyTestResult(test, decision, failure);
    }

    private static bool SameSet(IEnumerable<string> wanted, IEnumerable<string> found) => wanted.ToHashSet(StringComparer.Ordinal).SetEquals(found);
}
