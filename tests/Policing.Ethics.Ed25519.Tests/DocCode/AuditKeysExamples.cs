using System.Text;
using Policing.Ethics.Audit;
using Policing.Testing;

namespace Policing.Ethics.Ed25519.Tests.DocCode;

/// <summary>The code of docs/audit-keys.md, with a witness in memory.</summary>
public sealed class AuditKeysExamples : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policing-keys");
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_made()
    {
        string keyPath = Path.Combine(_folder.FullName, "audit.key");

        #region AuditKey
        // ECDSA P-256; Ed25519Keys.NewLogKey makes one of Ed25519.
        using SigningKey key = SigningKey.NewEcdsa("audit.force.example/records");
        KeyFile.Write(keyPath, key);

        // The public key, for those who verify.
        string forOthers = EcdsaNoteSigner.Of(key).VerifierKey.ToString();
        #endregion

        Assert.Equal(key.KeyId, VerifierKey.Parse(forOthers).KeyId);
    }

    [Fact]
    public async Task A_log_is_pinned_witnessed_and_verified()
    {
        using SigningKey key = SigningKey.NewEcdsa("audit.force.example/records");
        EcdsaNoteSigner log = EcdsaNoteSigner.Of(key);
        using SigningKey witnessKey = Ed25519Keys.NewWitnessKey("witness.example/w");
        Ed25519Cosigner cosigner = new(witnessKey, TimeProvider.System);
        using TestWitness witness = new(cosigner, [log.VerifierKey.ToVerifier()]);
        using HttpClient httpClient = new(witness);
        byte[] policyFile = Encoding.UTF8.GetBytes($"log {log.VerifierKey}\nwitness w {cosigner.VerifierKey} https://witness.example/\nquorum w\n");
        WitnessPolicy.TryParse(policyFile, new Ed25519Verifier(), out WitnessPolicy? read, out _);
        WitnessPolicy policy = read!;
        byte[] entry = "entry"u8.ToArray();
        MerkleTree tree = new();
        tree.Append(MerkleHash.OfLeaf(entry));
        SignedNote checkpoint = await new Checkpoint("audit.force.example/records", 1, tree.Root()).SignAsync([log], cancellationToken);
        ConsistencyProofSource proofs = (old, size, _) => new(tree.ConsistencyProof(old, size));
        string pinPath = Path.Combine(_folder.FullName, "audit.pin");
        new CheckpointPin(pinPath).Begin(checkpoint);

        PinCheck held = await Pinned();
        SignedNote cosigned = (await Witnessed()).Note;
        byte[] proofFile = new LogProof(0, tree.InclusionProof(0, 1), cosigned).ToUtf8();
        ProofCheck included = Verified();
        Assert.Equal(AssuranceLevel.Pinned, held.Level);
        Assert.Equal((true, "witnessed 1 of 1"), (included.IsIncluded, included.Level.ToString()));

        async Task<PinCheck> Pinned()
        {
            #region AuditPin
            CheckpointPin pin = new(pinPath);

            // Held: the pin moves forward. Rolled back or forked: it stays where it is.
            PinCheck check = await pin.AdvanceAsync(checkpoint, proofs, cancellationToken);
            #endregion
            return check;
        }

        async Task<WitnessRound> Witnessed()
        {
            #region AuditWitnesses
            WitnessClient witnesses = new(httpClient, policy);
            WitnessRound round = await witnesses.CosignAsync(checkpoint, proofs, cancellationToken);
            Console.WriteLine($"{round.Level}: {round.Level.Meaning}");
            #endregion
            return round;
        }

        ProofCheck Verified()
        {
            #region AuditVerify
            ProofCheck check = LogProof.Parse(proofFile).Verify(MerkleHash.OfLeaf(entry), policy);
            Console.WriteLine(check.IsIncluded ? $"in the log, {check.Level}" : "not shown");
            #endregion
            return check;
        }
    }
}
