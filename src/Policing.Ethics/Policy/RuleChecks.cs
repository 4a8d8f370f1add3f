using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics;

/// <summary>What a schema cannot say of rules. A rule that could never apply as its author meant it is a fault, since a rule that forbids would then permit.</summary>
internal static class RuleChecks
{
    private const string OwnPrefix = "x-";
    private static readonly TimeSpan MostToNotify = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MostToReview = TimeSpan.FromHours(24);

    public static List<PolicyProblem> Of(IReadOnlyList<PolicyRule> rules, PolicyLimits limits)
    {
        List<PolicyProblem> problems = [];
        if (rules.Count > limits.MaxRules) problems.Add(new("/rules", $"More than {limits.MaxRules} rules."));
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int place = 0; place < rules.Count; place++)
        {
            string pointer = $"/rules/{place}";
            if (!ids.Add(rules[place].Id)) problems.Add(new($"{pointer}/id", "Another rule of the set has this id."));
            problems.AddRange(Of(rules[place], limits).Select(found => new PolicyProblem(pointer + found.Place, found.Message)));
        }
        return problems;
    }

    private static IEnumerable<(string Place, string Message)> Of(PolicyRule rule, PolicyLimits limits) =>
    [
        .. Target(rule.Target, limits), .. Conditions(rule, limits), .. Obligations(rule), .. Dates(rule), .. Citations(rule),
    ];

    private static IEnumerable<(string Place, string Message)> Target(RuleTarget target, PolicyLimits limits)
    {
        for (int place = 0; place < target.RecordTypes.Count; place++)
            if (!IsOwn(target.RecordTypes[place]) && !RecordTypeClasses.IsKnown(target.RecordTypes[place]))
                yield return ($"/target/recordTypes/{place}", "No record has this type. A type of your own begins with x-.");
        for (int place = 0; place < target.Purposes.Count; place++)
            if (!IsCode(target.Purposes[place], ProcessingPurpose.BuiltIn))
                yield return ($"/target/purposes/{place}", "No purpose has this code. A purpose of your own begins with x-.");
        if (target.RecordTypes.Count > limits.MaxValues) yield return ("/target/recordTypes", $"More than {limits.MaxValues}.");
        if (target.Purposes.Count > limits.MaxValues) yield return ("/target/purposes", $"More than {limits.MaxValues}.");
        if (target.Recipients.Count > limits.MaxValues) yield return ("/target/recipients", $"More than {limits.MaxValues}.");
    }

    private static IEnumerable<(string Place, string Message)> Conditions(PolicyRule rule, PolicyLimits limits)
    {
        if (rule.When.Count + rule.Unless.Count > limits.MaxConditions) yield return ("/when", $"More than {limits.MaxConditions} conditions.");
        for (int place = 0; place < rule.When.Count; place++)
            if (ConditionChecks.Fault(rule.When[place], limits) is { } fault) yield return ($"/when/{place}", fault);
        for (int place = 0; place < rule.Unless.Count; place++)
            if (ConditionChecks.Fault(rule.Unless[place], limits) is { } fault) yield return ($"/unless/{place}", fault);
    }

    private static IEnumerable<(string Place, string Message)> Obligations(PolicyRule rule)
    {
        for (int place = 0; place < rule.Obligations.Count; place++)
            if (Fault(rule, rule.Obligations[place]) is { } fault) yield return ($"/obligations/{place}", fault);
        if (rule.Effect is RuleEffect.Oblige && rule.Obligations.IsEmpty) yield return ("/obligations", "A rule that obliges has none.");
        if (!rule.IsForEmergencies) yield break;
        if (!rule.Obligations.Any(o => o is Notify notify && notify.Within <= MostToNotify))
            yield return ("/obligations", "A permit for emergencies must notify somebody within 60 seconds.");
        if (!rule.Obligations.Any(o => o is SecondPersonAfterwards second && second.Within <= MostToReview))
            yield return ("/obligations", "A permit for emergencies must have a second person review it within 24 hours.");
    }

    private static string? Fault(PolicyRule rule, Obligation obligation) => obligation switch
    {
        LeaveOut { Classes: RecordClasses.Unstated, Members.IsEmpty: true } => "It says neither classes nor members.",
        Redact { Classes: RecordClasses.Unstated, Members.IsEmpty: true } => "It says neither classes nor members.",
        not (Notify or LogReason) when rule.Effect is RuleEffect.Forbid => "Nothing is handed over where a rule forbids: it may only log and notify.",
        _ => null,
    };

    private static IEnumerable<(string Place, string Message)> Dates(PolicyRule rule)
    {
        if (rule.InForceFrom >= rule.InForceUntil) yield return ("/inForceUntil", "The rule ends before it begins.");
    }

    private static IEnumerable<(string Place, string Message)> Citations(PolicyRule rule)
    {
        for (int place = 0; place < rule.Citations.Count; place++)
        {
            Citation citation = rule.Citations[place];
            if (citation.Certainty is CitationCertainty.Verified or CitationCertainty.Excerpt && string.IsNullOrWhiteSpace(citation.Source))
                yield return ($"/citations/{place}/source", "What was read is not named: such a citation is unverified.");
            if (citation.From >= citation.Until) yield return ($"/citations/{place}/until", "The provision ends before it begins.");
        }
    }

    public static bool IsCode<T>(string code, ReadOnlySpan<T> list)
        where T : CodedValue
    {
        if (IsOwn(code)) return true;
        foreach (T entry in list)
            if (string.Equals(entry.Code, code, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsOwn(string code) => code.StartsWith(OwnPrefix, StringComparison.Ordinal);
}
