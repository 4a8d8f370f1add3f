using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class MerkleTreeTests
{
    private const int Most = 1_000;

    [Fact]
    public void Leaves_nodes_and_nothing_hash_as_in_the_reference()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hex(MerkleHash.OfNothing));
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Hex(MerkleHash.OfLeaf([])));
        Assert.Equal("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56", Hex(MerkleHash.OfLeaf("L123456"u8)));
    }

    [Theory]
    [InlineData(1_022)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(65_535)]
    public void A_long_entry_is_hashed_like_a_short_one(int length)
    {
        byte[] entry = Encoding.ASCII.GetBytes(new string('x', length));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData([0, .. entry]), MerkleHash.OfLeaf(entry).ToArray());
    }

    [Fact]
    public void Golden_leaves_have_golden_roots()
    {
        MerkleTree tree = new();
        CompactTree compact = new();
        Assert.Equal(MerkleHash.OfNothing, tree.Root());
        Assert.Equal(MerkleHash.OfNothing, compact.Root());
        foreach ((byte[] leaf, string root) in AuditData.GoldenLeaves.Zip(AuditData.GoldenRoots))
        {
            tree.Append(MerkleHash.OfLeaf(leaf));
            compact.Append(MerkleHash.OfLeaf(leaf));
            Assert.Equal(root, Hex(tree.Root()));
            Assert.Equal(root, Hex(compact.Root()));
        }
    }

    [Fact]
    public void Every_root_up_to_a_thousand_is_that_of_the_definition()
    {
        MerkleTree tree = AuditData.Tree(Most);
        CompactTree compact = new();
        MerkleHash[] leaves = [.. Enumerable.Range(0, Most).Select(i => MerkleHash.OfLeaf(AuditData.Entry(i)))];
        for (int size = 0; size <= Most; size++)
        {
            MerkleHash root = compact.Root();
            Assert.Equal(root, tree.Root((ulong)size));
            // The definition costs a hash for each leaf: every size up to 130, then some.
            if (size <= 130 || size % 97 == 0) Assert.Equal(ByDefinition(leaves.AsSpan(0, size)), root);
            if (size < Most) compact.Append(leaves[size]);
        }
    }

    [Fact]
    public void Every_leaf_of_every_tree_up_to_a_thousand_is_proved() => Assert.Equal(
        Most * (Most + 1) / 2,
        Count((tree, roots, size) =>
        {
            int proved = 0;
            for (ulong index = 0; index < (ulong)size; index++)
            {
                MerkleHash[] proof = [.. tree.InclusionProof(index, (ulong)size)];
                if (MerkleProof.VerifyInclusion(tree.Leaf(index), index, (ulong)size, proof, roots[size])) proved++;
            }
            return proved;
        }));

    [Fact]
    public void Every_pair_of_trees_up_to_a_thousand_is_proved_consistent() => Assert.Equal(
        Most * (Most + 1) / 2,
        Count((tree, roots, size) =>
        {
            int proved = 0;
            for (int old = 1; old <= size; old++)
            {
                MerkleHash[] proof = [.. tree.ConsistencyProof((ulong)old, (ulong)size)];
                if (MerkleProof.VerifyConsistency((ulong)old, (ulong)size, proof, roots[old], roots[size])) proved++;
            }
            return proved;
        }));

    [Fact]
    public void A_proof_that_was_changed_anywhere_proves_nothing()
    {
        MerkleTree tree = AuditData.Tree(70);
        for (ulong size = 1; size <= 70; size++)
        {
            MerkleHash root = tree.Root(size);
            for (ulong index = 0; index < size; index++)
            {
                MerkleHash leaf = tree.Leaf(index);
                MerkleHash[] proof = [.. tree.InclusionProof(index, size)];
                Assert.False(MerkleProof.VerifyInclusion(Other(leaf), index, size, proof, root));
                Assert.False(MerkleProof.VerifyInclusion(leaf, index, size, proof, Other(root)));
                Assert.False(MerkleProof.VerifyInclusion(leaf, index ^ 1, size, proof, root) && size > 1);
                Assert.False(MerkleProof.VerifyInclusion(leaf, index, size, [.. proof, root], root));
                for (int i = 0; i < proof.Length; i++)
                    Assert.False(MerkleProof.VerifyInclusion(leaf, index, size, [.. proof[..i], Other(proof[i]), .. proof[(i + 1)..]], root));
            }
            for (ulong old = 1; old < size; old++)
            {
                MerkleHash[] proof = [.. tree.ConsistencyProof(old, size)];
                Assert.False(MerkleProof.VerifyConsistency(old, size, proof, Other(tree.Root(old)), root));
                Assert.False(MerkleProof.VerifyConsistency(old, size, proof, tree.Root(old), Other(root)));
                Assert.False(MerkleProof.VerifyConsistency(old, size, proof.AsSpan(1), tree.Root(old), root));
                for (int i = 0; i < proof.Length; i++)
                    Assert.False(MerkleProof.VerifyConsistency(old, size, [.. proof[..i], Other(proof[i]), .. proof[(i + 1)..]], tree.Root(old), root));
            }
        }
    }

    [Fact]
    public void What_is_not_in_the_tree_is_not_asked_for()
    {
        MerkleTree tree = AuditData.Tree(5);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Leaf(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Root(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.InclusionProof(0, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(5, 6));
        Assert.False(MerkleProof.VerifyConsistency(0, 5, [], MerkleHash.OfNothing, tree.Root()));
    }

    [Theory]
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", true)]
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=", false)]
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0", false)]
    [InlineData("bjQLnP+zepicpUTmu3gKLHiQHT-zNzh2hRGjBhevoB0=", false)]
    [InlineData(" bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", false)]
    [InlineData("bjQLnP+zepicpUTmu3gK\nLHiQHT+zNzh2hRGjBhevo", false)]
    [InlineData("bjQL", false)]
    [InlineData("", false)]
    public void A_hash_has_one_spelling(string text, bool good)
    {
        Assert.Equal(good, MerkleHash.TryParse(text, out MerkleHash hash));
        Assert.Equal(good ? text : new MerkleHash(new byte[32]).ToString(), hash.ToString());
    }

    private static int Count(Func<MerkleTree, MerkleHash[], int, int> proved)
    {
        MerkleTree tree = AuditData.Tree(Most);
        MerkleHash[] roots = [.. Enumerable.Range(0, Most + 1).Select(size => tree.Root((ulong)size))];
        return Enumerable.Range(1, Most).AsParallel().Sum(size => proved(tree, roots, size));
    }

    private static MerkleHash ByDefinition(ReadOnlySpan<MerkleHash> leaves)
    {
        if (leaves.Length < 2) return leaves.IsEmpty ? MerkleHash.OfNothing : leaves[0];
        int k = 1;
        while (k * 2 < leaves.Length) k *= 2;
        return MerkleHash.OfNode(ByDefinition(leaves[..k]), ByDefinition(leaves[k..]));
    }

    private static MerkleHash Other(MerkleHash hash)
    {
        byte[] bytes = hash.ToArray();
        bytes[^1] ^= 1;
        return new(bytes);
    }

    private static string Hex(MerkleHash hash) => Convert.ToHexStringLower(hash.ToArray());
}
