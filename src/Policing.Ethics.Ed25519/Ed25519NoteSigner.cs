using Policing.Ethics.Audit;

namespace Policing.Ethics.Ed25519;

/// <summary>Signs notes with an Ed25519 key in this process, so that they open with Go's <c>golang.org/x/mod/sumdb/note</c>. Thread-safe.</summary>
public sealed class Ed25519NoteSigner : INoteSigner
{
    private readonly byte[] _seed;

    /// <summary>A signer, with a copy of the key.</summary>
    /// <param name="key">The key of a log, <see cref="Ed25519Keys.NewLogKey"/>; it may be disposed of afterwards.</param>
    /// <exception cref="NoteException">The key is of another type, or its id is not that of its name and public key.</exception>
    public Ed25519NoteSigner(SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Type != NoteKeyType.Ed25519) throw new NoteException(NoteFault.KeyType);
        VerifierKey = Ed25519Keys.PublicKeyOf(key);
        _seed = key.Secret.ToArray();
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
        return ValueTask.FromResult<ReadOnlyMemory<byte>>(Ed25519Keys.Sign(_seed, text.Span));
    }
}
