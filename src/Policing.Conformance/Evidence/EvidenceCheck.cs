using System.Diagnostics.CodeAnalysis;

namespace Policing.Conformance.Evidence;

/// <summary>What came of verifying evidence. Immutable.</summary>
public sealed record EvidenceCheck
{
    internal EvidenceCheck(EvidenceFault fault, ConformanceEvidence? evidence) => (Fault, Evidence) = (fault, evidence);

    /// <summary>Why it is not to be relied on; <see cref="EvidenceFault.None"/> where it is.</summary>
    public EvidenceFault Fault { get; }

    /// <summary>Whether it is to be relied on, as far as its signer is.</summary>
    [MemberNotNullWhen(true, nameof(Evidence))]
    public bool IsGood => Fault == EvidenceFault.None;

    /// <summary>What it says; null where its signature is not good. Evidence that has expired, or is not valid yet, is here too.</summary>
    public ConformanceEvidence? Evidence { get; }
}
