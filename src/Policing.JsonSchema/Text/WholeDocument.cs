using System.Buffers;

namespace Policing.JsonSchema.Text;

/// <summary>A document from pieces, in one rented buffer. Of one over the limit, only so much is read that the limit is seen to be passed.</summary>
internal sealed class WholeDocument : IDisposable
{
    private byte[] _buffer;
    private int _length;

    private WholeDocument(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    public static WholeDocument Of(ReadOnlySequence<byte> document, int maxBytes)
    {
        int length = (int)Math.Min(document.Length, maxBytes + 1L);
        WholeDocument whole = new(length) { _length = length };
        document.Slice(0, length).CopyTo(whole._buffer);
        return whole;
    }

    public static async ValueTask<WholeDocument> ReadAsync(Stream document, int maxBytes, CancellationToken cancellationToken)
    {
        WholeDocument whole = new(16 * 1024);
        try
        {
            int read;
            do
            {
                if (whole._length == whole._buffer.Length)
                {
                    whole.Grow();
                }
                read = await document.ReadAsync(whole._buffer.AsMemory(whole._length), cancellationToken).ConfigureAwait(false);
                whole._length += read;
            }
            while (read > 0 && whole._length <= maxBytes);
            return whole;
        }
        catch
        {
            whole.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        int used = _length;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            // What is returned held a document.
            buffer.AsSpan(0, used).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
