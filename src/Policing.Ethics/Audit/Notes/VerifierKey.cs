using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>
/// A public key as C2SP signed-note writes it: <c>name+id+base64</c>. Whoever verifies keeps it apart from the log that it is to check.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. The id of an ECDSA key is over its public key alone, so that a changed name is not found by it: the signature lines then have another name,
/// and no key.
/// </remarks>
public sealed class VerifierKey
{
    private const int Ed25519Bytes = 32;
    private const int MlDsa44Bytes = 1312;
    private const int MostText = 4096;
    private readonly byte[] _publicKey;

    private VerifierKey(string keyName, uint keyId, NoteKeyType type, byte[] publicKey)
    {
        KeyName = keyName;
        KeyId = keyId;
        Type = type;
        _publicKey = publicKey;
    }

    /// <summary>The name of the key; of a log it should be the origin of its checkpoints.</summary>
    public string KeyName { get; }

    /// <summary>The id of the key: 32 bits of a hash.</summary>
    public uint KeyId { get; }

    /// <summary>What kind of signatures it makes.</summary>
    public NoteKeyType Type { get; }

    /// <summary>The public key: 32 bytes for Ed25519, the SubjectPublicKeyInfo for ECDSA, 1,312 bytes for ML-DSA-44.</summary>
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>A key of its parts.</summary>
    /// <param name="keyName">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="publicKey">Its bytes, as <see cref="PublicKey"/> says.</param>
    /// <exception cref="NoteException">They are no key.</exception>
    public static VerifierKey Of(string keyName, NoteKeyType type, ReadOnlySpan<byte> publicKey)
    {
        ArgumentNullException.ThrowIfNull(keyName);
        if (!NoteText.IsKeyName(keyName)) throw new NoteException(NoteFault.KeyName);
        NoteFault fault = Check(type, publicKey);
        return fault == NoteFault.None ? new(keyName, Id(keyName, type, publicKey), type, publicKey.ToArray()) : throw new NoteException(fault);
    }

    /// <summary>Reads a key.</summary>
    /// <param name="text">The text of <see cref="ToString"/>.</param>
    /// <exception cref="NoteException">It is no key.</exception>
    public static VerifierKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        NoteFault fault = TryParse(text, out VerifierKey? key);
        return key ?? throw new NoteException(fault);
    }

    /// <summary>Reads a key, without an exception.</summary>
    /// <param name="text">The text of <see cref="ToString"/>.</param>
    /// <param name="key">The key; null where it is none.</param>
    /// <returns>Why it is none; <see cref="NoteFault.None"/> where it is.</returns>
    public static NoteFault TryParse(string? text, out VerifierKey? key)
    {
        key = null;
        if (text is null) return NoteFault.KeyText;
        if (text.Length > MostText) return NoteFault.TooLong;
        // Base64 has plus signs too: only the first two part anything.
        string[] parts = text.Split('+', 3);
        if (parts.Length != 3 || !TryReadId(parts[1], out uint id) || !StrictBase64.TryDecode(parts[2], out byte[] typed) || typed.Length == 0) return NoteFault.KeyText;
        if (!NoteText.IsKeyName(parts[0])) return NoteFault.KeyName;
        NoteKeyType type = (NoteKeyType)typed[0];
        NoteFault fault = Check(type, typed.AsSpan(1));
        if (fault != NoteFault.None) return fault;
        if (Id(parts[0], type, typed.AsSpan(1)) != id) return NoteFault.KeyId;
        key = new(parts[0], id, type, typed[1..]);
        return NoteFault.None;
    }

    /// <summary>What checks signatures of this key.</summary>
    /// <param name="ed25519">Checks Ed25519; needed for keys of <see cref="NoteKeyType.Ed25519"/> and <see cref="NoteKeyType.CosignatureV1"/>.</param>
    /// <exception cref="NotSupportedException">The type needs what was not given, or is ML-DSA-44.</exception>
    public INoteVerifier ToVerifier(IEd25519Verifier? ed25519 = null) => Type switch
    {
        NoteKeyType.Ecdsa => new EcdsaNoteVerifier(this),
        NoteKeyType.Ed25519 when ed25519 is not null => new Ed25519NoteVerifier(this, ed25519),
        NoteKeyType.CosignatureV1 when ed25519 is not null => new CosignatureVerifier(this, ed25519),
        _ => throw new NotSupportedException($"Signatures of {Type} cannot be checked with what was given."),
    };

    /// <summary>The key as text.</summary>
    public override string ToString() =>
        $"{KeyName}+{KeyId.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)Type, .. _publicKey])}";

    internal static bool TryReadId(string text, out uint id)
    {
        id = 0;
        return text.Length == 8 && text.All(char.IsAsciiHexDigitLower) && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out id);
    }

    private static NoteFault Check(NoteKeyType type, ReadOnlySpan<byte> publicKey) => type switch
    {
        NoteKeyType.Ed25519 or NoteKeyType.CosignatureV1 => publicKey.Length == Ed25519Bytes ? NoteFault.None : NoteFault.PublicKey,
        NoteKeyType.Ecdsa => P256.IsPublicKey(publicKey) ? NoteFault.None : NoteFault.PublicKey,
        NoteKeyType.MlDsa44Cosignature => publicKey.Length == MlDsa44Bytes ? NoteFault.None : NoteFault.PublicKey,
        _ => NoteFault.KeyType,
    };

    private static uint Id(string name, NoteKeyType type, ReadOnlySpan<byte> publicKey)
    {
        byte[] hashed = type == NoteKeyType.Ecdsa ? publicKey.ToArray() : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(hashed));
    }
}
