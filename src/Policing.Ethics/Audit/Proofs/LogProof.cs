using System.Globalization;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>
/// A proof that an entry is in a log, in one file that needs nothing else but the keys: C2SP tlog-proof, stored as <c>.tlog-proof</c>. It holds hashes and
/// signatures, and nothing of the entry.
/// </summary>
/// <remarks>Immutable and thread-safe. Reading is strict.</remarks>
public sealed class LogProof
{
    /// <summary>The most hashes of a proof: 63, more than any log will have.</summary>
    public const int MostHashes = 63;

    /// <summary>The most bytes of further data: 64 KiB.</summary>
    public const int MostExtraBytes = 64 * 1024;

    private const string Format = "c2sp.org/tlog-proof@v1";
    private const string ExtraWord = "extra ";
    private const string IndexWord = "index ";
    private const int MostBytes = 8 * 1024 * 1024;
    private readonly MerkleHash[] _hashes;

    /// <summary>A proof.</summary>
    /// <param name="index">The index of the entry, from 0.</param>
    /// <param name="hashes">The hashes from the leaf's sibling to the child of the root.</param>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="extra">Further data for the reader, which no signature covers; null for none.</param>
    /// <exception cref="ProofException">The note is no checkpoint, the index not in its tree, or there is too much.</exception>
    public LogProof(ulong index, IReadOnlyList<MerkleHash> hashes, SignedNote note, ReadOnlyMemory<byte>? extra = null)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(note);
        if (hashes.Count > MostHashes) throw new ProofException(ProofFault.Hashes);
        if (extra is { Length: > MostExtraBytes or 0 }) throw new ProofException(ProofFault.Extra);
        if (Audit.Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) != NoteFault.None) throw new ProofException(ProofFault.Checkpoint);
        if (index >= checkpoint!.Size) throw new ProofException(ProofFault.NotInTree);
        Index = index;
        _hashes = [.. hashes];
        Note = note;
        // A null array would become empty memory, which is not nothing.
        Extra = extra is { } bytes ? (ReadOnlyMemory<byte>?)bytes.ToArray() : null;
        Checkpoint = checkpoint;
    }

    /// <summary>The index of the entry, from 0.</summary>
    public ulong Index { get; }

    /// <summary>The hashes from the leaf's sibling to the child of the root.</summary>
    public IReadOnlyList<MerkleHash> Hashes => _hashes;

    /// <summary>Further data, which no signature covers: it may help to find an entry, and is believed by nobody. Null for none.</summary>
    public ReadOnlyMemory<byte>? Extra { get; }

    /// <summary>The signed checkpoint, with all its signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>What the checkpoint says, believed by nobody before <see cref="Verify"/>.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Reads a proof file.</summary>
    /// <param name="utf8">All its bytes.</param>
    /// <exception cref="ProofException">They are none.</exception>
    public static LogProof Parse(ReadOnlySpan<byte> utf8)
    {
        ProofFault fault = TryParse(utf8, out LogProof? proof);
        return proof ?? throw new ProofException(fault);
    }

    /// <summary>Reads a proof file, without an exception.</summary>
    /// <param name="utf8">All its bytes.</param>
    /// <param name="proof">The proof; null where it is none.</param>
    /// <returns>Why it is none; <see cref="ProofFault.None"/> where it is.</returns>
    public static ProofFault TryParse(ReadOnlySpan<byte> utf8, out LogProof? proof)
    {
        proof = null;
        if (utf8.Length > MostBytes) return ProofFault.TooLong;
        if (!NoteText.TryDecode(utf8, out string text)) return ProofFault.NotUtf8;
        Lines lines = new(text);
        if (!lines.Next().SequenceEqual(Format)) return ProofFault.FirstLine;
        ReadOnlySpan<char> line = lines.Next();
        byte[]? extra = null;
        if (line.StartsWith(ExtraWord, StringComparison.Ordinal))
        {
            if (line.Length > MostExtraBytes * 2 || !StrictBase64.TryDecode(line[ExtraWord.Length..], out extra) || extra.Length is 0 or > MostExtraBytes) return ProofFault.Extra;
            line = lines.Next();
        }
        if (!line.StartsWith(IndexWord, StringComparison.Ordinal) || !Whole.TryParse(line[IndexWord.Length..], out ulong index)) return ProofFault.Index;
        List<MerkleHash> hashes = [];
        for (line = lines.Next(); !line.IsEmpty; line = lines.Next())
        {
            if (hashes.Count == MostHashes || !MerkleHash.TryParse(line, out MerkleHash hash)) return ProofFault.Hashes;
            hashes.Add(hash);
        }
        return Join(index, hashes, extra, Encoding.UTF8.GetBytes(lines.Rest.ToString()), out proof);
    }

    /// <summary>Whether an entry is in the log.</summary>
    /// <param name="leaf">The hash of the entry that the reader has in hand, <see cref="MerkleHash.OfLeaf"/>.</param>
    /// <param name="policy">The logs and witnesses that the reader believes.</param>
    public ProofCheck Verify(MerkleHash leaf, WitnessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        WitnessPolicyCheck check = policy.Check(Note);
        if (!check.IsMet) return new();
        bool isIn = MerkleProof.VerifyInclusion(leaf, Index, Checkpoint.Size, _hashes, Checkpoint.Root);
        return new() { Outcome = isIn ? ProofOutcome.Included : ProofOutcome.NotIncluded, Level = check.Level };
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>The file as text.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Format).Append('\n');
        if (Extra is ReadOnlyMemory<byte> extra) text.Append(ExtraWord).Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(IndexWord).Append(Index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (MerkleHash hash in _hashes) text.Append(hash).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    private static ProofFault Join(ulong index, List<MerkleHash> hashes, byte[]? extra, byte[] rest, out LogProof? proof)
    {
        proof = null;
        if (SignedNote.TryParse(rest, out SignedNote? note) != NoteFault.None) return ProofFault.Checkpoint;
        if (Audit.Checkpoint.TryParse(note!.Text, out Checkpoint? checkpoint) != NoteFault.None) return ProofFault.Checkpoint;
        if (index >= checkpoint!.Size) return ProofFault.NotInTree;
        proof = new(index, hashes, note, extra is null ? null : (ReadOnlyMemory<byte>?)extra);
        return ProofFault.None;
    }

    // A line without an end is the rest of a file that was cut off: it reads as empty, and what follows it as well.
    private ref struct Lines(string text)
    {
        public ReadOnlySpan<char> Rest { get; private set; } = text;

        public ReadOnlySpan<char> Next()
        {
            int end = Rest.IndexOf('\n');
            ReadOnlySpan<char> line = end < 0 ? default : Rest[..end];
            Rest = end < 0 ? default : Rest[(end + 1)..];
            return line;
        }
    }
}
