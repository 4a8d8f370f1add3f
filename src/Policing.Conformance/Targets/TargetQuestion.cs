namespace Policing.Conformance.Targets;

/// <summary>One thing that a program is asked. Immutable.</summary>
public sealed record TargetQuestion
{
    /// <summary>What to do.</summary>
    public required TargetOperation Operation { get; init; }

    /// <summary>The document, as bytes, since it may be no JSON and no UTF-8; empty for <see cref="TargetOperation.Produce"/>.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>For <see cref="TargetOperation.Change"/>: which member, as a JSON Pointer.</summary>
    public string? Pointer { get; init; }

    /// <summary>For <see cref="TargetOperation.Change"/>: its new value, as JSON.</summary>
    public string? Value { get; init; }

    /// <summary>For <see cref="TargetOperation.Produce"/>: of which type.</summary>
    public string? Type { get; init; }

    /// <summary>For <see cref="TargetOperation.Produce"/>: the how-manieth, from 1; each is another record.</summary>
    public int Number { get; init; }

    /// <summary>For <see cref="TargetOperation.Check"/>: the strict schema to hold the document to, such as <c>address</c>; null for a whole record with all rules.</summary>
    public string? Schema { get; init; }

    /// <summary>For <see cref="TargetOperation.Check"/>: the day of the checking; dates after it lie in the future.</summary>
    public DateOnly Today { get; init; }
}
