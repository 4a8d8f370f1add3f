using Policing.DataModel;

namespace Policing.Ethics.Compilation;

/// <summary>What became of rules, part by part. Slow and complete, where the index is fast and silent; both rest on <see cref="TargetFit"/>.</summary>
internal static class RuleTraces
{
    /// <summary>The operation, and the seven parts after it.</summary>
    public const int AllTargetParts = 8;
    private const int LaterParts = AllTargetParts - 1;
    private const int MostNearMisses = 3;

    public static RuleTrace Of(CompiledRule compiled, in AccessRequest request)
    {
        int parts = 0;
        if (TargetStop(compiled, request, ref parts) is { } target) return new(compiled.Rule, false, false, target, parts);
        PolicyRule rule = compiled.Rule;
        TestResult when = compiled.When(request, out int place);
        parts += place;
        if (when is not TestResult.Yes) return new(rule, false, when is TestResult.Error, Words(rule.When[place], when), parts);
        if (rule.Unless.IsEmpty) return new(rule, true, false, null, parts);
        TestResult unless = compiled.Unless(request, out place);
        if (unless is TestResult.No) return new(rule, true, false, null, parts);
        return unless is TestResult.Error
            ? new(rule, false, true, Words(rule.Unless[place], unless), parts)
            : new(rule, false, false, $"an exception not to hold: {string.Join(" and ", rule.Unless)}", parts);
    }

    /// <summary>
    /// The permits that came nearest, nearest first. One for another operation is not near; those for the purpose that was stated come first, so
    /// that nobody is pointed to another purpose where the mistake is elsewhere.
    /// </summary>
    public static ValueList<NearMiss> NearMisses(IEnumerable<CompiledRule> rules, AccessRequest request) => ValueList.From(
        rules.Where(rule => rule.Rule.Effect is RuleEffect.Permit).Select(rule => Of(rule, request))
            .Where(trace => trace is { Applies: false, Parts: >= 1 })
            .OrderByDescending(trace => FitsPurpose(trace.Rule, request)).ThenByDescending(trace => trace.Parts).ThenBy(trace => trace.Rule.IsForEmergencies).ThenBy(trace => trace.Rule.Id, StringComparer.Ordinal)
            .Take(MostNearMisses).Select(trace => new NearMiss(trace.Rule.Id, trace.Stopped!, trace.Rule.Reason)));

    /// <summary>The part of the target that does not fit; <paramref name="parts"/> counts all that do, since a rule with one part amiss is near wherever that part stands.</summary>
    private static string? TargetStop(CompiledRule compiled, in AccessRequest request, ref int parts)
    {
        PolicyRule rule = compiled.Rule;
        RuleTarget target = rule.Target;
        if (!TargetFit.Operation(rule, request.Operation)) return $"operation {string.Join(", ", target.Operations.Select(PolicyNames.Operations.Of))}";
        parts++;
        string? stopped = null;
        int held = 0;
        Part(FitsPurpose(rule, request), $"purpose {string.Join(", ", target.Purposes)}");
        Part(TargetFit.Text(rule, target.RecordTypes, request.RecordType), $"record type {string.Join(", ", target.RecordTypes)}");
        Part(TargetFit.Recipient(rule, request.Recipient is { } recipient ? AgencyName.Of(recipient) : null), $"recipient {string.Join(", ", target.Recipients)}");
        Part(TargetFit.Subjects(rule, request.Subjects), $"subjects {PolicyNames.Of(PolicyNames.Subjects, target.Subjects)}");
        Part(TargetFit.Classes(rule, RequestValues.Classes(request)), $"data classes {PolicyNames.Of(PolicyNames.Classes, target.Classes)}");
        Part(TargetFit.Marking(rule, MarkingLevels.Of(request.Marking)), $"marking {string.Join(", ", target.Markings.Select(PolicyNames.Markings.Of))}");
        Part(compiled.IsInForce(request.Time), "a day on which the rule is in force");
        parts += stopped is null ? LaterParts : held;
        return stopped;

        void Part(bool fits, string words)
        {
            if (fits) held++;
            else stopped ??= words;
        }
    }

    private static bool FitsPurpose(PolicyRule rule, in AccessRequest request) => TargetFit.Text(rule, rule.Target.Purposes, request.Context!.Purpose.OwnCode);

    private static string Words(RuleCondition condition, TestResult result) => result is TestResult.Error
        ? $"{PolicyNames.Attributes.Of(condition.Attribute)}, which the request does not have"
        : condition.ToString();
}
