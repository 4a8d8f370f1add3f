using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Policing.Ethics.Audit;

/// <summary>A SHA-256 hash of a Merkle tree: of a leaf, a node or a root. 32 bytes, as RFC 9162 section 2.1.1 (RFC 6962 section 2.1) says.</summary>
/// <remarks>Immutable. <c>default</c> is 32 zero bytes, which is no hash of anything known.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MerkleHash
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    // In base64 with padding.
    internal const int TextLength = 44;

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    /// <summary>From its bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException">They are not 32.</exception>
    public MerkleHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length) throw new ArgumentException("A hash has 32 bytes.", nameof(bytes));
        this = MemoryMarshal.Read<MerkleHash>(bytes);
    }

    /// <summary>The root of the tree without leaves: the hash of nothing.</summary>
    public static MerkleHash OfNothing { get; } = new(SHA256.HashData([]));

    // The first hashes of bytes that hold at least so many, one behind the other.
    internal static MerkleHash[] ReadAll(ReadOnlySpan<byte> bytes, int count)
    {
        MerkleHash[] hashes = new MerkleHash[count];
        for (int i = 0; i < count; i++) hashes[i] = new(bytes.Slice(i * Length, Length));
        return hashes;
    }

    /// <summary>The hash of a leaf: SHA-256 over a zero byte and the entry.</summary>
    /// <param name="entry">The bytes of the entry.</param>
    public static MerkleHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        const int Small = 1024;
        Span<byte> prefixed = entry.Length < Small ? stackalloc byte[Small] : new byte[entry.Length + 1];
        prefixed[0] = 0;
        entry.CopyTo(prefixed[1..]);
        return Sha256(prefixed[..(entry.Length + 1)]);
    }

    /// <summary>The hash of a node: SHA-256 over a byte of value one and the hashes below it.</summary>
    /// <param name="left">The hash on the left.</param>
    /// <param name="right">The hash on the right.</param>
    public static MerkleHash OfNode(in MerkleHash left, in MerkleHash right)
    {
        Span<byte> prefixed = stackalloc byte[1 + Length + Length];
        prefixed[0] = 1;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + Length)..]);
        return Sha256(prefixed);
    }

    /// <summary>Reads base64 with padding, in its one canonical spelling.</summary>
    /// <param name="text">44 characters.</param>
    /// <param name="hash">The hash; <c>default</c> where it is none.</param>
    /// <returns>Whether the text is a hash.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out MerkleHash hash)
    {
        bool good = StrictBase64.TryDecode(text, out byte[] bytes) && bytes.Length == Length;
        hash = good ? new(bytes) : default;
        return good;
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">Where to; at least 32 bytes.</param>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Length) throw new ArgumentException("A hash has 32 bytes.", nameof(destination));
        MemoryMarshal.Write(destination, in this);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The hash in base64 with padding, as checkpoints and proofs write it.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());

    private static MerkleHash Sha256(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }
}
