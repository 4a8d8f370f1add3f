namespace Policing.Ethics.Audit;

/// <summary>What a proof file shows.</summary>
public enum ProofOutcome
{
    /// <summary>The checkpoint is not one of a log that the policy names, or too few witnesses signed it; also the default. Nothing is shown.</summary>
    CheckpointRefused,

    /// <summary>The checkpoint is good, and the entry is not at this index of its tree.</summary>
    NotIncluded,

    /// <summary>The entry stands at this index of the log, as far as the keys of the policy are believed.</summary>
    Included,
}
