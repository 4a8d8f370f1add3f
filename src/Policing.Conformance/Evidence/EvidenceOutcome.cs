namespace Policing.Conformance.Evidence;

/// <summary>What evidence is worth. <c>default</c> is <see cref="NotEvidence"/>.</summary>
public enum EvidenceOutcome
{
    /// <summary>It is no evidence of this form, or was edited so that it is none any more.</summary>
    NotEvidence,

    /// <summary>It is signed with another key than the one that was given.</summary>
    OtherKey,

    /// <summary>The signature does not fit: it was edited.</summary>
    Edited,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It is from the future, as the clock here has it.</summary>
    NotYet,

    /// <summary>It is as it was signed, and its time is not over. That is all: it is self-declared.</summary>
    Good,
}
