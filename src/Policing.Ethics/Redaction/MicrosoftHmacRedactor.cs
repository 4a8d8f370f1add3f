using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Compliance.Redaction;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Writes what the HMAC redactor of Microsoft.Extensions.Compliance.Redaction writes, for hosts whose logs or data have it already: the key id
/// and a colon where there is one, and the first 16 bytes of HMAC-SHA256 over the text in UTF-16LE, in base64. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Its key is the same for every purpose, so what it writes for two purposes can be joined; for pseudonyms that cannot take a
/// <see cref="PseudonymRedactor"/>. An empty text stays empty. Source: dotnet/extensions, HmacRedactor; held against it by test.
/// </remarks>
public sealed class MicrosoftHmacRedactor : Redactor
{
    private const int TagBytes = 16;
    private const int TagChars = 24;
    private const int LeastKeyBytes = 32;
    private readonly string _prefix;
    private readonly byte[] _key;

    /// <summary>A redactor with this key.</summary>
    /// <param name="keyId">The id that the output begins with; <c>null</c> for none.</param>
    /// <param name="key">The key in base64, at least 32 bytes.</param>
    /// <exception cref="ArgumentException">The key is no base64, or shorter.</exception>
    public MicrosoftHmacRedactor(int? keyId, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = new byte[key.Length];
        if (!Convert.TryFromBase64String(key, _key, out int length) || length < LeastKeyBytes)
            throw new ArgumentException("The key is at least 32 bytes in base64.", nameof(key));
        _key = _key[..length];
        _prefix = keyId is { } id ? id.ToString(CultureInfo.InvariantCulture) + ":" : "";
    }

    /// <summary>The length of every output of this key; 0 of an empty text.</summary>
    public override int GetRedactedLength(ReadOnlySpan<char> input) => input.IsEmpty ? 0 : _prefix.Length + TagChars;

    /// <summary>Writes the keyed digest and returns its length.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        int length = GetRedactedLength(source);
        if (length == 0) return 0;
        if (length > destination.Length) throw new ArgumentException("The destination is shorter than GetRedactedLength says.", nameof(destination));
        _prefix.CopyTo(destination);
        Span<byte> tag = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, MemoryMarshal.AsBytes(source), tag);
        return Convert.TryToBase64Chars(tag[..TagBytes], destination[_prefix.Length..], out int written) ? _prefix.Length + written : 0;
    }
}
