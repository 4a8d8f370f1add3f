using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Policing.DataModel;

namespace Policing.Benchmarks.Import;

/// <summary>A key of data.police.uk, put together as UTF-8 behind its namespace, and the version-5 UUID that it gives. For keys without '|' and '\'.</summary>
internal sealed class HandWrittenKey
{
    private readonly byte[] _bytes = new byte[4096];
    private readonly int _system;
    private int _length;

    public HandWrittenKey()
    {
        RecordId.Namespace.TryWriteBytes(_bytes, bigEndian: true, out _system);
        _system += Encoding.UTF8.GetBytes("data.police.uk\0", _bytes.AsSpan(_system));
    }

    public HandWrittenKey Start(ReadOnlySpan<byte> kind)
    {
        kind.CopyTo(_bytes.AsSpan(_system));
        _length = _system + kind.Length;
        return this;
    }

    public HandWrittenKey Add(ReadOnlySpan<char> part)
    {
        _bytes[_length++] = (byte)'|';
        _length += Encoding.UTF8.GetBytes(part, _bytes.AsSpan(_length));
        return this;
    }

    public HandWrittenKey Add(long number)
    {
        _bytes[_length++] = (byte)'|';
        number.TryFormat(_bytes.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    public HandWrittenKey Add(Guid id)
    {
        _bytes[_length++] = (byte)'|';
        id.TryFormat(_bytes.AsSpan(_length), out int written, "D");
        _length += written;
        return this;
    }

    public int Length => _length;

    public HandWrittenKey Cut(int length)
    {
        _length = length;
        return this;
    }

    public Guid ToId()
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 5.5 defines version 5 over SHA-1.
        SHA1.HashData(_bytes.AsSpan(0, _length), hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
