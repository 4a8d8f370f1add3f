namespace Policing.Ethics.Audit;

/// <summary>Exchanging a key.</summary>
public sealed partial class AuditLog
{
    /// <summary>
    /// Exchanges a key: writes an entry that names the old and the new one, and a checkpoint over it that all present keys and the new one sign, both or neither. From then on the
    /// new key signs in the place of the old one, which a later start must be given.
    /// </summary>
    /// <remarks>Other processes that have the log open sign nothing more until they are started with the new key; what they append stays durable.</remarks>
    /// <param name="rotation">The keys, under the name of the log.</param>
    /// <param name="next">Signs with the new key.</param>
    /// <param name="orderedBy">Who has it exchanged, and why.</param>
    /// <param name="cancellationToken">Ends the wait, not the exchange.</param>
    /// <returns>The checkpoint of both keys: what witnesses and those who verify learn the new key by.</returns>
    /// <exception cref="ArgumentException">The old key is not one of the log, the signer is not of the new key, the new key is there already, or the context is faulty.</exception>
    /// <exception cref="AuditLogException">It cannot be signed or stored; nothing is exchanged.</exception>
    public async ValueTask<SignedNote> RotateKeyAsync(KeyRotation rotation, INoteSigner next, AccessContext orderedBy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(orderedBy);
        if (orderedBy.Fault is not null) throw new ArgumentException("The context of who orders it is not complete.", nameof(orderedBy));
        if (rotation.To.KeyName != Origin || next.KeyName != Origin || next.KeyId != rotation.To.KeyId) throw new ArgumentException("The signer is not of the new key of this log.", nameof(next));
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<INoteSigner> present = writer.Signers;
        if (!present.Any(signer => signer.KeyId == rotation.From.KeyId)) throw new ArgumentException("The old key is not one that the log signs with.", nameof(rotation));
        if (present.Any(signer => signer.KeyId == rotation.To.KeyId)) throw new ArgumentException("The log signs with the new key already.", nameof(rotation));
        DateTimeOffset now = _time.GetUtcNow();
        AuditEntry entry = new() { Kind = AuditEntryKind.KeyRotated, Time = now, Context = orderedBy };
        AuditContent content = _contents.Content(entry, IsBeforeTheSeen(now), rotation: rotation);
        return await writer.RotateAsync(content, rotation, next).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
