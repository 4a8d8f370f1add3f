using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>One condition of a rule: an attribute of the request, an operator, and what to compare with.</summary>
/// <remarks>Immutable. Which operators go with which attribute is checked when a policy set is made.</remarks>
public sealed record RuleCondition
{
    /// <summary>What is looked at.</summary>
    public required RequestAttribute Attribute { get; init; }

    /// <summary>How.</summary>
    public required ConditionOperator Operator { get; init; }

    /// <summary>What it is compared with, for operators that compare with a list: codes, agencies as <c>kent</c> or <c>scheme:id</c>, or one level.</summary>
    public ValueList<string> Values { get; init; }

    /// <summary>What it is compared with, for operators that compare with another attribute.</summary>
    public RequestAttribute? Other { get; init; }

    /// <summary>There is a value.</summary>
    public static RuleCondition Present(RequestAttribute attribute) => new() { Attribute = attribute, Operator = ConditionOperator.Present };

    /// <summary>There is no value.</summary>
    public static RuleCondition Absent(RequestAttribute attribute) => new() { Attribute = attribute, Operator = ConditionOperator.Absent };

    /// <summary>The attribute against a list.</summary>
    public static RuleCondition Of(RequestAttribute attribute, ConditionOperator comparison, params ReadOnlySpan<string> values) =>
        new() { Attribute = attribute, Operator = comparison, Values = ValueList.Create(values) };

    /// <summary>The attribute against another.</summary>
    public static RuleCondition Of(RequestAttribute attribute, ConditionOperator comparison, RequestAttribute other) =>
        new() { Attribute = attribute, Operator = comparison, Other = other };

    /// <summary>The condition as a policy file has it: <c>basis in part-3-task, part-3-consent</c>.</summary>
    public override string ToString()
    {
        string start = $"{PolicyNames.Attributes.Of(Attribute)} {PolicyNames.Operators.Of(Operator)}";
        if (Other is { } other) return $"{start} {PolicyNames.Attributes.Of(other)}";
        return Values.IsEmpty ? start : $"{start} {string.Join(", ", Values)}";
    }
}
