namespace Policing.Ethics;

/// <summary>Switches a rule of another set off, and says why. Only rules that are <see cref="PolicyRule.Switchable"/> can be.</summary>
public sealed record RuleSwitch
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Why, for the audit entry that is written when the set is loaded.</summary>
    public required string Reason { get; init; }
}
