namespace Policing.Ethics.Audit;

/// <summary>The answer of <see cref="WitnessPolicy.Check"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WitnessPolicyCheck
{
    /// <summary>What the policy says.</summary>
    public WitnessPolicyOutcome Outcome { get; init; }

    /// <summary>Whether the checkpoint may be believed as far as the policy is.</summary>
    public bool IsMet => Outcome == WitnessPolicyOutcome.Met;

    /// <summary>The witnesses that signed, by their names in the policy. With a quorum of none the checkpoint speaks against outsiders only, not against its operator.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];

    /// <summary>How much the word of the log is worth by that: witnessed where the policy is met and a witness signed.</summary>
    public AssuranceLevel Level { get; init; }

    /// <summary>The outcome.</summary>
    public override string ToString() => $"{nameof(WitnessPolicyCheck)} {Outcome}";
}
