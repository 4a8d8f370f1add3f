namespace Policing.Ethics.Audit;

/// <summary>Follows the keys of a log along its checkpoints, through the entries that exchange them.</summary>
internal sealed class KeyCheck(CheckFindings findings, AuditCheckOptions options, string origin, IReadOnlyList<(ulong Index, KeyRotation? Rotation)> rotations)
{
    public void Run(IReadOnlyList<CheckedCheckpoint> checkpoints)
    {
        INoteVerifier[] first = [.. options.Verifiers.Where(verifier => verifier.KeyName == origin).DistinctBy(verifier => verifier.KeyId)];
        KeyHistory? history = first.Length > 0 ? new(first, options.Ed25519) : null;
        ulong after = 0;
        // One size may have several: of two processes, with cosignatures, kept elsewhere. All are judged by the same keys.
        foreach (IGrouping<ulong, CheckedCheckpoint> same in checkpoints.GroupBy(checkpoint => checkpoint.Size).OrderBy(group => group.Key))
        {
            KeyRotation[]? announced = Announced(after, same.Key);
            foreach (CheckedCheckpoint checkpoint in same) Judge(checkpoint, history, announced);
            if (same.FirstOrDefault(checkpoint => checkpoint.IsVerified) is not { } good) continue;
            history!.Next(good.Note, announced!);
            after = same.Key;
        }
    }

    /// <summary>What the newest checkpoint that holds makes the word of the log worth.</summary>
    public AssuranceLevel Level(IReadOnlyList<CheckedCheckpoint> checkpoints)
    {
        CheckedCheckpoint[] holding = [.. checkpoints.Where(checkpoint => checkpoint.Holds)];
        if (holding.Length == 0) return AssuranceLevel.Unwitnessed;
        ulong newest = holding.Max(checkpoint => checkpoint.Size);
        AssuranceLevel? witnessed = options.Policy is { } policy
            ? holding.Where(checkpoint => checkpoint.Size == newest).Select(checkpoint => policy.Check(checkpoint.Note).Level).MaxBy(level => level.Signed)
            : null;
        if (witnessed is { Kind: AssuranceKind.Witnessed } level) return level;
        return holding.Any(checkpoint => checkpoint.IsPinned) ? AssuranceLevel.Pinned : AssuranceLevel.Unwitnessed;
    }

    private void Judge(CheckedCheckpoint checkpoint, KeyHistory? history, KeyRotation[]? announced)
    {
        KeyHistoryOutcome outcome = history is null || announced is null ? KeyHistoryOutcome.KeySwap : history.Judge(checkpoint.Note, announced);
        checkpoint.IsVerified = outcome is KeyHistoryOutcome.Signed or KeyHistoryOutcome.Rotated;
        if (checkpoint.IsVerified) return;
        findings.Add(outcome == KeyHistoryOutcome.Forged ? AuditFindingKind.CheckpointForged : AuditFindingKind.KeySwapped, checkpoint.Size, "checkpoint");
    }

    // Null where an entry says that a key was exchanged, and not which.
    private KeyRotation[]? Announced(ulong from, ulong to)
    {
        KeyRotation?[] all = [.. rotations.Where(rotation => rotation.Index >= from && rotation.Index < to).OrderBy(rotation => rotation.Index).Select(rotation => rotation.Rotation)];
        return Array.Exists(all, rotation => rotation is null) ? null : [.. all.Select(rotation => rotation!)];
    }
}
