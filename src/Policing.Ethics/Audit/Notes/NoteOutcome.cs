namespace Policing.Ethics.Audit;

/// <summary>What the signatures below a note are worth.</summary>
public enum NoteOutcome
{
    /// <summary>No signature is of a key that was given; also the default. The text must be ignored.</summary>
    NoKnownKey,

    /// <summary>At least one signature is of a key that was given, and all those hold.</summary>
    Verified,

    /// <summary>A signature in the name of a key that was given does not hold. The text must be ignored, whatever the others say.</summary>
    InvalidSignature,

    /// <summary>Two keys that were given have one name and id, and the note has a signature of it.</summary>
    AmbiguousKey,
}
