using System.Globalization;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PolicyProof.Cedar;

/// <summary>A rule of ours in the language of Cedar. All of a request is in the context; what is not stated is not there.</summary>
internal static class CedarPolicy
{
    private const string Never = "false";

    /// <param name="rule">The rule. One that only obliges becomes a permit, in a policy set of its own: whether it applies is what is compared.</param>
    public static string Of(PolicyRule rule)
    {
        string effect = rule.Effect is RuleEffect.Forbid ? "forbid" : "permit";
        string when = string.Join(" && ", Target(rule).Concat(InForce(rule)).Concat(rule.When.Select(Condition)).DefaultIfEmpty("true"));
        string unless = rule.Unless.IsEmpty ? "" : $" unless {{ {string.Join(" && ", rule.Unless.Select(Condition))} }}";
        return $"{effect}(principal, action, resource) when {{ {when} }}{unless};";
    }

    // A rule that permits asks that all of it is known and listed, one that restricts that any of it is listed or unknown.
    private static IEnumerable<string> Target(PolicyRule rule)
    {
        bool permits = rule.Effect is RuleEffect.Permit;
        RuleTarget target = rule.Target;
        if (permits || !target.Operations.IsEmpty) yield return Stated(permits, "operation", target.Operations.IsEmpty ? "true" : One("operation", target.Operations.Select(PolicyNames.Operations.Of)));
        if (!target.RecordTypes.IsEmpty) yield return Stated(permits, "recordType", One("recordType", target.RecordTypes));
        if (!target.Purposes.IsEmpty) yield return One("purpose", target.Purposes);
        if (!target.Recipients.IsEmpty) yield return $"(context has recipient && {One("recipient", target.Recipients)})";
        if (target.Subjects is not SubjectCategories.Unknown) yield return Stated(permits, "subjects", Set(permits, "subjects", Names(PolicyNames.Subjects, target.Subjects)));
        if (target.Classes is not RecordClasses.Unstated) yield return Set(permits, "classes", Names(PolicyNames.Classes, target.Classes));
        if (!target.Markings.IsEmpty) yield return Markings(permits, target.Markings);
    }

    private static string Stated(bool permits, string attribute, string test) =>
        permits ? $"(context has {attribute} && {test})" : $"(!(context has {attribute}) || {test})";

    private static string Set(bool permits, string attribute, IEnumerable<string> names) =>
        permits ? $"{List(names)}.containsAll(context.{attribute})" : $"{List(names)}.containsAny(context.{attribute})";

    private static string Markings(bool permits, ValueList<MarkingLevel> levels)
    {
        string listed = $"[{string.Join(", ", levels.Select(level => (int)level))}].contains(context.marking)";
        return permits ? listed : $"({listed} || context.marking == {(int)MarkingLevel.Unknown})";
    }

    private static IEnumerable<string> InForce(PolicyRule rule)
    {
        if (rule.InForceFrom is { } from) yield return $"context.day >= {from.DayNumber.ToString(CultureInfo.InvariantCulture)}";
        if (rule.InForceUntil is { } until) yield return $"context.day < {until.DayNumber.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Condition(RuleCondition condition)
    {
        string name = PolicyNames.Attributes.Of(condition.Attribute);
        string value = $"context.{name}";
        string other = condition.Other is { } attribute ? $"context.{PolicyNames.Attributes.Of(attribute)}" : "";
        string values = List(condition.Values);
        return condition.Operator switch
        {
            ConditionOperator.Present => Presence(condition.Attribute, name),
            ConditionOperator.Absent => $"!({Presence(condition.Attribute, name)})",
            ConditionOperator.In => $"{values}.contains({value})",
            ConditionOperator.NotIn => $"!({values}.contains({value}))",
            ConditionOperator.ContainsAny => $"{value}.containsAny({values})",
            ConditionOperator.ContainsAll => $"{value}.containsAll({values})",
            ConditionOperator.ContainsNone => $"!({value}.containsAny({values}))",
            ConditionOperator.Within => $"(!({value}.isEmpty()) && {values}.containsAll({value}))",
            ConditionOperator.AtMost => $"{value} <= {Level(condition)}",
            ConditionOperator.Above => $"{value} > {Level(condition)}",
            ConditionOperator.MemberOf => $"{other}.contains({value})",
            ConditionOperator.NotMemberOf => $"!({other}.contains({value}))",
            ConditionOperator.SameAs => $"{value} == {other}",
            ConditionOperator.DiffersFrom => $"{value} != {other}",
            _ => Never,
        };
    }

    private static string Presence(RequestAttribute attribute, string name) => AttributeShapes.Of(attribute) switch
    {
        AttributeShape.Texts or AttributeShape.Agencies => $"!(context.{name}.isEmpty())",
        _ => $"context has {name}",
    };

    private static int Level(RuleCondition condition) => PolicyNames.Markings.TryGet(condition.Values[0], out MarkingLevel level) ? (int)level : 0;

    private static string One(string attribute, IEnumerable<string> values) => $"{List(values)}.contains(context.{attribute})";

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(value => $"\"{value}\""))}]";

    private static IEnumerable<string> Names<T>(WireNames<T> names, T flags)
        where T : struct, Enum => Enum.GetValues<T>().Where(flag => names.Has(flag) && flags.HasFlag(flag)).Select(names.Of);
}
