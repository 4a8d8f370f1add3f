using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Policing.Ethics.Audit;

/// <summary>
/// Random bytes of the platform, drawn for many entries at once: each draw is a call into its cryptography. Each byte is given out once and is then no longer here. One for each thread.
/// </summary>
internal sealed class RandomReserve
{
    private const int Bytes = 1024;

    [ThreadStatic]
    private static RandomReserve? t_own;

    private readonly byte[] _bytes = new byte[Bytes];
    private int _given = Bytes;

    /// <summary>That of this thread.</summary>
    public static RandomReserve Own => t_own ??= new();

    /// <summary>Fills the destination, of at most 64 bytes.</summary>
    public void Fill(Span<byte> destination)
    {
        if (_given + destination.Length > Bytes)
        {
            RandomNumberGenerator.Fill(_bytes);
            _given = 0;
        }
        Span<byte> next = _bytes.AsSpan(_given, destination.Length);
        next.CopyTo(destination);
        CryptographicOperations.ZeroMemory(next);
        _given += destination.Length;
    }

    /// <summary>A UUID of version 7, RFC 9562 5.7: milliseconds, and 74 random bits.</summary>
    public Guid NewId(DateTimeOffset time)
    {
        Span<byte> id = stackalloc byte[16];
        Fill(id[6..]);
        long milliseconds = time.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt16BigEndian(id, (ushort)(milliseconds >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(id[2..], (uint)milliseconds);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
