namespace Policing.Ethics.Audit;

/// <summary>A note of a log, and what it says.</summary>
internal sealed record SignedCheckpoint(SignedNote Note, Checkpoint Checkpoint)
{
    public static SignedCheckpoint Of(SignedNote note) =>
        Audit.Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) == NoteFault.None ? new(note, checkpoint!) : throw new AuditLogException(AuditLogFault.Damaged);
}
