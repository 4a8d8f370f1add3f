using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>A text with signatures below it, in the form of C2SP signed-note. The text must be ignored unless <see cref="Verify"/> says otherwise.</summary>
/// <remarks>Immutable and thread-safe. Reading is strict: what has two spellings, or more than the limits, is refused.</remarks>
public sealed class SignedNote
{
    /// <summary>The most bytes of a text: 1,000,000.</summary>
    public const int MostTextBytes = 1_000_000;

    /// <summary>The most signatures of a note: 100.</summary>
    public const int MostSignatures = 100;

    /// <summary>The most bytes of a signature: 16 KiB, some three times the longest of a known type.</summary>
    public const int MostSignatureBytes = 16 * 1024;

    private const int MostBytes = MostTextBytes + (MostSignatures * MostSignatureBytes * 2);

    private readonly byte[] _text;
    private readonly NoteSignature[] _signatures;

    private SignedNote(string text, byte[] utf8, NoteSignature[] signatures)
    {
        Text = text;
        _text = utf8;
        _signatures = signatures;
    }

    /// <summary>The text with its last end of line, believed by nobody yet.</summary>
    public string Text { get; }

    /// <summary>The signatures, in the order of the note.</summary>
    public IReadOnlyList<NoteSignature> Signatures => _signatures;

    internal ReadOnlyMemory<byte> TextBytes => _text;

    /// <summary>Reads a note.</summary>
    /// <param name="utf8">All its bytes.</param>
    /// <exception cref="NoteException">They are not a note.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> utf8)
    {
        NoteFault fault = TryParse(utf8, out SignedNote? note);
        return note ?? throw new NoteException(fault);
    }

    /// <summary>Reads a note, without an exception.</summary>
    /// <param name="utf8">All its bytes.</param>
    /// <param name="note">The note; null where it is none.</param>
    /// <returns>Why it is none; <see cref="NoteFault.None"/> where it is.</returns>
    public static NoteFault TryParse(ReadOnlySpan<byte> utf8, out SignedNote? note)
    {
        note = null;
        if (utf8.Length > MostBytes) return NoteFault.TooLong;
        if (!NoteText.TryDecode(utf8, out string all)) return NoteFault.NotUtf8;
        if (NoteText.HasControl(all)) return NoteFault.ControlCharacter;
        if (!all.EndsWith('\n')) return NoteFault.NoFinalNewline;
        // The last empty line: a text may have empty lines of its own.
        int gap = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (gap < 0 || gap + 2 == all.Length) return NoteFault.NoSignatures;
        string text = all[..(gap + 1)];
        NoteFault fault = NoteText.Check(text, out byte[] bytes);
        List<NoteSignature> signatures = [];
        if (fault == NoteFault.None) fault = ReadSignatures(all.AsSpan(gap + 2), signatures);
        if (fault == NoteFault.None) note = new(text, bytes, [.. signatures]);
        return fault;
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text; it ends with an end of line and has no other control character.</param>
    /// <param name="signers">Who signs, in the order of the lines; at least one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NoteException">The text, or what a signer gave, cannot stand in a note.</exception>
    public static async ValueTask<SignedNote> SignAsync(string text, IReadOnlyList<INoteSigner> signers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signers);
        NoteFault fault = NoteText.Check(text, out byte[] utf8);
        if (fault != NoteFault.None) throw new NoteException(fault);
        if (signers.Count is 0 or > MostSignatures) throw new NoteException(signers.Count == 0 ? NoteFault.NoSignatures : NoteFault.TooManySignatures);
        List<NoteSignature> signatures = [];
        foreach (INoteSigner signer in signers)
        {
            ReadOnlyMemory<byte> signature = await signer.SignAsync(utf8, cancellationToken).ConfigureAwait(false);
            if (signature.IsEmpty) throw new NoteException(NoteFault.SignatureLine);
            signatures.Add(new(signer.KeyName, signer.KeyId, signature.Span));
        }
        return new(text, utf8, [.. signatures]);
    }

    /// <summary>The note with a further signature below the others, such as the cosignature of a witness; the same where it is there already.</summary>
    /// <param name="signature">The signature; it is not verified here.</param>
    /// <exception cref="NoteException">There would be too many.</exception>
    public SignedNote With(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (_signatures.Contains(signature)) return this;
        return _signatures.Length < MostSignatures ? new(Text, _text, [.. _signatures, signature]) : throw new NoteException(NoteFault.TooManySignatures);
    }

    /// <summary>
    /// Holds the signatures against keys. Signatures of other keys are passed over, as the specification asks; one that fails in the name of a key that was given
    /// spoils the note.
    /// </summary>
    /// <param name="verifiers">The keys that are trusted.</param>
    public NoteVerification Verify(IReadOnlyList<INoteVerifier> verifiers)
    {
        ArgumentNullException.ThrowIfNull(verifiers);
        List<NoteSignature> verified = [];
        List<NoteSignature> unknown = [];
        foreach (NoteSignature signature in _signatures)
        {
            INoteVerifier[] known = [.. verifiers.Where(verifier => verifier.KeyId == signature.KeyId && verifier.KeyName == signature.KeyName)];
            if (known.Length > 1) return new() { Outcome = NoteOutcome.AmbiguousKey };
            if (known.Length == 0) AddOnce(unknown, signature, unknown.Contains(signature));
            else if (!known[0].Verify(_text, signature.Bytes.Span)) return new() { Outcome = NoteOutcome.InvalidSignature };
            else AddOnce(verified, signature, verified.Exists(other => other.KeyId == signature.KeyId && other.KeyName == signature.KeyName));
        }
        return new() { Outcome = verified.Count > 0 ? NoteOutcome.Verified : NoteOutcome.NoKnownKey, Verified = verified, Unknown = unknown };
    }

    /// <summary>The bytes of the note.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>The note as text.</summary>
    public override string ToString()
    {
        StringBuilder note = new(Text);
        note.Append('\n');
        foreach (NoteSignature signature in _signatures) note.Append(signature).Append('\n');
        return note.ToString();
    }

    private static NoteFault ReadSignatures(ReadOnlySpan<char> lines, List<NoteSignature> signatures)
    {
        while (!lines.IsEmpty)
        {
            int end = lines.IndexOf('\n');
            ReadOnlySpan<char> line = lines[..end];
            lines = lines[(end + 1)..];
            if (!line.StartsWith(NoteText.Dash, StringComparison.Ordinal)) return NoteFault.SignatureLine;
            if (signatures.Count == MostSignatures) return NoteFault.TooManySignatures;
            NoteFault fault = NoteSignature.TryRead(line[NoteText.Dash.Length..], out NoteSignature? signature);
            if (signature is null) return fault;
            signatures.Add(signature);
        }
        return NoteFault.None;
    }

    private static void AddOnce(List<NoteSignature> signatures, NoteSignature signature, bool isThere)
    {
        if (!isThere) signatures.Add(signature);
    }
}
