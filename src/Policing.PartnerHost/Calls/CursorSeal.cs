using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Policing.PartnerHost;

/// <summary>Cursors that nobody else can make, nor use for another query, client or purpose; and keyed digests of what was asked.</summary>
internal sealed class CursorSeal(ReadOnlyMemory<byte> key)
{
    private const int TagBytes = 16;
    private const int MostCharacters = 512;

    /// <summary>The cursor of a place: <c>c.</c>, the place, a dot, and the tag over place and binding.</summary>
    public string Seal(ReadOnlySpan<byte> place, string binding) =>
        $"c.{Base64Url.EncodeToString(place)}.{Base64Url.EncodeToString(Tag(place, binding))}";

    /// <summary>The place of a cursor.</summary>
    /// <exception cref="PartnerRefusal">It is none that was given for this binding.</exception>
    public byte[] Open(string cursor, string binding, int length)
    {
        string[] parts = cursor.Length <= MostCharacters ? cursor.Split('.') : [];
        if (parts is ["c", var placeText, var tagText] && TryDecode(placeText, out byte[] place) && TryDecode(tagText, out byte[] tag)
            && CryptographicOperations.FixedTimeEquals(tag, Tag(place, binding)) && place.Length == length) return place;
        throw PartnerProblem.CursorInvalid.With();
    }

    /// <summary>A digest that says nothing to whoever has not the key: what is asked for is a person's data.</summary>
    public string Digest(string purpose, ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(Derived(purpose), content));

    private byte[] Tag(ReadOnlySpan<byte> place, string binding)
    {
        byte[] bound = Encoding.UTF8.GetBytes(binding);
        byte[] text = [.. BitConverter.GetBytes(place.Length), .. place, .. bound];
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
