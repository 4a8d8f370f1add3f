using System.Globalization;
using System.Security.Cryptography;

namespace Policing.Ethics.Audit;

/// <summary>
/// A private key that signs notes, as text: <c>PRIVATE+KEY+name+id+base64</c> with the type of the key in the first byte. That of Ed25519 is the text of Go's
/// <c>golang.org/x/mod/sumdb/note</c>; ECDSA has PKCS#8 in its place.
/// </summary>
/// <remarks>
/// Thread-safe to read. <see cref="Dispose"/> clears the secret; signers that were made before have their own. No text of this type has the secret but that of
/// <see cref="ToSecretText"/>.
/// </remarks>
public sealed class SigningKey : IDisposable
{
    /// <summary>How the names of keys begin that are for development, and that a host in production refuses.</summary>
    public const string DevelopmentPrefix = "dev-";

    internal const int MostText = 4096;
    private const string Head = "PRIVATE+KEY+";
    private const int SeedBytes = 32;
    private readonly byte[] _secret;
    private bool _isDisposed;

    private SigningKey(string keyName, uint keyId, NoteKeyType type, byte[] secret)
    {
        KeyName = keyName;
        KeyId = keyId;
        Type = type;
        _secret = secret;
    }

    /// <summary>The name of the key; of a log its origin.</summary>
    public string KeyName { get; }

    /// <summary>The id of the key, as its verifiers have it. That of an Ed25519 key is checked by whoever makes a signer of it.</summary>
    public uint KeyId { get; }

    /// <summary>What kind of signatures it makes.</summary>
    public NoteKeyType Type { get; }

    /// <summary>Whether the name says that the key is for development.</summary>
    public bool IsDevelopment => KeyName.StartsWith(DevelopmentPrefix, StringComparison.Ordinal);

    /// <summary>The secret: PKCS#8 for ECDSA, the seed of 32 bytes for Ed25519.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public ReadOnlyMemory<byte> Secret
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _secret;
        }
    }

    /// <summary>A new ECDSA key of curve P-256 from the random numbers of the platform.</summary>
    /// <param name="keyName">Its name; of a log its origin. One for development begins with <see cref="DevelopmentPrefix"/>.</param>
    /// <exception cref="NoteException">The name is not one.</exception>
    public static SigningKey NewEcdsa(string keyName)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        VerifierKey verifier = VerifierKey.Of(keyName, NoteKeyType.Ecdsa, key.ExportSubjectPublicKeyInfo());
        return new(keyName, verifier.KeyId, NoteKeyType.Ecdsa, key.ExportPkcs8PrivateKey());
    }

    /// <summary>A key of Ed25519, whose public key a library computed; Policing.Ethics.Ed25519 makes them.</summary>
    /// <param name="verifier">The public key, <see cref="NoteKeyType.Ed25519"/> or <see cref="NoteKeyType.CosignatureV1"/>.</param>
    /// <param name="seed">32 bytes.</param>
    /// <exception cref="NoteException">It is a key of another type, or the seed has another length.</exception>
    public static SigningKey OfSeed(VerifierKey verifier, ReadOnlySpan<byte> seed)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        if (!IsSeeded(verifier.Type)) throw new NoteException(NoteFault.KeyType);
        if (seed.Length != SeedBytes) throw new NoteException(NoteFault.PrivateKey);
        return new(verifier.KeyName, verifier.KeyId, verifier.Type, seed.ToArray());
    }

    /// <summary>Reads a key.</summary>
    /// <param name="text">The text of <see cref="ToSecretText"/>.</param>
    /// <exception cref="NoteException">It is no key.</exception>
    public static SigningKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        NoteFault fault = TryParse(text, out SigningKey? key);
        return key ?? throw new NoteException(fault);
    }

    /// <summary>Reads a key, without an exception.</summary>
    /// <param name="text">The text of <see cref="ToSecretText"/>.</param>
    /// <param name="key">The key; null where it is none.</param>
    /// <returns>Why it is none; <see cref="NoteFault.None"/> where it is.</returns>
    public static NoteFault TryParse(string? text, out SigningKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Head, StringComparison.Ordinal)) return NoteFault.KeyText;
        if (text.Length > MostText) return NoteFault.TooLong;
        // Base64 has plus signs too: only the first two part anything.
        string[] parts = text[Head.Length..].Split('+', 3);
        if (parts.Length != 3 || !VerifierKey.TryReadId(parts[1], out uint id) || !StrictBase64.TryDecode(parts[2], out byte[] typed) || typed.Length == 0) return NoteFault.KeyText;
        if (!NoteText.IsKeyName(parts[0])) return NoteFault.KeyName;
        NoteKeyType type = (NoteKeyType)typed[0];
        NoteFault fault = Check(parts[0], type, id, typed.AsSpan(1));
        if (fault == NoteFault.None) key = new(parts[0], id, type, typed[1..]);
        CryptographicOperations.ZeroMemory(typed);
        return fault;
    }

    /// <summary>The key as text, with the secret: for a key file and nothing else.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public string ToSecretText() =>
        $"{Head}{KeyName}+{KeyId.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)Type, .. Secret.Span])}";

    /// <summary>The type of the key; never its name or what is in it.</summary>
    public override string ToString() => $"{nameof(SigningKey)} {Type}";

    /// <summary>Clears the secret.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        CryptographicOperations.ZeroMemory(_secret);
    }

    internal static bool IsSeeded(NoteKeyType type) => type is NoteKeyType.Ed25519 or NoteKeyType.CosignatureV1;

    private static NoteFault Check(string name, NoteKeyType type, uint id, ReadOnlySpan<byte> secret)
    {
        if (IsSeeded(type)) return secret.Length == SeedBytes ? NoteFault.None : NoteFault.PrivateKey;
        if (type != NoteKeyType.Ecdsa) return NoteFault.KeyType;
        if (!P256.TryImportPrivate(secret, out ECDsa? key)) return NoteFault.PrivateKey;
        using (key)
        {
            if (!P256.IsPair(key)) return NoteFault.PrivateKey;
            return VerifierKey.Of(name, type, key.ExportSubjectPublicKeyInfo()).KeyId == id ? NoteFault.None : NoteFault.KeyId;
        }
    }
}
