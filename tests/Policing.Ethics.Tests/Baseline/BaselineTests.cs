namespace Policing.Ethics.Tests.Baseline;

public sealed class BaselineTests
{
    private static readonly PolicyTestSuite s_suite = PolicyTestSuite.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Baseline", "baseline.tests.json")));

    public static TheoryData<string> Stories { get; } = [.. s_suite.Tests.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Of_a_story_the_baseline_says(string name)
    {
        PolicyTestSuite one = new([s_suite.Tests.Single(test => test.Name == name)]);
        PolicyTestReport report = one.Run(PolicySet.Baseline);
        Assert.True(report.Passed, report.Results[0] + "\n" + PolicySet.Baseline.Explain(one.Tests[0].Request));
    }

    [Fact]
    public void There_are_four_kinds_of_ordinary_work_and_ten_of_misuse_and_every_refusal_names_a_rule()
    {
        Assert.Equal(4, s_suite.Tests.Where(test => test.Name.StartsWith("Ordinary, ", StringComparison.Ordinal)).Select(test => test.Name.Split(':')[0]).Distinct().Count());
        PolicyTest[] misuse = [.. s_suite.Tests.Where(test => test.Name.StartsWith("Misuse, ", StringComparison.Ordinal) && test.Expected is AccessOutcome.Denied && test.Request.Context is not null)];
        Assert.True(misuse.Length >= 10);
        Assert.All(misuse, test => Assert.True(test.Rules?.Count > 0 || test.Nearest is not null, test.Name));
    }

    [Fact]
    public void Every_rule_of_the_baseline_applies_in_a_test()
    {
        PolicyTestReport report = s_suite.Run(PolicySet.Baseline);
        Assert.Empty(report.NotCovered);
        Assert.Contains($"{s_suite.Tests.Count} of {s_suite.Tests.Count} tests passed", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_says_what_it_stands_on_and_how_sure_that_is() => Assert.All(PolicySet.Baseline.Rules, rule =>
    {
        Assert.NotEmpty(rule.Citations);
        Assert.All(rule.Citations, citation => Assert.True(citation.Certainty is CitationCertainty.Own || citation.Source is not null, rule.Id));
    });

    [Fact]
    public void What_was_not_read_is_not_called_verified()
    {
        string[] fromMemory = ["s.38", "s.39", "s.41", "ss.45", "ss.46", "s.50B", "s.36"];
        Assert.All(
            PolicySet.Baseline.Rules.SelectMany(rule => rule.Citations).Where(citation => fromMemory.Any(section => citation.Provision.Contains($"DPA 2018 {section}", StringComparison.Ordinal))),
            citation => Assert.Equal(CitationCertainty.Unverified, citation.Certainty));
    }

    [Fact]
    public void A_force_can_switch_the_justification_off_and_nothing_that_protects()
    {
        PolicySet force = PolicySet.Create("force", "1", [], [new() { Rule = "BL-F01", Reason = "The law no longer asks for it" }, new() { Rule = "BL-O04", Reason = "Nor do we keep it" }]);
        AccessRequest request = SampleContexts.Consult("vehicle") with { Context = SampleContexts.Investigator with { Justification = null } };

        Assert.Equal(["BL-F01"], PolicySet.Baseline.Evaluate(request).Rules);
        AccessDecision decision = PolicySet.Combine(PolicySet.Baseline, force).Evaluate(request);
        Assert.Equal(["BL-P01"], decision.Rules);
        Assert.Empty(decision.Obligations);
        Assert.Equal(["BL-F01", "BL-O04"], PolicySet.Baseline.Rules.Where(rule => rule.Switchable).Select(rule => rule.Id));
    }

    [Fact]
    public void A_failing_story_is_told_with_what_was_found_instead()
    {
        PolicyTest wrong = s_suite.Tests[0] with { Rules = ["BL-P01"] };
        PolicyTestReport report = new PolicyTestSuite([wrong]).Run(PolicySet.Baseline);
        Assert.False(report.Passed);
        Assert.Contains("the rules are others: BL-O01, BL-O04, BL-P06", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("BL-F05", report.NotCovered);
    }
}
