namespace Policing.Conformance.Running;

/// <summary>A document, or lines of documents, to be judged. Immutable.</summary>
public sealed record ConformanceInput
{
    /// <summary>The number from 1, by which reports name it.</summary>
    public required int Number { get; init; }

    /// <summary>The path; null where there is none. Reports name it only where they are asked to.</summary>
    public string? Path { get; init; }

    /// <summary>Opens it for reading; the runner closes what it opened. NDJSON where the second is true, else one document.</summary>
    public required Func<CancellationToken, ValueTask<(Stream Stream, bool IsLines)>> OpenAsync { get; init; }
}
