using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Policing.Ethics.Audit;

/// <summary>
/// What a log publishes of an entry: two commitments, to its core and to its details, and nothing else. Each is salted, so that nobody finds the content by trying;
/// who has content and salt can show that they are those of the entry. Once the details and their salt are erased the commitment tells nothing, and all proofs stay good.
/// </summary>
/// <remarks>
/// A commitment is SHA-256 over a label that ends with a line end (<c>policing-audit/v1/core</c> or <c>policing-audit/v1/details</c>), 16 bytes of salt, and the content
/// as <see cref="CanonicalJson"/>. The entry of the log is the canonical JSON <c>{"core":"…","details":"…"}</c> with both in base64. Immutable and thread-safe.
/// </remarks>
public sealed class AuditLeaf
{
    /// <summary>The length of a salt: 16 bytes, new and random for each part of each entry.</summary>
    public const int SaltBytes = 16;

    internal const int MostLeafBytes = 112;

    private const string CoreLabel = "policing-audit/v1/core\n";
    private const string DetailsLabel = "policing-audit/v1/details\n";
    private const int MostBytes = 256;
    private readonly byte[] _core;
    private readonly byte[] _details;

    private AuditLeaf(byte[] core, byte[] details)
    {
        _core = core;
        _details = details;
    }

    /// <summary>The commitment to the core, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Core => _core;

    /// <summary>The commitment to the details, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Details => _details;

    /// <summary>A salt from the random numbers of the platform.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>The leaf of an entry.</summary>
    /// <param name="core">The core as JSON in any spelling.</param>
    /// <param name="coreSalt">16 bytes, used for nothing else.</param>
    /// <param name="details">The details as JSON in any spelling; <c>{}</c> where there are none.</param>
    /// <param name="detailsSalt">16 bytes, used for nothing else.</param>
    /// <exception cref="ArgumentException">A salt has another length, or both are the same.</exception>
    /// <exception cref="CanonicalJsonException">A part has no canonical form.</exception>
    public static AuditLeaf Of(ReadOnlyMemory<byte> core, ReadOnlySpan<byte> coreSalt, ReadOnlyMemory<byte> details, ReadOnlySpan<byte> detailsSalt)
    {
        if (coreSalt.Length != SaltBytes) throw new ArgumentException("A salt has 16 bytes.", nameof(coreSalt));
        if (detailsSalt.Length != SaltBytes) throw new ArgumentException("A salt has 16 bytes.", nameof(detailsSalt));
        // The salt of the core outlives that of the details, which must not be known after their erasure.
        if (coreSalt.SequenceEqual(detailsSalt)) throw new ArgumentException("Each part has a salt of its own.", nameof(detailsSalt));
        return new(Commit(CoreLabel, CanonicalJson.From(core), coreSalt), Commit(DetailsLabel, CanonicalJson.From(details), detailsSalt));
    }

    /// <summary>Reads the bytes of a log's entry, in their one spelling.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="leaf">The leaf; null where they are none.</param>
    /// <returns>Whether they are one.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, out AuditLeaf? leaf)
    {
        leaf = null;
        if (utf8.Length > MostBytes || CanonicalJson.TryFrom(utf8, out _) != CanonicalJsonFault.None) return false;
        using JsonDocument document = JsonDocument.Parse(utf8);
        if (!TryRead(document.RootElement, "core", out byte[] core) || !TryRead(document.RootElement, "details", out byte[] details)) return false;
        AuditLeaf read = new(core, details);
        // Other members, spaces and another order are another leaf.
        if (!read.ToUtf8().AsSpan().SequenceEqual(utf8.Span)) return false;
        leaf = read;
        return true;
    }

    /// <summary>Whether this is the core that the entry was made of.</summary>
    /// <param name="json">The core as JSON in any spelling.</param>
    /// <param name="salt">Its salt.</param>
    public bool HasCore(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> salt) => Opens(_core, CoreLabel, json, salt);

    /// <summary>Whether these are the details that the entry was made of.</summary>
    /// <param name="json">The details as JSON in any spelling.</param>
    /// <param name="salt">Their salt.</param>
    public bool HasDetails(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> salt) => Opens(_details, DetailsLabel, json, salt);

    /// <summary>The bytes of the log's entry.</summary>
    public byte[] ToUtf8() => Encoding.ASCII.GetBytes(ToString());

    /// <summary>The hash of the leaf in the tree.</summary>
    public MerkleHash ToHash() => MerkleHash.OfLeaf(ToUtf8());

    /// <summary>The log's entry as text.</summary>
    public override string ToString() => $$"""{"core":"{{Convert.ToBase64String(_core)}}","details":"{{Convert.ToBase64String(_details)}}"}""";

    /// <summary>The commitment to a core that is canonical already.</summary>
    internal static MerkleHash CommitCore(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> salt) => Commit("policing-audit/v1/core\n"u8, salt, canonical);

    /// <summary>The commitment to details that are canonical already.</summary>
    internal static MerkleHash CommitDetails(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> salt) => Commit("policing-audit/v1/details\n"u8, salt, canonical);

    /// <summary>The hash of the leaf of two commitments, as <see cref="ToHash"/> has it.</summary>
    internal static MerkleHash HashOf(in MerkleHash core, in MerkleHash details)
    {
        Span<byte> leaf = stackalloc byte[MostLeafBytes];
        return MerkleHash.OfLeaf(leaf[..Write(core, details, leaf)]);
    }

    /// <summary>The leaf of two commitments, as <see cref="ToUtf8"/> has it.</summary>
    internal static byte[] BytesOf(in MerkleHash core, in MerkleHash details)
    {
        byte[] leaf = new byte[MostLeafBytes];
        return leaf[..Write(core, details, leaf)];
    }

    private static int Write(in MerkleHash core, in MerkleHash details, Span<byte> leaf)
    {
        int length = 0;
        Put("{\"core\":\""u8, leaf, ref length);
        Put(core, leaf, ref length);
        Put("\",\"details\":\""u8, leaf, ref length);
        Put(details, leaf, ref length);
        Put("\"}"u8, leaf, ref length);
        return length;
    }

    private static void Put(ReadOnlySpan<byte> text, Span<byte> leaf, ref int length)
    {
        text.CopyTo(leaf[length..]);
        length += text.Length;
    }

    private static void Put(in MerkleHash commitment, Span<byte> leaf, ref int length)
    {
        Span<byte> bytes = stackalloc byte[MerkleHash.Length];
        commitment.CopyTo(bytes);
        Base64.EncodeToUtf8(bytes, leaf[length..], out _, out int written);
        length += written;
    }

    private static MerkleHash Commit(ReadOnlySpan<byte> label, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> canonical)
    {
        const int Small = 2048;
        int size = label.Length + salt.Length + canonical.Length;
        Span<byte> whole = size <= Small ? stackalloc byte[Small] : new byte[size];
        label.CopyTo(whole);
        salt.CopyTo(whole[label.Length..]);
        canonical.CopyTo(whole[(label.Length + salt.Length)..]);
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        SHA256.HashData(whole[..size], hash);
        return new(hash);
    }

    private static bool Opens(byte[] commitment, string label, ReadOnlyMemory<byte> json, ReadOnlySpan<byte> salt) =>
        salt.Length == SaltBytes
        && CanonicalJson.TryFrom(json, out byte[] canonical) == CanonicalJsonFault.None
        && CryptographicOperations.FixedTimeEquals(commitment, Commit(label, canonical, salt));

    private static byte[] Commit(string label, byte[] canonical, ReadOnlySpan<byte> salt) =>
        SHA256.HashData([.. Encoding.ASCII.GetBytes(label), .. salt, .. canonical]);

    private static bool TryRead(JsonElement value, string name, out byte[] commitment)
    {
        commitment = [];
        return value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(name, out JsonElement text)
            && text.ValueKind == JsonValueKind.String
            && StrictBase64.TryDecode(text.GetString(), out commitment)
            && commitment.Length == SHA256.HashSizeInBytes;
    }
}
