using System.Buffers.Binary;

namespace Policing.Ethics.Audit;

/// <summary>A signature below a note: whose, and its bytes. That it is there says nothing; <see cref="SignedNote.Verify"/> says whether it holds.</summary>
/// <remarks>Immutable. Two are equal where name, id and bytes are.</remarks>
public sealed class NoteSignature : IEquatable<NoteSignature>
{
    private readonly byte[] _bytes;

    /// <summary>A signature.</summary>
    /// <param name="keyName">The name of the key.</param>
    /// <param name="keyId">The id of the key.</param>
    /// <param name="signature">The signature itself, at most <see cref="SignedNote.MostSignatureBytes"/>.</param>
    /// <exception cref="NoteException">The name is not one, or the signature is too long.</exception>
    public NoteSignature(string keyName, uint keyId, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(keyName);
        if (!NoteText.IsKeyName(keyName)) throw new NoteException(NoteFault.KeyName);
        if (signature.Length > SignedNote.MostSignatureBytes) throw new NoteException(NoteFault.TooLong);
        KeyName = keyName;
        KeyId = keyId;
        _bytes = signature.ToArray();
    }

    /// <summary>The name of the key.</summary>
    public string KeyName { get; }

    /// <summary>The id of the key: a short hash, which tells keys apart and proves nothing.</summary>
    public uint KeyId { get; }

    /// <summary>The signature itself.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Whether they are the same signature of the same key.</summary>
    public bool Equals(NoteSignature? other) =>
        other is not null && KeyId == other.KeyId && KeyName == other.KeyName && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoteSignature);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(KeyId, KeyName, _bytes.Length);

    /// <summary>The line of the note, without its end.</summary>
    public override string ToString() => $"{NoteText.Dash}{KeyName} {Payload()}";

    // The dash is not there any more.
    internal static NoteFault TryRead(ReadOnlySpan<char> line, out NoteSignature? signature)
    {
        signature = null;
        int space = line.IndexOf(' ');
        if (space < 0) return NoteFault.SignatureLine;
        string name = line[..space].ToString();
        if (!NoteText.IsKeyName(name)) return NoteFault.KeyName;
        if (!StrictBase64.TryDecode(line[(space + 1)..], out byte[] payload) || payload.Length <= sizeof(uint)) return NoteFault.SignatureLine;
        if (payload.Length > SignedNote.MostSignatureBytes + sizeof(uint)) return NoteFault.TooLong;
        signature = new(name, BinaryPrimitives.ReadUInt32BigEndian(payload), payload.AsSpan(sizeof(uint)));
        return NoteFault.None;
    }

    private string Payload()
    {
        byte[] payload = new byte[sizeof(uint) + _bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(payload, KeyId);
        _bytes.CopyTo(payload, sizeof(uint));
        return Convert.ToBase64String(payload);
    }
}
