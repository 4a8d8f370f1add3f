namespace Policing.Ethics;

/// <summary>What an audit entry is about.</summary>
public enum AuditEntryKind
{
    /// <summary>An access was decided on, permitted or not; also the default.</summary>
    Access,

    /// <summary>A policy set came into force in this process.</summary>
    PolicyLoaded,

    /// <summary>A second person looked at an access.</summary>
    Review,

    /// <summary>Details of entries were erased, on the word of two people.</summary>
    Erasure,

    /// <summary>The audit log itself was read.</summary>
    Reading,

    /// <summary>A key of the audit log was exchanged.</summary>
    KeyRotated,
}
