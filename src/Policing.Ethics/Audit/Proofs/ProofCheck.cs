namespace Policing.Ethics.Audit;

/// <summary>The answer of <see cref="LogProof.Verify"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ProofCheck
{
    /// <summary>What the proof shows.</summary>
    public ProofOutcome Outcome { get; init; }

    /// <summary>Whether the entry is in the log, as far as <see cref="Level"/> goes.</summary>
    public bool IsIncluded => Outcome == ProofOutcome.Included;

    /// <summary>How much the word of the log is worth.</summary>
    public AssuranceLevel Level { get; init; }

    /// <summary>The outcome and the level.</summary>
    public override string ToString() => $"{nameof(ProofCheck)} {Outcome}, {Level}";
}
