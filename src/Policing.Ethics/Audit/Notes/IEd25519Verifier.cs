namespace Policing.Ethics.Audit;

/// <summary>Checks Ed25519 signatures (RFC 8032), which the base library does not do. Whoever has a library for it puts it here.</summary>
/// <remarks>Implementations are thread-safe, and do not throw for a key or signature that is malformed.</remarks>
public interface IEd25519Verifier
{
    /// <summary>Whether a signature holds.</summary>
    /// <param name="publicKey">32 bytes.</param>
    /// <param name="message">What was signed.</param>
    /// <param name="signature">64 bytes.</param>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
