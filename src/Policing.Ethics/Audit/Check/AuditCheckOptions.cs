namespace Policing.Ethics.Audit;

/// <summary>What a log is held against.</summary>
public sealed class AuditCheckOptions
{
    /// <summary>
    /// The keys of the log's first checkpoint, from where the reader keeps them and not from the log. Those that came later are taken as the log announces them
    /// (<see cref="KeyHistory"/>).
    /// </summary>
    public required IReadOnlyList<INoteVerifier> Verifiers { get; init; }

    /// <summary>Checks Ed25519 keys that the log took later; null where there is none.</summary>
    public IEd25519Verifier? Ed25519 { get; init; }

    /// <summary>The log's present keys and its witnesses, for the level of assurance; null for no witnesses.</summary>
    public WitnessPolicy? Policy { get; init; }

    /// <summary>Checkpoints that were kept elsewhere. Without one, that an old copy was put back whole cannot be seen.</summary>
    public IReadOnlyList<SignedNote> Pinned { get; init; } = [];

    /// <summary>How many read at once; the number of processors unless told.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The most findings that are kept; 1,000 unless told. The report says whether there were more.</summary>
    public int MostFindings { get; init; } = 1_000;
}
