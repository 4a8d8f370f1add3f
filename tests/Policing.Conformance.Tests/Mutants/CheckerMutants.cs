using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.DataModel.Validation;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>Programs that check documents, each blind to one rule; one for each rule that is an error, and one that cries wolf for each that is none.</summary>
internal static class CheckerMutants
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        .. from requirement in RequirementSet.BuiltIn.All
           where requirement.Target == RequirementTarget.Document && !requirement.Id.StartsWith("PSDK-STR-", StringComparison.Ordinal) && requirement.NotTested is null && !DocumentJudge.IsGap(requirement)
           select requirement.Level == RequirementLevel.Must ? Blind(requirement.Id) : Strict(requirement.Id),
    ];

    private static Mutant Blind(string rule) => new($"A checker without the rule {rule}", rule, $"{rule}-01", "missed", Checker((findings, valid) => valid || findings.Where(f => f.Severity == Severity.Error).All(f => f.Id == rule)));

    private static Mutant Strict(string rule) => new($"A checker that takes {rule} for an error", rule, $"{rule}-01", "false-alarm", Checker((findings, valid) => valid && findings.All(f => f.Id != rule)));

    private static MutantTarget Checker(Func<IEnumerable<Finding>, bool, bool> judge) => new((question, answer) =>
    {
        if (question.Operation != TargetOperation.Check || question.Schema is not null) return answer;
        ValidationReport report = new PolicingValidator(new ValidationOptions { Time = new Day(question.Today) }).Validate(question.Document.Span);
        return judge(report.Findings, report.IsValid) ? TargetAnswer.Valid : TargetAnswer.NotValid;
    });

    internal sealed class Day(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
