using System.Buffers.Binary;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Ed25519;

/// <summary>
/// Signs checkpoints as a witness does, C2SP tlog-cosignature v1: with the time. It signs what it is given; that the checkpoint is consistent with those before
/// is for the witness to know. Thread-safe.
/// </summary>
public sealed class Ed25519Cosigner : INoteSigner
{
    private readonly TimeProvider _time;
    private readonly byte[] _seed;

    /// <summary>A signer, with a copy of the key.</summary>
    /// <param name="key">The key of a witness, <see cref="Ed25519Keys.NewWitnessKey"/>; it may be disposed of afterwards.</param>
    /// <param name="time">The clock of the cosignatures.</param>
    /// <exception cref="NoteException">The key is of another type, or its id is not that of its name and public key.</exception>
    public Ed25519Cosigner(SigningKey key, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(time);
        if (key.Type != NoteKeyType.CosignatureV1) throw new NoteException(NoteFault.KeyType);
        VerifierKey = Ed25519Keys.PublicKeyOf(key);
        _seed = key.Secret.ToArray();
        _time = time;
    }

    /// <summary>The public key, for those who verify.</summary>
    public VerifierKey VerifierKey { get; }

    /// <inheritdoc/>
    public string KeyName => VerifierKey.KeyName;

    /// <inheritdoc/>
    public uint KeyId => VerifierKey.KeyId;

    /// <inheritdoc/>
    /// <exception cref="NoteException">The text is no checkpoint: a witness signs nothing else.</exception>
    /// <exception cref="InvalidOperationException">The clock stands before 1970.</exception>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Checkpoint.Parse(Encoding.UTF8.GetString(text.Span));
        long seconds = _time.GetUtcNow().ToUnixTimeSeconds();
        if (seconds < 0) throw new InvalidOperationException("The clock stands before 1970.");
        byte[] signature = new byte[sizeof(ulong) + 64];
        BinaryPrimitives.WriteUInt64BigEndian(signature, (ulong)seconds);
        Ed25519Keys.Sign(_seed, Cosignature.Message((ulong)seconds, text.Span)).CopyTo(signature, sizeof(ulong));
        return ValueTask.FromResult<ReadOnlyMemory<byte>>(signature);
    }
}
