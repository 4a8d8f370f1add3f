using System.Security.Cryptography;
using System.Text;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Policy;

public sealed class PolicySetTests
{
    private static byte[] File(string rules, string more = "") =>
        Encoding.UTF8.GetBytes($$"""{"format":"policing-policy-set/1.0","id":"f","version":"1",{{more}}"rules":[{{rules}}]}""");

    private static IReadOnlyList<PolicyProblem> Problems(byte[] file) => Assert.Throws<PolicySetException>(() => PolicySet.Parse(file)).Problems;

    [Fact]
    public void Typed_rules_and_their_file_are_the_same_set()
    {
        PolicyRule rule = Permit("A-1", new() { Operations = [AccessOperation.Consultation], Subjects = SubjectCategories.Victim, Classes = RecordClasses.Personal }, RuleCondition.Present(RequestAttribute.CaseReference)) with
        {
            Unless = [RuleCondition.Of(RequestAttribute.Basis, ConditionOperator.In, "part-3-consent")],
            Obligations =
            [
                new LeaveOut { Classes = RecordClasses.Sensitive | RecordClasses.Biometric, Members = ["ethnicity"] }, new Redact { Redactor = "year", Members = ["dateOfBirth"] },
                new LogReason(), new Notify { Role = "supervisor", Within = TimeSpan.FromSeconds(30) }, new SecondPersonAfterwards { Role = "supervisor", Within = TimeSpan.FromHours(2) },
            ],
            Citations = [new() { Provision = "DPA 2018 s.35", Certainty = CitationCertainty.Verified, Source = "a copy", From = new(2018, 5, 25), Until = new(2030, 1, 1) }],
            InForceFrom = new(2026, 1, 1),
            InForceUntil = new(2027, 1, 1),
            Switchable = true,
            Version = "3",
        };
        PolicySet typed = PolicySet.Create("sample", "2", [rule], [new() { Rule = "B-1", Reason = "Not for us" }]);

        PolicySet read = PolicySet.Parse(typed.ToUtf8());

        Assert.Equal(rule, Assert.Single(typed.Rules));
        Assert.Equal(typed.Rules, read.Rules);
        Assert.Equal(typed.SwitchesOff, read.SwitchesOff);
        Assert.Equal(("sample", "2", typed.Hash), (read.Id, read.Version, read.Hash));
    }

    [Fact]
    public void The_hash_is_that_of_the_file()
    {
        byte[] file = File("");
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(file)), PolicySet.Parse(file).Hash);
        Assert.NotEqual(PolicySet.Parse(file).Hash, PolicySet.Parse([.. file, (byte)'\n']).Hash);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("{", "", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","reason":"why"}""", "", "")]
    [InlineData("""{"id":"A","effect":"allow","reason":"why"}""", "/rules/0/effect", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","when":[{"attribute":"purpose","operator":"matches","values":["a"]}]}""", "/rules/0/when/0/operator", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","when":[{"attribute":"shoeSize","operator":"present"}]}""", "/rules/0/when/0/attribute", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","obligations":[{"kind":"pray"}]}""", "/rules/0/obligations/0/kind", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","obligations":[{"kind":"notify","role":"x"}]}""", "/rules/0/obligations/0", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","whne":[]}""", "/rules/0/~[3]", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why"},{"id":"A","effect":"forbid","reason":"why"}""", "/rules/1/id", "Another rule")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","target":{"purposes":["investigatoin"]}}""", "/rules/0/target/purposes/0", "No purpose")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","target":{"recordTypes":["persons"]}}""", "/rules/0/target/recordTypes/0", "No record")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","when":[{"attribute":"basis","operator":"in","values":["part-3-tusk"]}]}""", "/rules/0/when/0", "not of the attribute's list")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","when":[{"attribute":"justification","operator":"in","values":["because"]}]}""", "/rules/0/when/0", "does not go with")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","unless":[{"attribute":"purpose","operator":"in"}]}""", "/rules/0/unless/0", "needs values")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","when":[{"attribute":"recipient","operator":"memberOf","other":"roles"}]}""", "/rules/0/when/0", "another attribute")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","when":[{"attribute":"marking","operator":"above","values":["secret","official"]}]}""", "/rules/0/when/0", "one level")]
    [InlineData("""{"id":"A","effect":"forbid","reason":"why","obligations":[{"kind":"leave-out","classes":["covert"]}]}""", "/rules/0/obligations/0", "only log and notify")]
    [InlineData("""{"id":"A","effect":"oblige","reason":"why"}""", "/rules/0/obligations", "has none")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","obligations":[{"kind":"leave-out"}]}""", "/rules/0/obligations/0", "neither")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","inForceFrom":"2026-02-30"}""", "/rules/0/inForceFrom", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","inForceFrom":"0000-01-01"}""", "/rules/0/inForceFrom", "")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","inForceFrom":"2026-02-03","inForceUntil":"2026-02-03"}""", "/rules/0/inForceUntil", "before it begins")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","citations":[{"provision":"Act 1","certainty":"verified"}]}""", "/rules/0/citations/0/source", "unverified")]
    [InlineData("""{"id":"A","effect":"permit","reason":"why","when":[{"attribute":"emergency","operator":"present"}]}""", "/rules/0/obligations", "emergencies must")]
    public void A_malformed_policy_is_refused_with_its_place(string rules, string pointer, string message)
    {
        byte[] file = rules.Length == 0 ? "{}"u8.ToArray() : File(rules);
        Assert.Contains(Problems(file), problem => problem.Pointer == pointer && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_over_a_limit_is_refused()
    {
        PolicyLimits few = new() { MaxBytes = 100 };
        Assert.Contains("limit", Assert.Throws<PolicySetException>(() => PolicySet.Parse(File(new string(' ', 100)), few)).Message, StringComparison.Ordinal);
        string two = """{"id":"A","effect":"permit","reason":"why"},{"id":"B","effect":"permit","reason":"why"}""";
        Assert.Throws<PolicySetException>(() => PolicySet.Parse(File(two), new() { MaxRules = 1 }));
        string conditions = """{"id":"A","effect":"permit","reason":"why","when":[{"attribute":"session","operator":"present"},{"attribute":"person","operator":"present"}]}""";
        Assert.Throws<PolicySetException>(() => PolicySet.Parse(File(conditions), new() { MaxConditions = 1 }));
    }

    [Fact]
    public void A_message_quotes_nothing_of_the_file()
    {
        byte[] file = File("""{"id":"A","effect":"QZX-CANARY","reason":"why","QZX-CANARY":1,"target":{"purposes":["QZX-CANARY"]}}""", "\"QZX-CANARY\":1,");
        PolicySetException exception = Assert.Throws<PolicySetException>(() => PolicySet.Parse(file));
        Assert.DoesNotContain("QZX-CANARY", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_laid_over_each_other_hold_together()
    {
        PolicySet a = PolicySet.Create("a", "1", [Permit("A-1")]);
        PolicySet b = PolicySet.Create("b", "1", [Forbid("B-1", new() { RecordTypes = ["custody"] })]);
        PolicySet both = PolicySet.Combine(a, b);

        Assert.Equal(both.Hash, PolicySet.Combine(b, a).Hash);
        Assert.True(both.Evaluate(SampleContexts.Consult()).IsPermitted);
        Assert.Equal(["B-1"], both.Evaluate(SampleContexts.Consult("custody")).Rules);
        Assert.Throws<PolicySetException>(() => PolicySet.Combine(a, PolicySet.Create("c", "1", [Permit("A-1")])));
    }

    [Fact]
    public void Only_a_switchable_rule_can_be_switched_off_and_only_by_another_set()
    {
        PolicySet @base = PolicySet.Create("base", "1", [Permit("P"), Forbid("soft") with { Switchable = true }]);
        PolicySet Overlay(string rule) => PolicySet.Create("overlay", "1", [], [new() { Rule = rule, Reason = "Decided by us" }]);

        Assert.False(@base.Evaluate(SampleContexts.Consult()).IsPermitted);
        Assert.True(PolicySet.Combine(@base, Overlay("soft")).Evaluate(SampleContexts.Consult()).IsPermitted);
        Assert.Contains("cannot be switched off", Assert.Throws<PolicySetException>(() => PolicySet.Combine(@base, Overlay("P"))).Message, StringComparison.Ordinal);
        Assert.Throws<PolicySetException>(() => PolicySet.Combine(@base, Overlay("nobody")));
        PolicySet itself = PolicySet.Create("self", "1", [Forbid("S") with { Switchable = true }], [new() { Rule = "S", Reason = "A set that undoes itself" }]);
        Assert.Throws<PolicySetException>(() => PolicySet.Combine(itself));
    }
}
