using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// A Crime ID in 32 bytes: what its 64 lower-case hexadecimal digits say; of any other text the SHA-256. Equal texts and no others are equal
/// (nobody can find a text whose SHA-256 he wants).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CrimeId : IEquatable<CrimeId>
{
    private const int Digits = 64;

    // Mere bytes. A UInt128 would be aligned to 16, and leave holes in the tables that this is a key of.
    private readonly Guid _high;
    private readonly Guid _low;

    private CrimeId(ReadOnlySpan<byte> bytes)
    {
        _high = MemoryMarshal.Read<Guid>(bytes);
        _low = MemoryMarshal.Read<Guid>(bytes[16..]);
    }

    public static CrimeId Of(string text)
    {
        Span<byte> bytes = stackalloc byte[32];
        if (text.Length != Digits || text.AsSpan().ContainsAnyInRange('A', 'F') || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            SHA256.HashData(Encoding.UTF8.GetBytes(text), bytes);
        return new CrimeId(bytes);
    }

    /// <summary>A number from 0 to 255 that is spread evenly.</summary>
    public int Table => (byte)GetHashCode();

    public bool Equals(CrimeId other) => _high == other._high && _low == other._low;

    public override bool Equals(object? obj) => obj is CrimeId other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_high, _low);
}
