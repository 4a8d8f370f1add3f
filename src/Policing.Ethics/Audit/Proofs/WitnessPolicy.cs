namespace Policing.Ethics.Audit;

/// <summary>
/// Which logs are believed, which witnesses, and how many of them must have signed: a file of C2SP tlog-policy. Whoever verifies writes it and keeps it apart from the
/// log.
/// </summary>
/// <remarks>Immutable and thread-safe. Nothing here goes to a network; <see cref="WitnessClient"/> asks the witnesses that have an address.</remarks>
public sealed class WitnessPolicy
{
    private readonly IReadOnlyList<INoteVerifier> _logs;
    private readonly IReadOnlyDictionary<string, PolicyWitness> _witnesses;
    private readonly IReadOnlyDictionary<string, WitnessGroup> _groups;
    private readonly string? _quorum;

    internal WitnessPolicy(
        IReadOnlyList<INoteVerifier> logs, IReadOnlyDictionary<string, PolicyWitness> witnesses, IReadOnlyDictionary<string, WitnessGroup> groups, string? quorum)
    {
        _logs = logs;
        _witnesses = witnesses;
        _groups = groups;
        _quorum = quorum;
    }

    /// <summary>The number of logs.</summary>
    public int Logs => _logs.Count;

    /// <summary>The number of witnesses.</summary>
    public int Witnesses => _witnesses.Count;

    /// <summary>Whether any witness must have signed. False for <c>quorum none</c>.</summary>
    public bool NeedsWitnesses => _quorum is not null;

    internal IReadOnlyDictionary<string, PolicyWitness> Members => _witnesses;

    /// <summary>Reads a policy.</summary>
    /// <param name="file">All its bytes; at most 1 MiB.</param>
    /// <param name="ed25519">Checks Ed25519; null where the policy has no key of it, and so no witness.</param>
    /// <param name="policy">The policy; null where it is none.</param>
    /// <param name="line">The line of the fault, from 1; 0 where it is of no line.</param>
    /// <returns>Why it is none; <see cref="WitnessPolicyFault.None"/> where it is.</returns>
    public static WitnessPolicyFault TryParse(ReadOnlySpan<byte> file, IEd25519Verifier? ed25519, out WitnessPolicy? policy, out int line)
    {
        WitnessPolicyReader reader = new(ed25519);
        WitnessPolicyFault fault = reader.Read(file);
        policy = fault == WitnessPolicyFault.None ? reader.Policy() : null;
        line = fault == WitnessPolicyFault.None ? 0 : reader.Line;
        return fault;
    }

    /// <summary>Whether a checkpoint is signed as the policy asks.</summary>
    /// <param name="note">The checkpoint with its signatures.</param>
    /// <returns>A policy without logs meets nothing.</returns>
    public WitnessPolicyCheck Check(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) != NoteFault.None) return new();
        // A log speaks under its own name only, or one log could sign for another.
        INoteVerifier[] logs = [.. _logs.Where(log => log.KeyName == checkpoint!.Origin)];
        NoteVerification verification = note.Verify([.. logs, .. _witnesses.Values.Select(witness => witness.Verifier)]);
        if (verification.Outcome is NoteOutcome.InvalidSignature or NoteOutcome.AmbiguousKey) return new() { Outcome = WitnessPolicyOutcome.InvalidSignature };
        HashSet<(string, uint)> signed = [.. verification.Verified.Select(signature => (signature.KeyName, signature.KeyId))];
        if (!logs.Any(log => signed.Contains((log.KeyName, log.KeyId)))) return new() { Outcome = WitnessPolicyOutcome.UnknownLog };

        string[] witnesses = [.. _witnesses.Where(witness => signed.Contains((witness.Value.Verifier.KeyName, witness.Value.Verifier.KeyId))).Select(witness => witness.Key)];
        bool isMet = _quorum is null || HasWitnessed(_quorum, witnesses);
        AssuranceLevel level = isMet && witnesses.Length > 0 ? AssuranceLevel.Witnessed(witnesses.Length, _witnesses.Count) : AssuranceLevel.Unwitnessed;
        return new() { Outcome = isMet ? WitnessPolicyOutcome.Met : WitnessPolicyOutcome.QuorumNotMet, Witnesses = witnesses, Level = level };
    }

    // Groups refer to names of earlier lines only, so that this ends.
    private bool HasWitnessed(string name, string[] witnesses) => _groups.TryGetValue(name, out WitnessGroup? group)
        ? group.Members.Count(member => HasWitnessed(member, witnesses)) >= group.Threshold
        : witnesses.Contains(name, StringComparer.Ordinal);
}
