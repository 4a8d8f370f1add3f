using Policing.DataModel;

namespace Policing.Ethics.Compilation;

/// <summary>
/// Whether a part of a rule's target fits, one part at a time: what the index is made from, and what explanations say. Of sets and levels the
/// protective side is taken, see <see cref="RuleTarget"/>.
/// </summary>
internal static class TargetFit
{
    public static bool Operation(PolicyRule rule, AccessOperation operation) =>
        operation is not AccessOperation.Unstated ? rule.Target.Operations.IsEmpty || rule.Target.Operations.Contains(operation) : Restricts(rule);

    public static bool Text(PolicyRule rule, ValueList<string> wanted, string? text) =>
        wanted.IsEmpty || (text is null ? Restricts(rule) : wanted.Contains(text, StringComparer.Ordinal));

    public static bool Recipient(PolicyRule rule, AgencyName? recipient) =>
        rule.Target.Recipients.IsEmpty || (recipient is { } name && rule.Target.Recipients.Any(text => AgencyName.Parse(text) == name));

    public static bool Subjects(PolicyRule rule, SubjectCategories subjects) => Flags(rule, (int)rule.Target.Subjects, (int)subjects);

    public static bool Classes(PolicyRule rule, RecordClasses classes) => Flags(rule, (int)rule.Target.Classes, (int)classes);

    public static bool Marking(PolicyRule rule, MarkingLevel level) =>
        rule.Target.Markings.IsEmpty || (level is MarkingLevel.Unknown ? Restricts(rule) : rule.Target.Markings.Contains(level));

    private static bool Flags(PolicyRule rule, int wanted, int found)
    {
        if (wanted == 0) return true;
        if (found == 0) return Restricts(rule);
        return Restricts(rule) ? (wanted & found) != 0 : (found & ~wanted) == 0;
    }

    private static bool Restricts(PolicyRule rule) => rule.Effect is not RuleEffect.Permit;
}
