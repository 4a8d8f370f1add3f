using Policing.DataModel.Codes;

namespace Policing.Ethics;

internal static class ConditionChecks
{
    /// <summary>What is wrong with a condition; null when nothing is.</summary>
    public static string? Fault(RuleCondition condition, PolicyLimits limits)
    {
        AttributeShape shape = AttributeShapes.Of(condition.Attribute);
        if (!AttributeShapes.Takes(shape, condition.Operator)) return "This operator does not go with this attribute.";
        if (AttributeShapes.TakesValues(condition.Operator) != (condition.Values.Count > 0))
            return condition.Values.IsEmpty ? "The operator needs values." : "The operator takes no values.";
        if (condition.Values.Count > limits.MaxValues) return $"More than {limits.MaxValues} values.";
        AttributeShape? other = AttributeShapes.OtherFor(shape, condition.Operator);
        AttributeShape? given = condition.Other is { } attribute ? AttributeShapes.Of(attribute) : null;
        if (other != given) return other is null ? "The operator takes no other attribute." : "The operator needs another attribute, of the kind that goes with this one.";
        return ValueFault(condition);
    }

    private static string? ValueFault(RuleCondition condition)
    {
        if (condition.Operator is ConditionOperator.AtMost or ConditionOperator.Above && condition.Values.Count != 1) return "The operator takes one level.";
        foreach (string value in condition.Values)
            if (!IsKnown(condition.Attribute, value)) return "A value is not of the attribute's list. A code of your own begins with x-.";
        return null;
    }

    private static bool IsKnown(RequestAttribute attribute, string value) => attribute switch
    {
        RequestAttribute.Purpose or RequestAttribute.CollectedFor or RequestAttribute.PermittedPurposes => RuleChecks.IsCode(value, ProcessingPurpose.BuiltIn),
        RequestAttribute.Basis => RuleChecks.IsCode(value, LawfulBasis.BuiltIn),
        RequestAttribute.Condition => RuleChecks.IsCode(value, Schedule8Condition.BuiltIn),
        RequestAttribute.Status => RuleChecks.IsCode(value, RecordState.BuiltIn),
        RequestAttribute.Subjects => PolicyNames.Subjects.TryGet(value, out _),
        RequestAttribute.Classes => PolicyNames.Classes.TryGet(value, out _),
        RequestAttribute.Marking => PolicyNames.Markings.TryGet(value, out _),
        _ => value.Length > 0,
    };
}
