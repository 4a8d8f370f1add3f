using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Policing.PartnerHost;

/// <summary>Cursors that nobody else can make, nor use for another query, client or purpose, and that say when they were made; and keyed digests of what was asked.</summary>
internal sealed class CursorSeal(ReadOnlyMemory<byte> key, TimeProvider time)
{
    private const int TagBytes = 16;
    private const int TimeBytes = sizeof(long);
    private const int MostCharacters = 512;

    /// <summary>The cursor of a place: <c>c.</c>, the time in seconds and the place, a dot, and the tag over both and the binding.</summary>
    public string Seal(ReadOnlySpan<byte> place, string binding)
    {
        byte[] content = new byte[TimeBytes + place.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, time.GetUtcNow().ToUnixTimeSeconds());
        place.CopyTo(content.AsSpan(TimeBytes));
        return $"c.{Base64Url.EncodeToString(content)}.{Base64Url.EncodeToString(Tag(content, binding))}";
    }

    /// <summary>The place of a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="binding">What it must have been given for.</param>
    /// <param name="length">How long the place is.</param>
    /// <param name="lasts">How old it may be; null for any age.</param>
    /// <exception cref="PartnerRefusal">It is none that was given for this binding, or is too old.</exception>
    public byte[] Open(string cursor, string binding, int length, TimeSpan? lasts = null)
    {
        byte[] content = Content(cursor, binding, TimeBytes + length);
        // The clock of the instance that made it may be ahead: what is not yet is not old.
        long age = time.GetUtcNow().ToUnixTimeSeconds() - BinaryPrimitives.ReadInt64BigEndian(content);
        return age >= lasts?.TotalSeconds ? throw PartnerProblem.CursorExpired.With() : content[TimeBytes..];
    }

    private byte[] Content(string cursor, string binding, int length)
    {
        string[] parts = cursor.Length <= MostCharacters ? cursor.Split('.') : [];
        if (parts is ["c", var contentText, var tagText] && TryDecode(contentText, out byte[] content) && TryDecode(tagText, out byte[] tag)
            && CryptographicOperations.FixedTimeEquals(tag, Tag(content, binding)) && content.Length == length) return content;
        throw PartnerProblem.CursorInvalid.With();
    }

    /// <summary>A digest that says nothing to whoever has not the key: what is asked for is a person's data.</summary>
    public string Digest(string purpose, ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(Derived(purpose), content));

    private byte[] Tag(ReadOnlySpan<byte> content, string binding)
    {
        byte[] bound = Encoding.UTF8.GetBytes(binding);
        byte[] text = [.. BitConverter.GetBytes(content.Length), .. content, .. bound];
        return HMACSHA256.HashData(Derived("cursor"), text)[..TagBytes];
    }

    private byte[] Derived(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), 32, null, Encoding.UTF8.GetBytes("policing-partner-host " + purpose));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text)) return false;
        bytes = Base64Url.DecodeFromChars(text);
        // One spelling only.
        return string.Equals(Base64Url.EncodeToString(bytes), text, StringComparison.Ordinal);
    }
}
