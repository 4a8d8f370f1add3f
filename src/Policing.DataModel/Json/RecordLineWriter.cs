using System.Buffers;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;

namespace Policing.DataModel.Json;

/// <summary>
/// Writes records as NDJSON: a header line, which is a bundle of kind <c>collection</c> without records, then one record a line. It takes the
/// records of a row all or none; a part-written line cannot come about. Not thread-safe. The stream stays the caller's.
/// </summary>
public sealed class RecordLineWriter : IRecordSink, IAsyncDisposable, IDisposable
{
    private const int FlushBytes = 64 << 10;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private readonly Utf8JsonWriter _writer;

    /// <summary>A writer to a stream, which begins with the header.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="header">The header; what records it holds is refused.</param>
    /// <exception cref="ArgumentException">The header holds records or is not of kind <c>collection</c>.</exception>
    public RecordLineWriter(Stream output, Bundle header)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        if (!header.Records.IsEmpty || header.Kind != BundleKind.Collection)
            throw new ArgumentException("The header is a bundle of kind 'collection' without records; each record is a line of its own.", nameof(header));
        _output = output;
        _writer = PoliceJson.NewWriter(_buffer);
        Append(header);
    }

    /// <summary>The records written, without the header.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one record as a line.</summary>
    public ValueTask WriteAsync(PoliceRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        cancellationToken.ThrowIfCancellationRequested();
        Append(record);
        Count++;
        return _buffer.WrittenCount < FlushBytes ? ValueTask.CompletedTask : DrainAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<PoliceRecord> records, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (PoliceRecord record in records.Span) Append(record);
        Count += records.Length;
        // The row is taken in whole; what drains the buffer may not be cancelled half-way.
        return _buffer.WrittenCount < FlushBytes ? ValueTask.CompletedTask : DrainAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives back what the writer holds. It writes nothing more: call <see cref="FlushAsync"/> first.</summary>
    public void Dispose() => _writer.Dispose();

    /// <summary>Gives back what the writer holds. It writes nothing more: call <see cref="FlushAsync"/> first.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Append(PoliceRecord record)
    {
        RecordJson.Write(_writer, record);
        _writer.Flush();
        _writer.Reset();
        _buffer.Write("\n"u8);
    }

    private async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
