using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>
/// Reads NDJSON line by line in flat memory: the header, which is a bundle without records, then one record a line. A line that cannot be
/// read is reported with its number, and the rest goes on. One reader reads one stream once; the stream stays the caller's.
/// </summary>
public sealed class RecordLineReader
{
    private const int BufferBytes = 64 << 10;

    private readonly Stream _ndjson;
    private readonly int _limit;
    private readonly Func<ReadOnlySpan<byte>, ReadResult> _read;
    private long _blankLines;

    /// <summary>A reader of a stream.</summary>
    /// <param name="ndjson">The lines, in UTF-8; ended by LF or CRLF.</param>
    /// <param name="options">How records are read; <see cref="JsonLimits.DocumentBytes"/> is the limit of a line.</param>
    public RecordLineReader(Stream ndjson, ReadOptions? options = null)
        : this(ndjson, options ?? ReadOptions.Default, line => PoliceJson.Read(line, options))
    {
    }

    internal RecordLineReader(Stream ndjson, ReadOptions options, Func<ReadOnlySpan<byte>, ReadResult> read)
    {
        ArgumentNullException.ThrowIfNull(ndjson);
        _ndjson = ndjson;
        _limit = options.Limits.DocumentBytes;
        _read = read;
    }

    /// <summary>Blank lines, which are skipped.</summary>
    public long BlankLines => Interlocked.Read(ref _blankLines);

    /// <summary>Reads on to the end of the stream.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async IAsyncEnumerable<RecordLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PipeReader pipe = NewPipe();
        LineCutter cutter = new(_limit);
        try
        {
            while (true)
            {
                System.IO.Pipelines.ReadResult chunk = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                ReadOnlySequence<byte> rest = chunk.Buffer;
                while (cutter.TryTake(ref rest, chunk.IsCompleted, out CutLine line))
                    if (Read(line) is { } read) yield return read;
                pipe.AdvanceTo(rest.Start, rest.End);
                if (chunk.IsCompleted) yield break;
            }
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The same, with so many blocks of lines at a time on other threads. The lines come in their order, and what is read ahead is as many blocks.
    /// </summary>
    internal async IAsyncEnumerable<RecordLine> ReadAsync(int degree, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader pipe = NewPipe();
        LineCutter cutter = new(_limit);
        Queue<Task<RecordLine[]>> ahead = new();
        bool isOver = false;
        try
        {
            while (true)
            {
                while (!isOver && ahead.Count < degree)
                {
                    (LineBlock block, isOver) = await NextBlockAsync(pipe, cutter, cancellationToken).ConfigureAwait(false);
                    ahead.Enqueue(Task.Run(() => Read(block, cancellationToken), CancellationToken.None));
                }

                if (!ahead.TryPeek(out Task<RecordLine[]>? next)) yield break;
                RecordLine[] lines = await next.ConfigureAwait(false);
                _ = ahead.Dequeue();
                foreach (RecordLine line in lines) yield return line;
            }
        }
        finally
        {
            // Whoever stops early, or is stopped, leaves no thread at work behind.
            foreach (Task<RecordLine[]> rest in ahead) await ((Task)rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private PipeReader NewPipe() =>
        PipeReader.Create(_ndjson, new StreamPipeReaderOptions(bufferSize: BufferBytes, minimumReadSize: BufferBytes / 4, leaveOpen: true));

    // What has come so far, so that nobody waits for lines that are there already.
    private async ValueTask<(LineBlock Block, bool IsOver)> NextBlockAsync(PipeReader pipe, LineCutter cutter, CancellationToken cancellationToken)
    {
        LineBlock block = new(_limit);
        while (true)
        {
            System.IO.Pipelines.ReadResult chunk = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> rest = chunk.Buffer;
            while (cutter.TryTake(ref rest, chunk.IsCompleted, out CutLine line)) block.Add(line);
            pipe.AdvanceTo(rest.Start, rest.End);
            if (chunk.IsCompleted || !block.IsEmpty) return (block, chunk.IsCompleted);
        }
    }

    private RecordLine[] Read(LineBlock block, CancellationToken cancellationToken)
    {
        using (block)
        {
            List<RecordLine> lines = new(block.Count);
            for (int i = 0; i < block.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RecordLine? line = block.IsTooLong(i) ? TooLong(block.Number(i), block.Text(i).ToArray()) : Read(block.Number(i), block.Text(i));
                if (line is { } read) lines.Add(read);
            }

            return [.. lines];
        }
    }

    private RecordLine? Read(in CutLine line)
    {
        if (line.IsTooLong) return TooLong(line.Number, line.Text.Slice(0, _limit).ToArray());
        if (line.Text.IsSingleSegment) return Read(line.Number, line.Text.FirstSpan);
        int length = (int)line.Text.Length;
        byte[] copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            line.Text.CopyTo(copy);
            return Read(line.Number, copy.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy, clearArray: true);
        }
    }

    private RecordLine? Read(long number, ReadOnlySpan<byte> line)
    {
        if (line.EndsWith("\r"u8)) line = line[..^1];
        if (line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
        {
            Interlocked.Increment(ref _blankLines);
            return null;
        }

        return new(number, _read(line).AtLine(number));
    }

    private RecordLine TooLong(long number, byte[] beginning)
    {
        Finding finding = new() { Rule = FindingRules.OverLimit, Line = number, Column = _limit + 1L };
        return new(number, new(null, beginning, ValidationReport.Empty.With(finding)));
    }
}
