using System.Security.Cryptography;

namespace Policing.Ethics.Audit;

internal sealed class EcdsaNoteVerifier(VerifierKey key) : INoteVerifier
{
    public string KeyName => key.KeyName;

    public uint KeyId => key.KeyId;

    // A key object of the platform is not promised to be thread-safe: each check has its own.
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using ECDsa ecdsa = P256.Import(key.PublicKey.Span);
        return ecdsa.VerifyData(text, signature, HashAlgorithmName.SHA256, P256.Format);
    }
}
