namespace Policing.Ethics.Audit;

/// <summary>The answer of a <see cref="CheckpointPin"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PinCheck
{
    /// <summary>What the pin says of the log.</summary>
    public PinOutcome Outcome { get; init; }

    /// <summary>The number of entries that are pinned; 0 where there is no pin that can be read.</summary>
    public ulong PinnedSize { get; init; }

    /// <summary>Whether the log still holds what is pinned.</summary>
    public bool IsHeld => Outcome == PinOutcome.Held;

    /// <summary>What that makes the log's word worth.</summary>
    public AssuranceLevel Level => IsHeld ? AssuranceLevel.Pinned : AssuranceLevel.Unwitnessed;

    /// <summary>The outcome.</summary>
    public override string ToString() => $"{nameof(PinCheck)} {Outcome}";
}
