using Policing.Ethics.Audit;
using Rfc8032 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Policing.Ethics.Ed25519;

/// <summary>Checks Ed25519 signatures as RFC 8032 section 5.1.7 says. Thread-safe.</summary>
public sealed class Ed25519Verifier : IEd25519Verifier
{
    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        publicKey.Length == Rfc8032.PublicKeySize
        && signature.Length == Rfc8032.SignatureSize
        && Rfc8032.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);
}
