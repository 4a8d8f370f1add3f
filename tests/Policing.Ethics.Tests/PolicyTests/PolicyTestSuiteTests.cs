using System.Text;

namespace Policing.Ethics.Tests.PolicyTests;

public sealed class PolicyTestSuiteTests
{
    private static byte[] File(string test) => Encoding.UTF8.GetBytes($$"""{"format":"policing-policy-tests/1.0","tests":[{{test}}]}""");

    [Theory]
    [InlineData("""{"name":"a test","request":{}}""", "/tests/0")]
    [InlineData("""{"name":"a test","request":{"operation":"peek"},"expect":{"decision":"deny"}}""", "/tests/0/request/operation")]
    [InlineData("""{"name":"a test","request":{"context":{"purpose":"vetting"}},"expect":{"decision":"deny"}}""", "/tests/0/request/context")]
    [InlineData("""{"name":"a test","request":{"time":"yesterday"},"expect":{"decision":"deny"}}""", "/tests/0/request/time")]
    [InlineData("""{"name":"a test","request":{"time":"2026-06-30T23:59:60Z"},"expect":{"decision":"deny"}}""", "/tests/0/request/time")]
    [InlineData("""{"name":"a test","request":{"time":"2026-06-30T12:00:00+23:00"},"expect":{"decision":"deny"}}""", "/tests/0/request/time")]
    [InlineData("""{"name":"a test","request":{},"expect":{"decision":"maybe"}}""", "/tests/0/expect/decision")]
    public void A_malformed_test_is_refused_with_its_place(string test, string pointer) =>
        Assert.Contains(Assert.Throws<PolicySetException>(() => PolicyTestSuite.Parse(File(test))).Problems, problem => problem.Pointer == pointer);

    [Fact]
    public void Coverage_tells_rules_that_applied_from_those_that_were_only_reached()
    {
        PolicySet set = SampleRules.Set(
            SampleRules.Permit("applied"), SampleRules.Permit("reached", null, RuleCondition.Present(RequestAttribute.Session)), SampleRules.Permit("untouched", new() { RecordTypes = ["custody"] }));
        PolicyTestReport report = new PolicyTestSuite([new() { Name = "one", Request = SampleContexts.Consult(), Expected = AccessOutcome.Permitted }]).Run(set);
        Assert.Equal([("applied", 1, 0), ("reached", 0, 1), ("untouched", 0, 0)], report.Coverage.Select(rule => (rule.Rule, rule.Applied, rule.Withheld)));
        Assert.Equal(["reached", "untouched"], report.NotCovered);
    }
}
