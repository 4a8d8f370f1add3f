namespace Policing.PoliceUk.Archive;

/// <summary>
/// Gzip data with one more member behind it, which holds a mark. <see cref="System.IO.Compression.GZipStream"/> ends in silence where its
/// data is cut off; the mark comes out at the end only if everything before it was whole.
/// </summary>
internal sealed class EndMarkedGzip : ReadOnlyStream
{
    /// <summary>What must be the end of the decompressed data.</summary>
    internal static ReadOnlySpan<byte> Mark => "psdk: whole file"u8;

    // The last bytes of the data and the member behind it must reach the decompressor in one read: it does not look for another
    // member where its input stops exactly at the end of one.
    private const int HeldBack = 64;
    private const int BufferSize = 32 * 1024;
    private static readonly byte[] Member = MakeMember();

    private readonly Stream _gzip;
    private readonly byte[] _buffer = new byte[BufferSize + Member.Length];
    private int _start;
    private int _end;
    private bool _ended;

    public EndMarkedGzip(Stream gzip) => _gzip = gzip;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _end - _start <= HeldBack)
        {
            Compact();
            Took(_gzip.Read(_buffer, _end, BufferSize - _end));
        }

        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_ended && _end - _start <= HeldBack)
        {
            Compact();
            Took(await _gzip.ReadAsync(_buffer.AsMemory(_end, BufferSize - _end), cancellationToken).ConfigureAwait(false));
        }

        return Give(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] MakeMember()
    {
        var member = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(member, System.IO.Compression.CompressionLevel.Optimal))
            gzip.Write(Mark);
        return member.ToArray();
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
        Member.CopyTo(_buffer, _end);
        _end += Member.Length;
    }

    private int Give(Span<byte> buffer)
    {
        var kept = !_ended || _end - _start > buffer.Length ? HeldBack + (_ended ? Member.Length : 0) : 0;
        var given = Math.Min(buffer.Length, Math.Max(_end - _start - kept, 0));
        _buffer.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }
}
