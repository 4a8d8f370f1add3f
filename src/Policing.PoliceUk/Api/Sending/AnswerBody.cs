using System.Buffers;

namespace Policing.PoliceUk.Api;

/// <summary>The bytes of an answer, in memory that is used again.</summary>
internal sealed class AnswerBody : IDisposable
{
    private const int FirstLength = 64 << 10;

    private byte[] _bytes;
    private int _length;

    private AnswerBody(int length) => _bytes = ArrayPool<byte>.Shared.Rent(length);

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads a content to its end.</summary>
    /// <exception cref="AnswerFaultException">It is longer than allowed.</exception>
    public static async Task<AnswerBody> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        // The length that the service states is where to begin, no more: it may be wrong, or of the compressed content.
        var stated = content.Headers.ContentLength ?? 0;
        var body = new AnswerBody((int)Math.Clamp(stated + 1, FirstLength, (long)most + 1));
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                await body.FillAsync(stream, most, cancellationToken).ConfigureAwait(false);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private async Task FillAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;
            _length += read;
            if (_length > most)
                throw new AnswerFaultException(Explanations.TooLarge);
            if (_length == _bytes.Length)
                Grow();
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
