using System.Runtime.InteropServices;

namespace Policing.Ethics.Audit;

/// <summary>A row of a store, which may be anything: nobody has checked it yet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredEntry(ulong Index, byte[] Id, byte[] Core, byte[] CoreSalt, byte[] DetailsHash, byte[]? Details, byte[]? DetailsSalt)
{
    /// <summary>The hash of the leaf of what the row says; null where it cannot be one.</summary>
    public MerkleHash? Leaf()
    {
        if (CoreSalt.Length != AuditLeaf.SaltBytes || DetailsHash.Length != MerkleHash.Length) return null;
        return AuditLeaf.HashOf(AuditLeaf.CommitCore(Core, CoreSalt), new MerkleHash(DetailsHash));
    }

    /// <summary>The bytes of the leaf.</summary>
    public byte[] LeafBytes() => AuditLeaf.BytesOf(AuditLeaf.CommitCore(Core, CoreSalt), new MerkleHash(DetailsHash));

    /// <summary>Whether the details are those that were logged.</summary>
    public bool HasGoodDetails() => Details is not null && DetailsSalt?.Length == AuditLeaf.SaltBytes
        && DetailsHash.Length == MerkleHash.Length && AuditLeaf.CommitDetails(Details, DetailsSalt) == new MerkleHash(DetailsHash);
}
