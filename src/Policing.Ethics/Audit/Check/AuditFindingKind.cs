namespace Policing.Ethics.Audit;

/// <summary>What a check found.</summary>
public enum AuditFindingKind
{
    /// <summary>Nothing; also the default.</summary>
    None,

    /// <summary>An entry, its details or a stretch of entries are not what was logged.</summary>
    Edited,

    /// <summary>Entries are missing.</summary>
    Deleted,

    /// <summary>Entries stand at each other's places.</summary>
    Reordered,

    /// <summary>Entries that a checkpoint covers are cut off at the end.</summary>
    Truncated,

    /// <summary>The log signed two histories of which neither begins as the other.</summary>
    Forked,

    /// <summary>The log is smaller than a checkpoint that was kept elsewhere: an old copy was put back.</summary>
    RolledBack,

    /// <summary>A checkpoint is not signed by the keys that the log had then, or by another besides: a key that no entry and no checkpoint of both keys announced.</summary>
    KeySwapped,

    /// <summary>A checkpoint is malformed, of another log, or its signature does not hold.</summary>
    CheckpointForged,

    /// <summary>Details are gone and no entry says that they were erased.</summary>
    DetailsDestroyed,

    /// <summary>The core of an entry is empty.</summary>
    CoreDeleted,

    /// <summary>An entry claims an erasure that the rules do not allow: not two people, too early, of what came later.</summary>
    ErasureForged,

    /// <summary>Details are there that an entry says were erased.</summary>
    ErasureIncomplete,

    /// <summary>A stored tile of hashes is not that of its entries, which are good. Nothing is lost.</summary>
    TileDamaged,
}
