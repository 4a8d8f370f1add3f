namespace Policing.Ethics.Audit;

internal sealed class CosignatureVerifier(VerifierKey key, IEd25519Verifier ed25519) : INoteVerifier
{
    public string KeyName => key.KeyName;

    public uint KeyId => key.KeyId;

    // A witness speaks of checkpoints: its signature below another text is none.
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        Cosignature.TryParse(signature, out Cosignature cosignature)
        && Checkpoint.IsCheckpoint(text)
        && ed25519.Verify(key.PublicKey.Span, cosignature.Message(text), cosignature.Signature.Span);
}
