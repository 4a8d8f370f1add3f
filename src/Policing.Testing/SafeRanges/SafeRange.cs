namespace Policing.Testing;

/// <summary>One row of the table of safe ranges: values that look right and are nobody's. Immutable.</summary>
public sealed record SafeRange
{
    internal SafeRange()
    {
    }

    /// <summary>Which identifier.</summary>
    public required SafeIdentifier Identifier { get; init; }

    /// <summary>The range, in words.</summary>
    public required string Range { get; init; }

    /// <summary>How sure it is.</summary>
    public required SafeRangeCertainty Certainty { get; init; }

    /// <summary>Where this is from, and what of it was read.</summary>
    public required string Source { get; init; }

    /// <summary>What a user of the values should know; empty when there is nothing.</summary>
    public string Note { get; init; } = "";
}
