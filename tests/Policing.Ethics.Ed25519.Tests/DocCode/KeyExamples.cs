using Policing.Ethics.Audit;

namespace Policing.Ethics.Ed25519.Tests.DocCode;

/// <summary>The code of the package's page.</summary>
public sealed class KeyExamples
{
    [Fact]
    public void A_key_is_made_and_used()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("policing-keys");
        try
        {
            string keyPath = Path.Combine(folder.FullName, "log.key");
            string dataFolder = Path.Combine(folder.FullName, "data");
            using SigningKey witness = Ed25519Keys.NewWitnessKey("witness.example/w");
            byte[] policyFile = System.Text.Encoding.UTF8.GetBytes($"witness w {Ed25519Keys.PublicKeyOf(witness)}\nquorum w\n");

            #region Ed25519Keys
            // Once, by whoever runs the log. The file is open to its owner alone, and a key is never written over.
            using SigningKey made = Ed25519Keys.NewLogKey("audit.force.example/records");
            KeyFile.Write(keyPath, made);

            // At each start.
            using SigningKey key = KeyFile.Read(keyPath, new KeyFileRules { DataFolder = dataFolder });
            Ed25519NoteSigner signer = new(key);

            // Whoever verifies has the public key from elsewhere, and the policy in a file of their own.
            WitnessPolicyFault fault = WitnessPolicy.TryParse(policyFile, new Ed25519Verifier(), out WitnessPolicy? policy, out int line);
            #endregion

            Assert.Equal(made.KeyId, signer.KeyId);
            Assert.Equal((WitnessPolicyFault.None, 0, 1), (fault, line, policy!.Witnesses));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
