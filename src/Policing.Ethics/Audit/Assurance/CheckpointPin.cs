namespace Policing.Ethics.Audit;

/// <summary>
/// A checkpoint in a file that is kept elsewhere: on another machine, with another organisation, on paper. A log that was cut, put back from a copy or written anew no longer
/// holds what it says.
/// </summary>
/// <remarks>
/// Thread-safe, for one process. The signatures of checkpoints are not verified here: hold them against a <see cref="WitnessPolicy"/> or a <see cref="KeyHistory"/>
/// first. A pin beside the log is worth nothing: who puts back an old log puts back an old pin.
/// </remarks>
public sealed class CheckpointPin
{
    private const int MostBytes = 4 * 1024 * 1024;
    private readonly string _file;

    /// <summary>A pin.</summary>
    /// <param name="file">The file, elsewhere than the log.</param>
    public CheckpointPin(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        _file = Path.GetFullPath(file);
    }

    /// <summary>Pins a log for the first time, to a new file.</summary>
    /// <param name="note">The checkpoint, whose signatures were verified.</param>
    /// <exception cref="NoteException">It is no checkpoint.</exception>
    /// <exception cref="InvalidOperationException">There is a pin already: it is moved by <see cref="AdvanceAsync"/> alone.</exception>
    public void Begin(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Checkpoint.Parse(note.Text);
        if (Path.Exists(_file)) throw new InvalidOperationException("There is a pin already. It is moved forward by AdvanceAsync, and by nothing else.");
        Write(note, overwrite: false);
    }

    /// <summary>The checkpoint that is pinned, with its signatures; null where there is none or it cannot be read.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public SignedNote? Read() => ReadFile(out SignedNote? note) == PinOutcome.Held ? note : null;

    /// <summary>Whether a log still holds what the pin says.</summary>
    /// <param name="note">The log's checkpoint of today, whose signatures were verified.</param>
    /// <param name="proofs">The log's proofs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public async ValueTask<PinCheck> CheckAsync(SignedNote note, ConsistencyProofSource proofs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(proofs);
        if (Checkpoint.TryParse(note.Text, out Checkpoint? now) != NoteFault.None) return new() { Outcome = PinOutcome.NotACheckpoint };
        PinOutcome outcome = ReadFile(out SignedNote? pinned);
        if (outcome != PinOutcome.Held) return new() { Outcome = outcome };
        Checkpoint then = Checkpoint.Parse(pinned!.Text);
        return new() { Outcome = await CompareAsync(then, now!, proofs, cancellationToken).ConfigureAwait(false), PinnedSize = then.Size };
    }

    /// <summary>The same, and moves the pin to this checkpoint where it holds. A pin is never moved back.</summary>
    /// <param name="note">The log's checkpoint of today, whose signatures were verified.</param>
    /// <param name="proofs">The log's proofs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The file cannot be opened or replaced; the old pin is still there.</exception>
    public async ValueTask<PinCheck> AdvanceAsync(SignedNote note, ConsistencyProofSource proofs, CancellationToken cancellationToken = default)
    {
        PinCheck check = await CheckAsync(note, proofs, cancellationToken).ConfigureAwait(false);
        if (check.IsHeld) Write(note, overwrite: true);
        return check;
    }

    private static async ValueTask<PinOutcome> CompareAsync(Checkpoint then, Checkpoint now, ConsistencyProofSource proofs, CancellationToken cancellationToken)
    {
        if (then.Origin != now.Origin) return PinOutcome.OtherLog;
        if (now.Size < then.Size) return PinOutcome.RolledBack;
        if (now.Size == then.Size) return now.Root == then.Root ? PinOutcome.Held : PinOutcome.Forked;
        if (then.Size == 0) return then.Root == MerkleHash.OfNothing ? PinOutcome.Held : PinOutcome.Forked;
        IReadOnlyList<MerkleHash> proof = await proofs(then.Size, now.Size, cancellationToken).ConfigureAwait(false);
        return MerkleProof.VerifyConsistency(then.Size, now.Size, [.. proof], then.Root, now.Root) ? PinOutcome.Held : PinOutcome.Forked;
    }

    private PinOutcome ReadFile(out SignedNote? note)
    {
        note = null;
        try
        {
            using FileStream file = File.OpenRead(_file);
            if (file.Length > MostBytes) return PinOutcome.NotReadable;
            byte[] bytes = new byte[file.Length];
            int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            bool isOne = SignedNote.TryParse(bytes.AsSpan(0, length), out note) == NoteFault.None && Checkpoint.TryParse(note!.Text, out _) == NoteFault.None;
            return isOne ? PinOutcome.Held : PinOutcome.NotReadable;
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            return PinOutcome.NotPinned;
        }
    }

    // Through a second file, so that at every moment there is a whole pin.
    private void Write(SignedNote note, bool overwrite)
    {
        string next = $"{_file}.{Guid.NewGuid():N}.next";
        try
        {
            using (FileStream file = new(next, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(note.ToUtf8());
                file.Flush(flushToDisk: true);
            }
            File.Move(next, _file, overwrite);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }
}
