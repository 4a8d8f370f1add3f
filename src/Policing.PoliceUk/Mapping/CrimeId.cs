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

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private CrimeId(ReadOnlySpan<byte> bytes)
    {
        _high = MemoryMarshal.Read<UInt128>(bytes);
        _low = MemoryMarshal.Read<UInt128>(bytes[16..]);
    }

    public static CrimeId Of(string text)
    {
        Span<byte> bytes = stackalloc byte[32];
        if (text.Length != Digits || text.AsSpan().ContainsAnyInRange('A', 'F') || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            SHA256.HashData(Encoding.UTF8.GetBytes(text), bytes);
        return new CrimeId(bytes);
    }

    public bool Equals(CrimeId other) => _high == other._high && _low == other._low;

    public override bool Equals(object? obj) => obj is CrimeId other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_high, _low);
}
