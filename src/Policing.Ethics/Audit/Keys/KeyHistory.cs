namespace Policing.Ethics.Audit;

/// <summary>
/// Follows the keys of a log along its checkpoints, from keys that the reader got elsewhere. A checkpoint is signed by all present keys and by nobody else under the name of
/// the log; a key changes by an entry of the log and one checkpoint signed by the old and the new. Everything else is a swapped key.
/// </summary>
/// <remarks>Not thread-safe. After a swapped key the present keys stay what they were.</remarks>
public sealed class KeyHistory
{
    private readonly IEd25519Verifier? _ed25519;
    private readonly List<VerifierKey> _keys;

    /// <summary>Begins at keys that are trusted.</summary>
    /// <param name="keys">The keys of the first checkpoint, all of one name: one, or one of each type where a log signs with both.</param>
    /// <param name="ed25519">Checks Ed25519; null where no key is of it. A checkpoint with a new key that cannot be checked is a swapped key.</param>
    /// <exception cref="ArgumentException">There is no key, or they have more than one name.</exception>
    /// <exception cref="NotSupportedException">A key cannot be checked with what was given.</exception>
    public KeyHistory(IReadOnlyList<VerifierKey> keys, IEd25519Verifier? ed25519 = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) throw new ArgumentException("A history begins at a key that is trusted.", nameof(keys));
        if (keys.Any(key => key.KeyName != keys[0].KeyName)) throw new ArgumentException("The keys of a log have one name.", nameof(keys));
        foreach (VerifierKey key in keys) key.ToVerifier(ed25519);
        _ed25519 = ed25519;
        _keys = [.. keys];
    }

    /// <summary>The keys that the next checkpoint must be signed by.</summary>
    public IReadOnlyList<VerifierKey> Current => _keys;

    /// <summary>Goes on by a checkpoint.</summary>
    /// <param name="note">The next checkpoint of the log.</param>
    /// <param name="rotations">The exchanges that the entries between the checkpoint before and this one say, in their order; mostly none.</param>
    public KeyHistoryOutcome Next(SignedNote note, IReadOnlyList<KeyRotation> rotations)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(rotations);
        if (Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) != NoteFault.None) return KeyHistoryOutcome.NotACheckpoint;
        if (checkpoint!.Origin != _keys[0].KeyName) return KeyHistoryOutcome.KeySwap;
        List<VerifierKey> next = [.. _keys];
        List<VerifierKey> signers = [.. _keys];
        foreach (KeyRotation rotation in rotations)
        {
            int at = next.FindIndex(key => IsSame(key, rotation.From));
            if (at < 0 || next.Exists(key => IsSame(key, rotation.To))) return KeyHistoryOutcome.KeySwap;
            next[at] = rotation.To;
            if (!signers.Exists(key => IsSame(key, rotation.To))) signers.Add(rotation.To);
        }
        if (!IsSignedBy(note, signers)) return KeyHistoryOutcome.KeySwap;
        _keys.Clear();
        _keys.AddRange(next);
        return rotations.Count == 0 ? KeyHistoryOutcome.Signed : KeyHistoryOutcome.Rotated;
    }

    // By each of them, and under the name of the log by nobody else: a line of a key that nobody announced is what is looked for.
    private bool IsSignedBy(SignedNote note, List<VerifierKey> signers)
    {
        INoteVerifier?[] verifiers = [.. signers.Select(Verifier)];
        if (verifiers.Contains(null)) return false;
        NoteVerification verification = note.Verify([.. verifiers.Select(verifier => verifier!)]);
        return verification.IsVerified
            && verification.Verified.Count == signers.Count
            && !verification.Unknown.Any(signature => signature.KeyName == signers[0].KeyName);
    }

    private INoteVerifier? Verifier(VerifierKey key)
    {
        bool canCheck = key.Type == NoteKeyType.Ecdsa || (key.Type == NoteKeyType.Ed25519 && _ed25519 is not null);
        return canCheck ? key.ToVerifier(_ed25519) : null;
    }

    private static bool IsSame(VerifierKey one, VerifierKey other) => one.ToString() == other.ToString();
}
