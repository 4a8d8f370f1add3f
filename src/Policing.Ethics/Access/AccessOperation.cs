namespace Policing.Ethics;

/// <summary>What is done with the data: the six operations that a log must be kept of, and one of our own.</summary>
/// <remarks>Source of the six: DPA 2018 s.62(1).</remarks>
public enum AccessOperation
{
    /// <summary>Not stated, which is also the default: no rule permits it.</summary>
    Unstated,

    /// <summary>Taking data in.</summary>
    Collection,

    /// <summary>Changing it.</summary>
    Alteration,

    /// <summary>Looking at it, searching included.</summary>
    Consultation,

    /// <summary>Giving it to somebody else, transfers included.</summary>
    Disclosure,

    /// <summary>Joining it with other data.</summary>
    Combination,

    /// <summary>Destroying it.</summary>
    Erasure,

    /// <summary>Reading the audit log itself; ours, since s.62(4) limits what the log may be used for.</summary>
    AuditReading,
}
