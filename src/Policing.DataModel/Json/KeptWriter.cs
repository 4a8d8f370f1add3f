using System.Buffers;
using System.Text.Json;

namespace Policing.DataModel.Json;

/// <summary>
/// A writer and its buffer, kept by each thread, so that a record's bytes cost little more than themselves. What was written is cleared at
/// once: no record stays behind in it.
/// </summary>
internal sealed class KeptWriter
{
    private const int MostKept = 64 << 10;

    [ThreadStatic]
    private static KeptWriter? _kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 << 10);
    private readonly Utf8JsonWriter _writer;

    private KeptWriter() => _writer = PoliceJson.NewWriter(_buffer);

    /// <summary>The record as UTF-8.</summary>
    public static byte[] Write(PoliceRecord record)
    {
        // Taken while in use: one that failed half-way is not put back.
        KeptWriter kept = _kept ?? new();
        _kept = null;
        RecordJson.Write(kept._writer, record);
        kept._writer.Flush();
        byte[] utf8 = kept._buffer.WrittenSpan.ToArray();
        kept._buffer.Clear();
        kept._writer.Reset();
        if (kept._buffer.Capacity <= MostKept) _kept = kept;
        return utf8;
    }
}
