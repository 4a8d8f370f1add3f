using System.Text;
using Policing.Ethics.Audit;

namespace Policing.AuditProof;

/// <summary>A log of entries that say nothing of anybody, with the tree over them.</summary>
internal sealed class SampleLog
{
    private readonly List<byte[]> _entries = [];

    public SampleLog(int entries, int seed)
    {
        Random random = new(seed);
        byte[] coreSalt = new byte[AuditLeaf.SaltBytes];
        byte[] detailsSalt = new byte[AuditLeaf.SaltBytes];
        for (int i = 0; i < entries; i++)
        {
            random.NextBytes(coreSalt);
            random.NextBytes(detailsSalt);
            byte[] leaf = AuditLeaf.Of(Encoding.UTF8.GetBytes($$"""{"operation":"consultation","number":{{i}}}"""), coreSalt, "{}"u8.ToArray(), detailsSalt).ToUtf8();
            _entries.Add(leaf);
            Tree.Append(MerkleHash.OfLeaf(leaf));
        }
    }

    public IReadOnlyList<byte[]> Entries => _entries;

    public MerkleTree Tree { get; } = new();
}
