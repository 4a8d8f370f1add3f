using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>A rule of a policy set. It applies where the target fits, all of <see cref="When"/> hold, and not all of <see cref="Unless"/> do.</summary>
/// <remarks>Immutable. It is checked when a <see cref="PolicySet"/> is made of it.</remarks>
public sealed record PolicyRule
{
    /// <summary>The id, unique over all sets that are used together: letters, digits, <c>. _ -</c>; at most 64.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the rule, at most 32 characters; <c>1</c> unless told.</summary>
    public string Version { get; init; } = "1";

    /// <summary>What it does where it applies.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>What the rule says, for people and for the audit entry.</summary>
    public required string Reason { get; init; }

    /// <summary>Which requests it is about; all of them unless told.</summary>
    public RuleTarget Target { get; init; } = new();

    /// <summary>What must hold besides, in this order; the first that does not ends the look at the rule.</summary>
    public ValueList<RuleCondition> When { get; init; }

    /// <summary>What makes an exception where all of it holds; empty makes none.</summary>
    public ValueList<RuleCondition> Unless { get; init; }

    /// <summary>What must be done where the rule applies. A rule that forbids may only log and notify.</summary>
    public ValueList<Obligation> Obligations { get; init; }

    /// <summary>What it stands on.</summary>
    public ValueList<Citation> Citations { get; init; }

    /// <summary>The first day, UTC, that the rule is in force; null is ever since.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The first day, UTC, that it is in force no longer; null is until further notice.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>Whether another set may switch it off. Unless told, none may.</summary>
    public bool Switchable { get; init; }

    /// <summary>True for a rule that permits in an emergency only. It must notify somebody and have another person review the use.</summary>
    public bool IsForEmergencies => Effect is RuleEffect.Permit
        && When.Any(condition => condition is { Attribute: RequestAttribute.Emergency, Operator: ConditionOperator.Present });

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
