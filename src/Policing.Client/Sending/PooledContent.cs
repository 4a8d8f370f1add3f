using System.Buffers;
using System.Net;

namespace Policing.Client;

/// <summary>An answer that was read to its end, in memory that is used again. Disposing of it gives the memory back.</summary>
internal sealed class PooledContent : HttpContent
{
    private byte[] _bytes;
    private int _length;

    private PooledContent(int length) => _bytes = ArrayPool<byte>.Shared.Rent(length);

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>The media type as it came; null where there was none.</summary>
    public string? MediaType { get; private init; }

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>The content; null where it is longer than allowed.</returns>
    public static async ValueTask<PooledContent?> ReadAsync(Stream stream, long stated, int most, string? mediaType, CancellationToken cancellationToken)
    {
        // The stated length is where to begin, no more: it may be wrong, or of the compressed content.
        PooledContent content = new((int)Math.Min(stated > 0 ? stated + 1 : 4096, (long)most + 1)) { MediaType = mediaType };
        try
        {
            if (await content.FillAsync(stream, most, cancellationToken).ConfigureAwait(false)) return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }

        content.Dispose();
        return null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WriteAsync(Bytes).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        // Not cleared by the pool; what others rent, they fill before they read.
        byte[] bytes = Interlocked.Exchange(ref _bytes, []);
        _length = 0;
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        base.Dispose(disposing);
    }

    private async ValueTask<bool> FillAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            int read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0) return true;
            _length += read;
            if (_length > most) return false;
            if (_length == _bytes.Length) Grow();
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_bytes.Length * 2L, Array.MaxLength));
        Bytes.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
