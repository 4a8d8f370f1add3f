namespace Policing.Conformance.Evidence;

/// <summary>Why evidence is not to be relied on. <c>default</c> is <see cref="None"/>.</summary>
public enum EvidenceFault
{
    /// <summary>Nothing is wrong with it.</summary>
    None,

    /// <summary>It is no evidence, or was changed in a way that leaves none.</summary>
    NotEvidence,

    /// <summary>It was signed with a key that is none of those that were given.</summary>
    OtherKey,

    /// <summary>The signature is not that of the key: the content, or the signature, was changed.</summary>
    Signature,

    /// <summary>It says that it was signed in the future.</summary>
    NotYet,

    /// <summary>Its time has passed.</summary>
    Expired,
}
