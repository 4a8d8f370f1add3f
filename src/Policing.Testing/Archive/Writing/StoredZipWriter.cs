using System.Buffers.Binary;
using System.Text;

namespace Policing.Testing;

/// <summary>
/// Writes a zip file whose entries are stored, not compressed, with a fixed time. The framework's writer puts the operating system into
/// every entry, and what its compressor makes depends on the processor and the runtime; this gives the same bytes everywhere. It never
/// seeks. Without Zip64: at most 4 GiB and 65,535 entries (APPNOTE.TXT 6.3, section 4.4).
/// </summary>
internal sealed class StoredZipWriter(Stream destination)
{
    private const uint LocalSignature = 0x04034B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const ushort Version = 20;
    private const ushort FirstOfJanuary1980 = 0x0021;
    private const int LocalLength = 30;
    private const int CentralLength = 46;
    private const int EndLength = 22;

    private readonly List<Entry> entries = [];
    private long position;

    /// <summary>Adds an entry; <paramref name="write"/> is called twice and must write the same bytes each time.</summary>
    public void Add(string name, Action<Stream> write)
    {
        using var checksum = new ChecksumStream();
        write(checksum);
        var entry = new Entry(Encoding.ASCII.GetBytes(name), checksum.Checksum, checksum.Length, position);
        ThrowIfTooLarge(position + LocalLength + entry.Name.Length + entry.Size);
        entries.Add(entry);
        WriteLocalHeader(entry);
        write(destination);
        position += entry.Size;
    }

    /// <summary>Writes the directory; nothing can be added after it.</summary>
    public void Finish()
    {
        var start = position;
        foreach (var entry in entries)
        {
            WriteCentralHeader(entry);
        }

        WriteEnd(start, position - start);
    }

    private static void ThrowIfTooLarge(long length)
    {
        if (length > uint.MaxValue)
        {
            throw new InvalidOperationException(
                "The archive would be larger than 4 GiB, more than a zip file without Zip64 can hold. "
                + "Ask for fewer rows, months or forces, or write a folder.");
        }
    }

    private void WriteLocalHeader(Entry entry)
    {
        Span<byte> header = stackalloc byte[LocalLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        WriteCommon(header[4..], entry);
        Put(header);
        Put(entry.Name);
    }

    private void WriteCentralHeader(Entry entry)
    {
        Span<byte> header = stackalloc byte[CentralLength];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
        WriteCommon(header[6..], entry);
        BinaryPrimitives.WriteUInt32LittleEndian(header[42..], (uint)entry.Offset);
        Put(header);
        Put(entry.Name);
    }

    /// <summary>
    /// The 26 bytes that both headers have: version needed, flags, method, time, date, checksum, sizes, name and extra length.
    /// </summary>
    private static void WriteCommon(Span<byte> header, Entry entry)
    {
        header[..26].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(header, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], entry.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)entry.Name.Length);
    }

    private void WriteEnd(long start, long length)
    {
        Span<byte> end = stackalloc byte[EndLength];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        Put(end);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        destination.Write(bytes);
        position += bytes.Length;
    }

    private sealed record Entry(byte[] Name, uint Checksum, long Size, long Offset);
}
