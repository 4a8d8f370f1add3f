using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Compliance.Redaction;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Puts a pseudonym in the place of a text: the key's id, a colon, and the first 16 bytes of HMAC-SHA256 over the text in UTF-8, in base64url
/// without padding, <c>2026a:fWjPS2Zk0h8mYw3n1n1xVg</c>. The same text has the same pseudonym within a key and purpose, so records can be joined and
/// counted without it. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Made by <see cref="PseudonymKey.For"/>. The text is taken as it is written: two spellings of one name or number have two pseudonyms. A pseudonym is
/// personal data still for whoever holds the key, or can ask for pseudonyms. An empty text stays empty.
/// </remarks>
public sealed class PseudonymRedactor : Redactor
{
    private const int TagBytes = 16;
    private const int TagChars = 22;
    private const int OnStack = 256;
    private readonly string _keyId;
    private readonly byte[] _key;

    internal PseudonymRedactor(string keyId, byte[] key)
    {
        _keyId = keyId;
        _key = key;
    }

    /// <summary>The length of every pseudonym of this key; 0 of an empty text.</summary>
    public override int GetRedactedLength(ReadOnlySpan<char> input) => input.IsEmpty ? 0 : _keyId.Length + 1 + TagChars;

    /// <summary>Writes the pseudonym and returns its length.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        int length = GetRedactedLength(source);
        if (length == 0) return 0;
        if (length > destination.Length) throw new ArgumentException("The destination is shorter than GetRedactedLength says.", nameof(destination));
        _keyId.CopyTo(destination);
        destination[_keyId.Length] = ':';
        Span<byte> tag = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(source, tag);
        Base64Url.EncodeToChars(tag[..TagBytes], destination[(_keyId.Length + 1)..length]);
        return length;
    }

    private void Hash(ReadOnlySpan<char> text, Span<byte> tag)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[OnStack];
        int length = Encoding.UTF8.GetBytes(text, utf8);
        HMACSHA256.HashData(_key, utf8[..length], tag);
        CryptographicOperations.ZeroMemory(utf8[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }
}
