namespace Policing.Ethics.Audit;

/// <summary>Having others see the log.</summary>
public sealed partial class AuditLog
{
    private volatile WitnessRound? _round;
    private volatile PinCheck? _pin;
    private volatile SignedNote? _witnessed;
    private volatile bool _isContradicted;

    /// <summary>How much the word of the log is worth now, by what this process asked of its witnesses and its pin.</summary>
    public AssuranceLevel Level => _round is { Level.Kind: AssuranceKind.Witnessed } round ? round.Level : _pin?.Level ?? AssuranceLevel.Unwitnessed;

    /// <summary>
    /// Whether a witness or the pin knows the log otherwise than it is. It stays so until all witnesses that are asked sign, and the pin holds. Somebody should look at it today.
    /// </summary>
    public bool IsContradicted => _isContradicted;

    /// <summary>What the witnesses answered last; null where none were asked.</summary>
    public WitnessRound? LatestWitnesses => _round;

    /// <summary>
    /// Signs a checkpoint over all entries that are durable now, has witnesses cosign it, and keeps what they signed. Entries do not wait for it. A checkpoint that all of them
    /// have signed is not sent again.
    /// </summary>
    /// <param name="witnesses">The witnesses.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The policy of the witnesses has not the key of this log.</exception>
    /// <exception cref="AuditLogException">The log cannot sign, read or store.</exception>
    public async ValueTask<WitnessRound> WitnessAsync(WitnessClient witnesses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(witnesses);
        SignedNote note = await CheckpointAsync(cancellationToken).ConfigureAwait(false);
        if (_round is { } last && last.Note.Text == note.Text)
        {
            if (last.Answers.All(answer => answer.Outcome == WitnessOutcome.Cosigned)) return last;
            note = last.Note;
        }
        WitnessRound round = await witnesses.CosignAsync(note, ConsistencyAsync, cancellationToken).ConfigureAwait(false);
        AuditWriter writer = await WriterAsync(cancellationToken).ConfigureAwait(false);
        if (round.Note.Signatures.Count > note.Signatures.Count) await writer.KeepAsync(round.Note).WaitAsync(cancellationToken).ConfigureAwait(false);
        _round = round;
        if (round.Check.IsMet) _witnessed = round.Note;
        if (round.IsContradicted) _isContradicted = true;
        else if (round.Answers.All(answer => answer.Outcome == WitnessOutcome.Cosigned) && _pin is not { IsHeld: false }) _isContradicted = false;
        return round;
    }

    /// <summary>Holds the log against a checkpoint that is kept elsewhere, and moves that forward where the log still holds what it says.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The file cannot be opened or replaced.</exception>
    /// <exception cref="AuditLogException">The log cannot sign, read or store.</exception>
    public async ValueTask<PinCheck> PinAsync(CheckpointPin pin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pin);
        SignedNote note = await CheckpointAsync(cancellationToken).ConfigureAwait(false);
        PinCheck check = await pin.AdvanceAsync(note, ConsistencyAsync, cancellationToken).ConfigureAwait(false);
        _pin = check;
        if (check.Outcome is PinOutcome.RolledBack or PinOutcome.Forked) _isContradicted = true;
        return check;
    }

    // What was witnessed is worth more than what is newest.
    private SignedNote? NoteFor(ulong index, AuditWriter writer) =>
        _witnessed is { } witnessed && index < Checkpoint.Parse(witnessed.Text).Size ? witnessed : writer.Checkpoint;
}
