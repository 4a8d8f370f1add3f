namespace Policing.Ethics.Audit;

/// <summary>What a policy says of a checkpoint.</summary>
public enum WitnessPolicyOutcome
{
    /// <summary>The note is no checkpoint; also the default.</summary>
    NotACheckpoint,

    /// <summary>A signature in the name of a key of the policy does not hold, or two keys have one name and id.</summary>
    InvalidSignature,

    /// <summary>No log of the policy signed it under its own name.</summary>
    UnknownLog,

    /// <summary>A log signed it, and too few witnesses did.</summary>
    QuorumNotMet,

    /// <summary>A log signed it, and enough witnesses did.</summary>
    Met,
}
