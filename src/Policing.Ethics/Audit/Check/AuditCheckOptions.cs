namespace Policing.Ethics.Audit;

/// <summary>What a log is held against.</summary>
public sealed class AuditCheckOptions
{
    /// <summary>The keys that may have signed the checkpoints. From where the reader keeps them, not from the log.</summary>
    public required IReadOnlyList<INoteVerifier> Verifiers { get; init; }

    /// <summary>Checkpoints that were kept elsewhere. Without one, that an old copy was put back whole cannot be seen.</summary>
    public IReadOnlyList<SignedNote> Pinned { get; init; } = [];

    /// <summary>How many read at once; the number of processors unless told.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The most findings that are kept; 1,000 unless told. The report says whether there were more.</summary>
    public int MostFindings { get; init; } = 1_000;
}
