using System.Buffers;
using System.Text.Json;

namespace Policing.DataModel.Import;

/// <summary>
/// Keeps the rows that an import rejected, with their text, so that none is lost: NDJSON, readable by its owner alone (mode 0600).
/// </summary>
/// <remarks>
/// <para>
/// The first line is <c>{"rejects":1,"marking":"…"}</c>. Each other line is one row:
/// <c>{"input":1,"line":7,"column":2,"rule":"PSDK-IMP-0003","raw":"…"}</c>; where the row is not well-formed text, <c>rawBytes</c> has its
/// bytes in base64 in place of <c>raw</c>. It holds people's data: handle it by its marking, and delete it when the rows are mended.
/// </para>
/// <para>
/// The path belongs to this object. Rows are written to a file beside it (with <c>.partial</c> added) that is made when the first row is
/// rejected and takes its place when the object is disposed of, so nobody sees half a file. What an earlier run left at the path is then
/// replaced, or removed if nothing was rejected.
/// </para>
/// <para>One file may serve several inputs, one run after the other. Not thread-safe.</para>
/// </remarks>
public sealed class RejectsFile : IAsyncDisposable
{
    private const int FlushSize = 64 * 1024;

    private readonly string _path;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly byte[] _header;
    private FileStream? _file;
    private bool _disposed;
    private long _count;
    private long _countAtRun;
    private long _lengthAtRun;

    /// <summary>Names the file; nothing is written before the first rejected row.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="marking">The security marking of the source, which the rejects carry too, such as <c>OFFICIAL</c>.</param>
    /// <exception cref="ArgumentException">A parameter is blank.</exception>
    public RejectsFile(string path, string marking)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(marking);
        _path = Path.GetFullPath(path);
        _json = new Utf8JsonWriter(_buffer);
        _header = Header(marking);
    }

    /// <summary>How many rows are kept.</summary>
    public long Count => _count;

    internal bool NeedsFlush => _buffer.WrittenCount >= FlushSize;

    private string PartialPath => _path + ".partial";

    /// <summary>Writes what is left and puts the file in its place.</summary>
    /// <returns>A task that ends when that is done.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        try
        {
            await FlushAsync().ConfigureAwait(false);
            await _json.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_file is not null)
                await _file.DisposeAsync().ConfigureAwait(false);
        }

        PutInPlace();
    }

    internal void BeginRun()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _countAtRun = _count;
        _lengthAtRun = (_file?.Length ?? 0) + _buffer.WrittenCount;
    }

    /// <summary>Adds a row to the buffer; it takes all of it or, if there is no memory for it, nothing.</summary>
    internal void Add(int input, long line, int column, string rule, ReadOnlySpan<char> raw)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_count == 0)
            _buffer.Write(_header);
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteNumber("input"u8, input);
        _json.WriteNumber("line"u8, line);
        _json.WriteNumber("column"u8, column);
        _json.WriteString("rule"u8, rule);
        WriteRaw(raw);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        _count++;
    }

    /// <summary>Not cancellable: a row that was counted as rejected must not be lost to a cancellation.</summary>
    internal async ValueTask FlushAsync()
    {
        if (_buffer.WrittenCount == 0)
            return;
        _file ??= CreatePartial();
        await _file.WriteAsync(_buffer.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
        await _file.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    /// <summary>Forgets the rows of the run that is failing, since nothing of its input is kept.</summary>
    internal async ValueTask TakeBackRunAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        _file?.SetLength(_lengthAtRun);
        _file?.Seek(0, SeekOrigin.End);
        _count = _countAtRun;
    }

    private static byte[] Header(string marking)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("rejects"u8, 1);
            json.WriteString("marking"u8, marking);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteRaw(ReadOnlySpan<char> raw)
    {
        if (RawText.IsWellFormed(raw))
            _json.WriteString("raw"u8, raw);
        else
            _json.WriteBase64String("rawBytes"u8, RawText.ToBytes(raw));
    }

    private FileStream CreatePartial()
    {
        // Deleted first and then made anew: the mode counts only for a file that this call makes.
        File.Delete(PartialPath);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(PartialPath, options);
    }

    private void PutInPlace()
    {
        if (_count > 0)
        {
            File.Move(PartialPath, _path, overwrite: true);
            return;
        }

        if (_file is not null)
            File.Delete(PartialPath);
        File.Delete(_path);
    }
}
