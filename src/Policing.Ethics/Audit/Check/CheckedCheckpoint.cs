namespace Policing.Ethics.Audit;

/// <summary>A checkpoint, and what is known of it.</summary>
internal sealed class CheckedCheckpoint(ulong size, MerkleHash root, bool isPinned, bool isVerified)
{
    public ulong Size => size;

    public MerkleHash Root => root;

    public bool IsPinned => isPinned;

    public bool IsVerified => isVerified;

    /// <summary>Whether it is signed and the entries make its root.</summary>
    public bool Holds { get; set; }
}
