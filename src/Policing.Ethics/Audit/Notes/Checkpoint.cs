using System.Globalization;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>
/// What a log says of itself at a size, in the form of C2SP tlog-checkpoint: its origin, the number of its entries and the root over them. It is worth what the
/// signatures of its note are.
/// </summary>
/// <remarks>Immutable. A log never signs two checkpoints of which the later does not begin as the earlier.</remarks>
public sealed class Checkpoint
{
    /// <summary>A checkpoint.</summary>
    /// <param name="origin">Which log: not empty, one line, like <c>audit.force.example/records</c>. The name of its key should be the same.</param>
    /// <param name="size">The number of entries.</param>
    /// <param name="root">The root over them.</param>
    /// <exception cref="NoteException">The origin cannot stand there.</exception>
    public Checkpoint(string origin, ulong size, MerkleHash root)
        : this(origin, size, root, [])
    {
        ArgumentNullException.ThrowIfNull(origin);
        NoteFault fault = NoteText.Check(origin + "\n", out _);
        if (fault == NoteFault.None && (origin.Length == 0 || origin.Contains('\n', StringComparison.Ordinal))) fault = NoteFault.CheckpointLines;
        if (fault != NoteFault.None) throw new NoteException(fault);
    }

    private Checkpoint(string origin, ulong size, MerkleHash root, string[] extensions)
    {
        Origin = origin;
        Size = size;
        Root = root;
        Extensions = extensions;
    }

    /// <summary>Which log.</summary>
    public string Origin { get; }

    /// <summary>The number of entries.</summary>
    public ulong Size { get; }

    /// <summary>The root over the entries.</summary>
    public MerkleHash Root { get; }

    /// <summary>Further lines of others. They are kept, and mean nothing here; our logs write none.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads the text of a note.</summary>
    /// <param name="text">The text, with its last end of line.</param>
    /// <exception cref="NoteException">It is no checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        NoteFault fault = TryParse(text, out Checkpoint? checkpoint);
        return checkpoint ?? throw new NoteException(fault);
    }

    /// <summary>Reads the text of a note, without an exception.</summary>
    /// <param name="text">The text, with its last end of line.</param>
    /// <param name="checkpoint">The checkpoint; null where it is none.</param>
    /// <returns>Why it is none; <see cref="NoteFault.None"/> where it is.</returns>
    public static NoteFault TryParse(string? text, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (text is null) return NoteFault.CheckpointLines;
        NoteFault fault = NoteText.Check(text, out _);
        if (fault != NoteFault.None) return fault;
        string[] lines = text[..^1].Split('\n');
        if (lines.Length < 3 || lines.Any(line => line.Length == 0)) return NoteFault.CheckpointLines;
        if (!Whole.TryParse(lines[1], out ulong size)) return NoteFault.CheckpointSize;
        if (!MerkleHash.TryParse(lines[2], out MerkleHash root)) return NoteFault.CheckpointRoot;
        checkpoint = new(lines[0], size, root, lines[3..]);
        return NoteFault.None;
    }

    /// <summary>Signs the checkpoint.</summary>
    /// <param name="signers">Who signs: the key of the log, and its next one while it is exchanged.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<SignedNote> SignAsync(IReadOnlyList<INoteSigner> signers, CancellationToken cancellationToken = default) =>
        SignedNote.SignAsync(ToString(), signers, cancellationToken);

    /// <summary>The text of the note, with its last end of line.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Origin).Append('\n').Append(Size.ToString(CultureInfo.InvariantCulture)).Append('\n').Append(Root).Append('\n');
        foreach (string line in Extensions) text.Append(line).Append('\n');
        return text.ToString();
    }

    internal static bool IsCheckpoint(ReadOnlySpan<byte> text) =>
        NoteText.TryDecode(text, out string decoded) && TryParse(decoded, out _) == NoteFault.None;
}
