using System.Text;

namespace Policing.Conformance.Tests.Servers;

/// <summary>A body whose text is changed on the way out, piece by piece as it is written.</summary>
internal sealed class ChangedStream(Stream wire, Func<string, string> change) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() => wire.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => wire.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await wire.WriteAsync(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(buffer.Span))), cancellationToken);
}
