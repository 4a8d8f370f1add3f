namespace Policing.Ethics.Audit;

/// <summary>A checkpoint, and what is known of it.</summary>
internal sealed class CheckedCheckpoint(ulong size, MerkleHash root, bool isPinned, SignedNote note)
{
    public ulong Size => size;

    public MerkleHash Root => root;

    public bool IsPinned => isPinned;

    public SignedNote Note => note;

    /// <summary>Whether the keys that the log had then signed it, and no other.</summary>
    public bool IsVerified { get; set; }

    /// <summary>Whether it is signed and the entries make its root.</summary>
    public bool Holds { get; set; }
}
