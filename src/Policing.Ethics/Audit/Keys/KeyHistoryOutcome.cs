namespace Policing.Ethics.Audit;

/// <summary>What a checkpoint says of the keys of its log.</summary>
public enum KeyHistoryOutcome
{
    /// <summary>The note is no checkpoint; also the default.</summary>
    NotACheckpoint,

    /// <summary>A signature in the name of a key of the log does not hold.</summary>
    Forged,

    /// <summary>A key signed that no entry announced, or a key that should have signed did not.</summary>
    KeySwap,

    /// <summary>The present keys signed it, and nobody else.</summary>
    Signed,

    /// <summary>The old and the new key signed it, as an entry says. From here on the new one is the present key.</summary>
    Rotated,
}
