using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// The identifier of a record: a UUID written <c>urn:uuid:</c> and 36 characters. Version 7 when made, version 5 when derived from a source
/// system's own key, never from a personal identifier. Any other text is kept as malformed. <c>default</c> is absent.
/// </summary>
/// <remarks>
/// Two well-formed ids are equal when their UUIDs are (letter case does not count); malformed ones when their text is. Ordering is that of
/// the UUID's text. Thread-safe. Source: RFC 9562 (UUID), sections 5.5 and 5.7 for versions 5 and 7.
/// </remarks>
[WirePattern(@"^[Uu][Rr][Nn]:[Uu][Uu][Ii][Dd]:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$")]
[JsonConverter(typeof(TextValueConverter<RecordId>))]
public readonly struct RecordId : ITextValue<RecordId>, IComparable<RecordId>, IUtf8SpanFormattable
{
    private const string Prefix = "urn:uuid:";
    private const int Length = 45;

    private readonly Guid _uuid;

    // Null for the canonical form; else the text as given, with the UUID beside it when there is one.
    private readonly string? _text;

    private RecordId(Guid uuid, string? text)
    {
        _uuid = uuid;
        _text = text;
    }

    /// <inheritdoc/>
    public static string Shape => "urn:uuid: and a UUID of 36 characters that is not all zeros";

    /// <inheritdoc/>
    public bool IsAbsent => _uuid == Guid.Empty && _text is null;

    /// <inheritdoc/>
    public bool IsMalformed => _uuid == Guid.Empty && _text is not null;

    /// <summary>The UUID; all zeros when absent or malformed.</summary>
    public Guid Uuid => _uuid;

    /// <inheritdoc/>
    public string Text => _text ?? (_uuid == Guid.Empty ? "" : Prefix + _uuid.ToString("D"));

    /// <summary>The UUID in lower case after <c>urn:uuid:</c>; <c>null</c> when absent or malformed.</summary>
    public string? Canonical => _uuid == Guid.Empty ? null : Prefix + _uuid.ToString("D");

    /// <summary>True when both are well formed and the same UUID.</summary>
    public bool Means(RecordId other) => _uuid != Guid.Empty && _uuid == other._uuid;

    /// <summary>A new id, version 7: it sorts by the time it was made.</summary>
    /// <param name="time">The clock; the system's when null.</param>
    public static RecordId New(TimeProvider? time = null) =>
        new(Guid.CreateVersion7((time ?? TimeProvider.System).GetUtcNow()), null);

    /// <summary>An id of this UUID.</summary>
    /// <exception cref="ArgumentException">The UUID is all zeros.</exception>
    public static RecordId FromUuid(Guid uuid) =>
        uuid == Guid.Empty ? throw new ArgumentException("A UUID of zeros identifies nothing.", nameof(uuid)) : new(uuid, null);

    /// <summary>
    /// The id that always comes from this key of this source system (version 5). The key must be that system's own, never a personal identifier.
    /// </summary>
    /// <param name="system">The source system, for example <c>data.police.uk</c>.</param>
    /// <param name="key">Its key of the record.</param>
    /// <exception cref="ArgumentException">Either is empty.</exception>
    public static RecordId Derive(string system, ReadOnlySpan<char> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(system);
        if (key.IsEmpty) throw new ArgumentException("A source's key is not empty; make a new id for a record without one.", nameof(key));
        int size = 16 + Encoding.UTF8.GetMaxByteCount(system.Length) + 1 + Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> buffer = size <= 1024 ? stackalloc byte[1024] : new byte[size];
        Namespace.TryWriteBytes(buffer, bigEndian: true, out int used);
        used += Encoding.UTF8.GetBytes(system, buffer[used..]);
        buffer[used++] = 0;
        used += Encoding.UTF8.GetBytes(key, buffer[used..]);
        return new(Version5(buffer[..used]), null);
    }

    /// <summary>The namespace of <see cref="Derive"/>: the URL-namespace UUID of RFC 9562 6.6 over this SDK's schema base.</summary>
    public static Guid Namespace { get; } = NamespaceOf("https://schemas.policing-sdk.example/record-id");

    private static Guid NamespaceOf(string url)
    {
        byte[] bytes = new byte[16 + url.Length];
        new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8").TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.ASCII.GetBytes(url, bytes.AsSpan(16));
        return Version5(bytes);
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 5.5 defines version 5 over SHA-1; nothing rests on its strength.")]
    private static Guid Version5(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(bytes, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <inheritdoc/>
    public static RecordId FromUtf8(ReadOnlySpan<byte> utf8)
    {
        if (TryCanonical(utf8, out Guid uuid)) return new(uuid, null);
        return FromText(Encoding.UTF8.GetString(utf8));
    }

    /// <inheritdoc/>
    public static RecordId FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsWellFormed<char>(text)) return new(Guid.Empty, text);
        Guid uuid = Guid.ParseExact(text.AsSpan(Prefix.Length), "D");
        bool isCanonical = text.StartsWith(Prefix, StringComparison.Ordinal) && !text.AsSpan(Prefix.Length).ContainsAnyInRange('A', 'F');
        return new(uuid, isCanonical ? null : text);
    }

    private static bool TryCanonical(ReadOnlySpan<byte> utf8, out Guid uuid)
    {
        uuid = default;
        if (utf8.Length != Length || !utf8.StartsWith("urn:uuid:"u8)) return false;
        ReadOnlySpan<byte> digits = utf8[Prefix.Length..];
        if (digits.ContainsAnyInRange((byte)'A', (byte)'F')) return false;
        return Utf8Parser.TryParse(digits, out uuid, out int used, 'D') && used == 36 && uuid != Guid.Empty;
    }

    /// <inheritdoc/>
    public static bool IsValid(ReadOnlySpan<byte> utf8) => IsWellFormed(utf8);

    // The platform's parser also takes signs and 0x inside the groups, so the form is judged here.
    private static bool IsWellFormed<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.Length != Length || !Ascii.IsIgnoringCase(text[..Prefix.Length], Prefix)) return false;
        ReadOnlySpan<TChar> uuid = text[Prefix.Length..];
        bool isZero = true;
        for (int i = 0; i < uuid.Length; i++)
        {
            if (!(i is 8 or 13 or 18 or 23 ? Ascii.IsOneOf(uuid[i], "-") : Ascii.IsHexDigit(uuid[i]))) return false;
            isZero &= Ascii.IsOneOf(uuid[i], "0-");
        }

        return !isZero;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static RecordId Parse(string s, IFormatProvider? provider = null) => Strict(FromText(s));

    /// <inheritdoc/>
    public static RecordId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => Strict(FromText(s.ToString()));

    /// <inheritdoc/>
    public static RecordId Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) => Strict(FromUtf8(utf8Text));

    private static RecordId Strict(RecordId id) =>
        id.IsMalformed ? throw new FormatException($"Not a record id: expected {Shape}.") : id;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecordId result)
    {
        result = s is null ? default : FromText(s);
        return Accept(ref result);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RecordId result)
    {
        result = s.Length == Length ? FromText(s.ToString()) : default;
        return Accept(ref result);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out RecordId result)
    {
        result = IsWellFormed(utf8Text) ? FromUtf8(utf8Text) : default;
        return Accept(ref result);
    }

    private static bool Accept(ref RecordId id)
    {
        if (id.IsMalformed) id = default;
        return !id.IsAbsent;
    }

    /// <inheritdoc/>
    public bool Equals(RecordId other) =>
        _uuid == other._uuid && (_uuid != Guid.Empty || string.Equals(_text, other._text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _uuid != Guid.Empty ? _uuid.GetHashCode() : string.GetHashCode(_text ?? "", StringComparison.Ordinal);

    /// <summary>Orders well-formed ids by UUID; malformed ones come after all of them, by text; absent is first.</summary>
    public int CompareTo(RecordId other)
    {
        if (IsMalformed || other.IsMalformed)
            return IsMalformed == other.IsMalformed ? string.CompareOrdinal(_text, other._text) : IsMalformed ? 1 : -1;
        return _uuid.CompareTo(other._uuid);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Text;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = Text;
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (_text is not null || IsAbsent) return Encoding.UTF8.TryGetBytes(Text, utf8Destination, out bytesWritten);
        return TryWriteCanonical(utf8Destination, out bytesWritten);
    }

    /// <summary>Writes the canonical form; false where the id is absent or was given in another form, or the room is too small.</summary>
    internal bool TryWriteCanonical(Span<byte> utf8, out int written)
    {
        written = 0;
        if (_text is not null || IsAbsent || utf8.Length < Length) return false;
        "urn:uuid:"u8.CopyTo(utf8);
        written = Length;
        return _uuid.TryFormat(utf8[Prefix.Length..], out _, "D");
    }

    /// <summary>Equality of UUIDs.</summary>
    public static bool operator ==(RecordId left, RecordId right) => left.Equals(right);

    /// <summary>Inequality of UUIDs.</summary>
    public static bool operator !=(RecordId left, RecordId right) => !left.Equals(right);

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(RecordId left, RecordId right) => left.CompareTo(right) < 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(RecordId left, RecordId right) => left.CompareTo(right) > 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator <=(RecordId left, RecordId right) => left.CompareTo(right) <= 0;

    /// <summary>Order of <see cref="CompareTo"/>.</summary>
    public static bool operator >=(RecordId left, RecordId right) => left.CompareTo(right) >= 0;
}
