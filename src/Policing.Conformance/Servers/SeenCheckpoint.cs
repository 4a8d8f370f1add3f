using Policing.Ethics.Audit;

namespace Policing.Conformance.Servers;

/// <summary>A checkpoint as the server gave it; its signatures were not verified. Immutable.</summary>
internal sealed record SeenCheckpoint(SignedNote Note, Checkpoint Checkpoint)
{
    public ulong Size => Checkpoint.Size;

    /// <returns>Null where the text is no checkpoint.</returns>
    public static SeenCheckpoint? Read(byte[] text) =>
        SignedNote.TryParse(text, out SignedNote? note) == NoteFault.None && Checkpoint.TryParse(note!.Text, out Checkpoint? checkpoint) == NoteFault.None ? new(note, checkpoint!) : null;
}
