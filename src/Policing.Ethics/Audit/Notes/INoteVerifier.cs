namespace Policing.Ethics.Audit;

/// <summary>A public key that can check its signatures below notes. <see cref="VerifierKey.ToVerifier"/> makes those of the known types.</summary>
/// <remarks>Implementations are thread-safe, and do not throw for a signature that is malformed.</remarks>
public interface INoteVerifier
{
    /// <summary>The name of the key.</summary>
    string KeyName { get; }

    /// <summary>The id of the key.</summary>
    uint KeyId { get; }

    /// <summary>Whether a signature is one of this key over a text.</summary>
    /// <param name="text">The text of the note, in UTF-8, with its last end of line.</param>
    /// <param name="signature">The signature, without the id of the key.</param>
    bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);
}
