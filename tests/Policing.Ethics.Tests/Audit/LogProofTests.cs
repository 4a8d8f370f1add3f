using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class LogProofTests
{
    private const string Origin = "audit.example/log";
    private const string Hash = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static readonly TestNoteSigner s_log = TestNoteSigner.Log(Origin);
    private static readonly TestNoteSigner s_witness = TestNoteSigner.Witness("witness.example/w");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proof_is_written_read_and_verified()
    {
        MerkleTree tree = AuditData.Tree(300);
        SignedNote note = await new Checkpoint(Origin, 300, tree.Root()).SignAsync([s_log, s_witness], Token);
        WitnessPolicy policy = Policy($"log {s_log.Key}\nwitness w {s_witness.Key}\nquorum w\n");
        foreach (ulong index in new ulong[] { 0, 1, 255, 256, 299 })
        {
            byte[] file = new LogProof(index, tree.InclusionProof(index, 300), note).ToUtf8();
            LogProof proof = LogProof.Parse(file);
            Assert.Equal(file, proof.ToUtf8());
            Assert.Null(proof.Extra);
            Assert.Equal(ProofOutcome.Included, proof.Verify(tree.Leaf(index), policy).Outcome);
            Assert.Equal(ProofOutcome.NotIncluded, proof.Verify(tree.Leaf(2), policy).Outcome);
        }
        LogProof other = LogProof.Parse(new LogProof(7, tree.InclusionProof(7, 300), note).ToUtf8());
        Assert.Equal(ProofOutcome.CheckpointRefused, other.Verify(tree.Leaf(7), Policy($"log {TestNoteSigner.Log("other").Key}\nquorum none\n")).Outcome);
    }

    [Fact]
    public async Task The_file_has_the_lines_of_the_specification()
    {
        MerkleTree tree = AuditData.Tree(2);
        SignedNote note = await new Checkpoint(Origin, 2, tree.Root()).SignAsync([s_log], Token);
        LogProof proof = new(1, tree.InclusionProof(1, 2), note, "help"u8.ToArray());
        Assert.Equal($"c2sp.org/tlog-proof@v1\nextra aGVscA==\nindex 1\n{tree.Leaf(0)}\n\n{note}", proof.ToString());
        Assert.Equal("help"u8.ToArray(), LogProof.Parse(proof.ToUtf8()).Extra!.Value.ToArray());
    }

    [Fact]
    public async Task Every_flipped_bit_is_found()
    {
        MerkleTree tree = AuditData.Tree(5);
        SignedNote note = await new Checkpoint(Origin, 5, tree.Root()).SignAsync([s_log], Token);
        byte[] file = new LogProof(3, tree.InclusionProof(3, 5), note).ToUtf8();
        WitnessPolicy policy = Policy($"log {s_log.Key}\nquorum none\n");
        Assert.Equal(ProofOutcome.Included, LogProof.Parse(file).Verify(tree.Leaf(3), policy).Outcome);
        for (int i = 0; i < file.Length; i++)
        {
            byte[] tampered = [.. file];
            tampered[i] ^= (byte)(1 << (i % 8));
            bool stands = LogProof.TryParse(tampered, out LogProof? read) == ProofFault.None && read!.Verify(tree.Leaf(3), policy).IsIncluded;
            Assert.False(stands, $"byte {i}");
        }
    }

    [Theory]
    [InlineData("", ProofFault.FirstLine)]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\n", ProofFault.FirstLine)]
    [InlineData("c2sp.org/tlog-proof@v1", ProofFault.FirstLine)]
    [InlineData("c2sp.org/tlog-proof@v1\n", ProofFault.Index)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\n", ProofFault.Index)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex  0\n\n", ProofFault.Index)]
    [InlineData("c2sp.org/tlog-proof@v1\nextra a\nindex 0\n\n", ProofFault.Extra)]
    [InlineData("c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n", ProofFault.Extra)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nextra aGVscA==\n\n", ProofFault.Hashes)]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n", ProofFault.Hashes)]
    [InlineData($"c2sp.org/tlog-proof@v1\nindex 0\n{Hash}\n", ProofFault.Checkpoint)]
    [InlineData($"c2sp.org/tlog-proof@v1\nindex 0\n{Hash}\n\nprose\n\n— a AAAAAAA=\n", ProofFault.Checkpoint)]
    [InlineData($"c2sp.org/tlog-proof@v1\nindex 8\n{Hash}\n\na\n8\n{Hash}\n\n— a AAAAAAA=\n", ProofFault.NotInTree)]
    [InlineData($"c2sp.org/tlog-proof@v1\nindex 7\n{Hash}\n\na\n8\n{Hash}\n\n— a AAAAAAA=\n", ProofFault.None)]
    public void What_is_no_proof_is_refused(string file, ProofFault fault) => Assert.Equal(fault, LogProof.TryParse(Encoding.UTF8.GetBytes(file), out _));

    [Fact]
    public void Limits_hold()
    {
        string head = "c2sp.org/tlog-proof@v1\n";
        string tail = $"\na\n8\n{Hash}\n\n— a AAAAAAA=\n";
        Assert.Equal(ProofFault.None, Fault(head + "index 7\n" + string.Concat(Enumerable.Repeat(Hash + "\n", 63)) + tail));
        Assert.Equal(ProofFault.Hashes, Fault(head + "index 7\n" + string.Concat(Enumerable.Repeat(Hash + "\n", 64)) + tail));
        Assert.Equal(ProofFault.None, Fault(head + $"extra {Convert.ToBase64String(new byte[LogProof.MostExtraBytes])}\nindex 7\n" + tail));
        Assert.Equal(ProofFault.Extra, Fault(head + $"extra {Convert.ToBase64String(new byte[LogProof.MostExtraBytes + 1])}\nindex 7\n" + tail));
        Assert.Equal(ProofFault.TooLong, Fault(new string('x', 9_000_000)));
        Assert.Equal(ProofFault.NotUtf8, LogProof.TryParse([0xff], out _));

        static ProofFault Fault(string file) => LogProof.TryParse(Encoding.UTF8.GetBytes(file), out _);
    }

    private static WitnessPolicy Policy(string file)
    {
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(Encoding.UTF8.GetBytes(file), new TestEd25519(), out WitnessPolicy? policy, out _));
        return policy!;
    }
}
