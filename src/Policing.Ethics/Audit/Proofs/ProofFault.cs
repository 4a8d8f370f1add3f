namespace Policing.Ethics.Audit;

/// <summary>Why bytes are not a proof file.</summary>
public enum ProofFault
{
    /// <summary>They are; also the default.</summary>
    None,

    /// <summary>There is more than the limit allows.</summary>
    TooLong,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The first line does not name the format and its version.</summary>
    FirstLine,

    /// <summary>The line of further data is not base64 in its one spelling.</summary>
    Extra,

    /// <summary>There is no index, or it is not a whole number without leading zeros.</summary>
    Index,

    /// <summary>A line of the proof is not a hash, or there are more than a tree can have.</summary>
    Hashes,

    /// <summary>What follows is not a checkpoint in a signed note.</summary>
    Checkpoint,

    /// <summary>The index is not in the tree of the checkpoint.</summary>
    NotInTree,
}
