namespace Policing.Ethics.Audit;

/// <summary>What asking the witnesses of a checkpoint gave.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WitnessRound
{
    /// <summary>The checkpoint with the cosignatures that hold.</summary>
    public required SignedNote Note { get; init; }

    /// <summary>What the policy says of it.</summary>
    public required WitnessPolicyCheck Check { get; init; }

    /// <summary>How each witness answered that was asked, in the order of the policy.</summary>
    public required IReadOnlyList<WitnessAnswer> Answers { get; init; }

    /// <summary>How much the word of the log is worth by that.</summary>
    public AssuranceLevel Level => Check.Level;

    /// <summary>
    /// Whether a witness knows the log otherwise than it is now: larger, or with other entries. That is evidence of a log that was cut, put back or written anew, and
    /// somebody should look at it today.
    /// </summary>
    public bool IsContradicted => Answers.Any(answer => answer.Outcome is WitnessOutcome.Ahead or WitnessOutcome.Inconsistent);

    /// <summary>The outcome and the level.</summary>
    public override string ToString() => $"{nameof(WitnessRound)} {Check.Outcome}, {Level}";
}
