namespace Policing.Ethics.Audit;

internal sealed class Ed25519NoteVerifier(VerifierKey key, IEd25519Verifier ed25519) : INoteVerifier
{
    private const int SignatureBytes = 64;

    public string KeyName => key.KeyName;

    public uint KeyId => key.KeyId;

    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureBytes && ed25519.Verify(key.PublicKey.Span, text, signature);
}
