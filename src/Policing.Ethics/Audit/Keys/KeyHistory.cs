namespace Policing.Ethics.Audit;

/// <summary>
/// Follows the keys of a log along its checkpoints, from keys that the reader got elsewhere. A checkpoint is signed by all present keys and by nobody else under the name of
/// the log; a key changes by an entry of the log and one checkpoint signed by the old and the new. Everything else is a swapped key.
/// </summary>
/// <remarks>Not thread-safe. After a swapped key the present keys stay what they were.</remarks>
public sealed class KeyHistory
{
    private readonly IEd25519Verifier? _ed25519;
    private readonly List<INoteVerifier> _keys;

    /// <summary>Begins at keys that are trusted.</summary>
    /// <param name="keys">The keys of the first checkpoint, all of one name: one, or one of each type where a log signs with both.</param>
    /// <param name="ed25519">Checks Ed25519 keys that the log takes later; null where there is none: a checkpoint with a new key that cannot be checked is a swapped key.</param>
    /// <exception cref="ArgumentException">There is no key, or they have more than one name, or two have one id.</exception>
    public KeyHistory(IReadOnlyList<INoteVerifier> keys, IEd25519Verifier? ed25519 = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) throw new ArgumentException("A history begins at a key that is trusted.", nameof(keys));
        if (keys.Any(key => key.KeyName != keys[0].KeyName)) throw new ArgumentException("The keys of a log have one name.", nameof(keys));
        if (keys.DistinctBy(key => key.KeyId).Count() != keys.Count) throw new ArgumentException("The keys of a log have an id each.", nameof(keys));
        _ed25519 = ed25519;
        _keys = [.. keys];
    }

    /// <summary>The keys that the next checkpoint must be signed by.</summary>
    public IReadOnlyList<INoteVerifier> Current => _keys;

    /// <summary>Goes on by a checkpoint.</summary>
    /// <param name="note">The next checkpoint of the log.</param>
    /// <param name="rotations">The exchanges that the entries between the checkpoint before and this one say, in their order; mostly none.</param>
    public KeyHistoryOutcome Next(SignedNote note, IReadOnlyList<KeyRotation> rotations)
    {
        KeyHistoryOutcome outcome = Judge(note, rotations, out List<INoteVerifier> next);
        if (outcome is KeyHistoryOutcome.Signed or KeyHistoryOutcome.Rotated)
        {
            _keys.Clear();
            _keys.AddRange(next);
        }
        return outcome;
    }

    /// <summary>What <see cref="Next"/> would say, without going on.</summary>
    internal KeyHistoryOutcome Judge(SignedNote note, IReadOnlyList<KeyRotation> rotations) => Judge(note, rotations, out _);

    private KeyHistoryOutcome Judge(SignedNote note, IReadOnlyList<KeyRotation> rotations, out List<INoteVerifier> next)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(rotations);
        next = [.. _keys];
        if (Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) != NoteFault.None) return KeyHistoryOutcome.NotACheckpoint;
        if (checkpoint!.Origin != _keys[0].KeyName) return KeyHistoryOutcome.KeySwap;
        List<INoteVerifier> signers = [.. _keys];
        foreach (KeyRotation rotation in rotations)
        {
            int at = next.FindIndex(key => Is(key, rotation.From));
            if (at < 0 || signers.Exists(key => Is(key, rotation.To)) || Verifier(rotation.To) is not { } key) return KeyHistoryOutcome.KeySwap;
            next[at] = key;
            signers.Add(key);
        }
        KeyHistoryOutcome outcome = SignedBy(note, signers);
        return outcome == KeyHistoryOutcome.Signed && rotations.Count > 0 ? KeyHistoryOutcome.Rotated : outcome;
    }

    // By each of them, and under the name of the log by nobody else: a line of a key that nobody announced is what is looked for.
    private static KeyHistoryOutcome SignedBy(SignedNote note, List<INoteVerifier> signers)
    {
        NoteVerification verification = note.Verify(signers);
        if (verification.Outcome == NoteOutcome.InvalidSignature) return KeyHistoryOutcome.Forged;
        bool byAll = verification.IsVerified && verification.Verified.Count == signers.Count;
        bool byOthers = verification.Unknown.Any(signature => signature.KeyName == signers[0].KeyName);
        return byAll && !byOthers ? KeyHistoryOutcome.Signed : KeyHistoryOutcome.KeySwap;
    }

    private INoteVerifier? Verifier(VerifierKey key)
    {
        bool canCheck = key.Type == NoteKeyType.Ecdsa || (key.Type == NoteKeyType.Ed25519 && _ed25519 is not null);
        return canCheck ? key.ToVerifier(_ed25519) : null;
    }

    private static bool Is(INoteVerifier verifier, VerifierKey key) => verifier.KeyName == key.KeyName && verifier.KeyId == key.KeyId;
}
