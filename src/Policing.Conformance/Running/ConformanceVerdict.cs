namespace Policing.Conformance.Running;

/// <summary>What a run comes to. It is a product's own evidence: nobody else has looked. <c>default</c> is <see cref="NotConformant"/>.</summary>
public enum ConformanceVerdict
{
    /// <summary>A binding requirement failed, was skipped or was not answered; or nothing was judged.</summary>
    NotConformant,

    /// <summary>All binding requirements that were judged are met, save those waived.</summary>
    ConformantWithWaivers,

    /// <summary>All binding requirements that were judged are met.</summary>
    Conformant,
}
