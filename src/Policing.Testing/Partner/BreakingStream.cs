namespace Policing.Testing;

/// <summary>A body that comes a byte at a time, or breaks off in its middle.</summary>
internal sealed class BreakingStream(byte[] body, TimeSpan eachByte, TimeProvider time, bool breaks) : AnswerStream
{
    private int _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (eachByte > TimeSpan.Zero) await Task.Delay(eachByte, time, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        int end = breaks ? body.Length / 2 : body.Length;
        if (_position >= end) return breaks ? throw new HttpIOException(HttpRequestError.ResponseEnded) : 0;
        int length = Math.Min(eachByte > TimeSpan.Zero ? 1 : buffer.Length, end - _position);
        body.AsMemory(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }
}
