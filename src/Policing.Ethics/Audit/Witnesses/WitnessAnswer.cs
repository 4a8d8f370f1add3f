namespace Policing.Ethics.Audit;

/// <summary>How one witness answered.</summary>
/// <remarks>Immutable. It holds nothing that the witness said but sizes and signatures that were checked.</remarks>
public sealed record WitnessAnswer
{
    /// <summary>The witness, by its name in the policy.</summary>
    public required string Witness { get; init; }

    /// <summary>How it answered.</summary>
    public WitnessOutcome Outcome { get; init; }

    /// <summary>The size at which it knows the log, where it said so; null otherwise.</summary>
    public ulong? Size { get; init; }

    /// <summary>Its signature, which holds; null unless it <see cref="WitnessOutcome.Cosigned"/>.</summary>
    public NoteSignature? Cosignature { get; init; }

    /// <summary>The witness and the outcome.</summary>
    public override string ToString() => $"{nameof(WitnessAnswer)} {Witness} {Outcome}";
}
