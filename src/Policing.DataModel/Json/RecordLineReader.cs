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
    public long BlankLines { get; private set; }

    /// <summary>Reads on to the end of the stream.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async IAsyncEnumerable<RecordLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PipeReader pipe = PipeReader.Create(_ndjson, new StreamPipeReaderOptions(bufferSize: BufferBytes, minimumReadSize: BufferBytes / 4, leaveOpen: true));
        long number = 0;
        bool tooLong = false;
        try
        {
            while (true)
            {
                System.IO.Pipelines.ReadResult chunk = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                ReadOnlySequence<byte> rest = chunk.Buffer;
                while (TryTakeLine(ref rest, chunk.IsCompleted, out ReadOnlySequence<byte> line))
                {
                    number++;
                    if (tooLong) tooLong = false;
                    else if (line.Length > _limit) yield return TooLong(number, line);
                    else if (Read(number, line) is { } read) yield return read;
                }

                // A line that has passed the limit is reported once; its bytes are dropped until it ends.
                if (rest.Length > _limit)
                {
                    if (!tooLong) yield return TooLong(number + 1, rest);
                    tooLong = true;
                    rest = rest.Slice(rest.End);
                }

                pipe.AdvanceTo(rest.Start, rest.End);
                if (chunk.IsCompleted) yield break;
            }
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty) return false;
        rest = rest.Slice(rest.End);
        return true;
    }

    private RecordLine? Read(long number, in ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment) return Read(number, line.FirstSpan);
        byte[] copy = ArrayPool<byte>.Shared.Rent((int)line.Length);
        try
        {
            line.CopyTo(copy);
            return Read(number, copy.AsSpan(0, (int)line.Length));
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
            BlankLines++;
            return null;
        }

        return new(number, _read(line).AtLine(number));
    }

    private RecordLine TooLong(long number, in ReadOnlySequence<byte> line)
    {
        Finding finding = new() { Rule = FindingRules.OverLimit, Line = number, Column = _limit + 1L };
        return new(number, new(null, line.Slice(0, _limit).ToArray(), ValidationReport.Empty.With(finding)));
    }
}
