namespace Policing.Testing;

/// <summary>Counts bytes and computes their CRC-32 (ISO 3309, as in zip files), and keeps nothing.</summary>
internal sealed class ChecksumStream : Stream
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Entry((uint)i))];

    private uint register = uint.MaxValue;

    public uint Checksum => ~register;

    public override long Length => Position;

    public override long Position { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var value = register;
        foreach (var octet in buffer)
        {
            value = Table[(byte)(value ^ octet)] ^ (value >> 8);
        }

        register = value;
        Position += buffer.Length;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static uint Entry(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
