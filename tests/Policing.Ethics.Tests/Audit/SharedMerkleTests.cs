using System.Text.Json;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

/// <summary>The proofs that others published with their verdict, read from ../shared/data/merkle where it is there.</summary>
public sealed class SharedMerkleTests
{
    [Fact]
    public void Inclusion_proofs_have_the_verdict_that_others_gave_them() => Assert.True(Agree("merkle/inclusion", Includes) >= 50);

    [Fact]
    public void Consistency_proofs_have_the_verdict_that_others_gave_them() => Assert.True(Agree("merkle/consistency", IsConsistent) >= 40);

    private static int Agree(string folder, Func<JsonElement, bool> verify)
    {
        int count = 0;
        foreach (string file in Directory.EnumerateFiles(AuditData.Shared(folder), "*.json", SearchOption.AllDirectories))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            bool refused = document.RootElement.GetProperty("wantErr").GetBoolean();
            Assert.True(verify(document.RootElement) != refused, Path.GetFileName(file));
            count++;
        }
        return count;
    }

    private static bool Includes(JsonElement v) =>
        Hashes(v.GetProperty("proof"), out MerkleHash[] proof)
        && Hash(v.GetProperty("leafHash"), out MerkleHash leaf)
        && Hash(v.GetProperty("root"), out MerkleHash root)
        && MerkleProof.VerifyInclusion(leaf, v.GetProperty("leafIdx").GetUInt64(), v.GetProperty("treeSize").GetUInt64(), proof, root);

    private static bool IsConsistent(JsonElement v) =>
        Hashes(v.GetProperty("proof"), out MerkleHash[] proof)
        && Hash(v.GetProperty("root1"), out MerkleHash oldRoot)
        && Hash(v.GetProperty("root2"), out MerkleHash root)
        && MerkleProof.VerifyConsistency(v.GetProperty("size1").GetUInt64(), v.GetProperty("size2").GetUInt64(), proof, oldRoot, root);

    private static bool Hashes(JsonElement list, out MerkleHash[] hashes)
    {
        List<MerkleHash> read = [];
        foreach (JsonElement item in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [])
        {
            if (!Hash(item, out MerkleHash hash)) return (hashes = []).Length > 0;
            read.Add(hash);
        }
        hashes = [.. read];
        return true;
    }

    // A hash of another length is refused by the type itself.
    private static bool Hash(JsonElement value, out MerkleHash hash) => MerkleHash.TryParse(value.GetString(), out hash);
}
