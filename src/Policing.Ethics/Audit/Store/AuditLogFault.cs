namespace Policing.Ethics.Audit;

/// <summary>Why a log did not do what was asked.</summary>
public enum AuditLogFault
{
    /// <summary>Nothing; also the default.</summary>
    None,

    /// <summary>The store cannot be reached, is locked for too long, or failed in a way that it does not explain. It may pass.</summary>
    Unavailable,

    /// <summary>There is no room: the disk is full, or the database at its limit.</summary>
    StoreFull,

    /// <summary>The store can be read and not written.</summary>
    ReadOnly,

    /// <summary>The store is set so that what it calls durable may be lost. What to change stands in the message.</summary>
    UnsafeSettings,

    /// <summary>What is in the store is not a log of this format, or damaged. Run the check.</summary>
    Damaged,

    /// <summary>The store is the log of another origin.</summary>
    OtherLog,

    /// <summary>The store has fewer entries than this log has signed for, or than were seen: an old copy was put back, or entries were cut off.</summary>
    RolledBack,

    /// <summary>The entries are not those that this log signed for.</summary>
    Forked,

    /// <summary>Too many entries wait.</summary>
    BufferFull,

    /// <summary>An entry is longer than a log keeps.</summary>
    TooLong,

    /// <summary>No checkpoint could be signed.</summary>
    NotSigned,

    /// <summary>The keys that were given are not those that the log signs with.</summary>
    OtherKey,

    /// <summary>There is no such entry.</summary>
    NoSuchEntry,

    /// <summary>The two people of an erasure are not two people.</summary>
    NotTwoPeople,

    /// <summary>The authority of an erasure is not stated in 3 to 250 characters.</summary>
    NoAuthority,

    /// <summary>Details are younger than they must be kept.</summary>
    TooYoung,

    /// <summary>There are no details to erase.</summary>
    NoDetails,

    /// <summary>The log was closed.</summary>
    Closed,
}
