using System.Security.Cryptography;

namespace Policing.Ethics.Audit;

/// <summary>Signs notes with an ECDSA key of curve P-256 in this process. Thread-safe; the key may be used by nothing else meanwhile, and is disposed of by its owner.</summary>
public sealed class EcdsaNoteSigner : INoteSigner
{
    private readonly Lock _lock = new();
    private readonly ECDsa _key;

    /// <summary>A signer.</summary>
    /// <param name="keyName">The name of the key; of a log its origin.</param>
    /// <param name="key">The private key.</param>
    /// <exception cref="NoteException">The name is not one, or the key is of another curve.</exception>
    public EcdsaNoteSigner(string keyName, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        VerifierKey = VerifierKey.Of(keyName, NoteKeyType.Ecdsa, key.ExportSubjectPublicKeyInfo());
        _key = key;
    }

    /// <summary>A signer of a key, with a copy of it that lives as long as the signer.</summary>
    /// <param name="key">The key; it may be disposed of afterwards.</param>
    /// <exception cref="NoteException">The key is of another type.</exception>
    public static EcdsaNoteSigner Of(SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Type != NoteKeyType.Ecdsa) throw new NoteException(NoteFault.KeyType);
        return P256.TryImportPrivate(key.Secret.Span, out ECDsa? ecdsa) ? new(key.KeyName, ecdsa) : throw new NoteException(NoteFault.PrivateKey);
    }

    /// <summary>The public key, for those who verify.</summary>
    public VerifierKey VerifierKey { get; }

    /// <inheritdoc/>
    public string KeyName => VerifierKey.KeyName;

    /// <inheritdoc/>
    public uint KeyId => VerifierKey.KeyId;

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(_key.SignData(text.Span, HashAlgorithmName.SHA256, P256.Format));
        }
    }
}
