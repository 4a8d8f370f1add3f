namespace Policing.Ethics.Audit;

/// <summary>The answer of <see cref="SignedNote.Verify"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed record NoteVerification
{
    /// <summary>What the signatures are worth.</summary>
    public NoteOutcome Outcome { get; init; }

    /// <summary>Whether the text may be believed as far as the keys are.</summary>
    public bool IsVerified => Outcome == NoteOutcome.Verified;

    /// <summary>The signatures that hold, one for each key; none unless <see cref="IsVerified"/>.</summary>
    public IReadOnlyList<NoteSignature> Verified { get; init; } = [];

    /// <summary>The signatures of keys that were not given, each once. Nothing is known of them.</summary>
    public IReadOnlyList<NoteSignature> Unknown { get; init; } = [];

    /// <summary>The outcome.</summary>
    public override string ToString() => $"{nameof(NoteVerification)} {Outcome}";
}
