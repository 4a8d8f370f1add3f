using System.IO.Compression;
using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>Decompresses gzip data, of one member or several, and fails at its end if the data was cut off or has something behind it.</summary>
internal sealed class WholeGzipStream : ReadOnlyStream
{
    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    public WholeGzipStream(Stream gzip) => _gzip = new GZipStream(new EndMarkedGzip(gzip), CompressionMode.Decompress);

    private static int MarkLength => EndMarkedGzip.Mark.Length;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _end - _start <= MarkLength)
        {
            Compact();
            Took(_gzip.Read(_buffer, _end, _buffer.Length - _end));
        }

        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_ended && _end - _start <= MarkLength)
        {
            Compact();
            Took(await _gzip.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }

        return Give(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private void Compact()
    {
        Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
    }

    private void Took(int bytes)
    {
        _end += bytes;
        if (bytes > 0)
            return;
        _ended = true;
        if (!_buffer.AsSpan(_start, _end - _start).SequenceEqual(EndMarkedGzip.Mark))
            throw new InputFaultException(ImportRules.DamagedData);
    }

    private int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, Math.Max(_end - _start - MarkLength, 0));
        _buffer.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }
}
