using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.Benchmarks.Policy;

/// <summary>A thousand rules as a large force might have them, four conditions each, and a request that sixteen of them and more reach.</summary>
internal static class ManyRules
{
    public const int Rules = 1000;

    private static readonly string[] Types = ["person", "crime", "custody", "vehicle", "location", "incident", "statement", "exhibit", "arrest", "charge"];
    private static readonly string[] Purposes = ["investigation", "prosecution", "prevention", "safeguarding", "vetting"];
    private static readonly AccessOperation[] Operations = [AccessOperation.Consultation, AccessOperation.Disclosure, AccessOperation.Collection];

    public static PolicySet Set { get; } = PolicySet.Create("many", "1", Enumerable.Range(0, Rules).Select(Rule));

    public static AccessRequest Request { get; } = new()
    {
        Context = new()
        {
            Actor = new() { Person = "u-1", Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "desk", Roles = ["investigator", "supervisor"] },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1/31",
            Justification = "Identify the suspect of a burglary",
            Session = "s-1",
        },
        Operation = AccessOperation.Consultation,
        RecordType = "person",
        Subjects = SubjectCategories.Suspect,
        Controllers = [new() { Scheme = AgencyScheme.Police, Id = "essex" }, new() { Scheme = AgencyScheme.Police, Id = "kent" }],
        Facts = ["on-case"],
        Time = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero),
    };

    /// <summary>How many rules the target of the request leads to, and how many of those hold in all four conditions.</summary>
    public static (int Reached, int Applied) Reach()
    {
        PolicyExplanation explanation = Set.Explain(Request);
        return (explanation.Rules.Count(trace => trace.Parts >= 8), explanation.Rules.Count(trace => trace.Applies));
    }

    // Every fifteenth is of one type and operation; half of those for any purpose, so that the request meets about forty.
    private static PolicyRule Rule(int number) => new()
    {
        Id = $"M-{number:0000}",
        Effect = number % 10 == 7 ? RuleEffect.Forbid : RuleEffect.Permit,
        Reason = "One of many",
        Target = new()
        {
            Operations = [Operations[number % Operations.Length]],
            RecordTypes = [Types[number % Types.Length]],
            Purposes = number % 2 == 0 ? [Purposes[1 + (number / 30 % (Purposes.Length - 1))], "investigation"] : [Purposes[number % Purposes.Length]],
        },
        When =
        [
            RuleCondition.Present(RequestAttribute.CaseReference),
            RuleCondition.Of(RequestAttribute.Basis, ConditionOperator.In, "uk-gdpr-public-task", "part-3-consent", "part-3-task"),
            RuleCondition.Of(RequestAttribute.Roles, ConditionOperator.ContainsAny, "supervisor", $"team-{number % 50}"),
            // The last decides, so that all four are tested: of every second rule it does not hold.
            number % 4 == 0
                ? RuleCondition.Of(RequestAttribute.Agency, ConditionOperator.MemberOf, RequestAttribute.Controllers)
                : RuleCondition.Of(RequestAttribute.Facts, ConditionOperator.ContainsAny, $"fact-{number}"),
        ],
    };
}
