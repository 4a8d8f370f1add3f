using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Benchmarks.Records;

/// <summary>
/// One document, read and written by the SDK and by the peer. The SDK through the calls that a user makes; the peer with the same encoder,
/// which it takes from its writer, and both with a writer that lasts or a new one alike.
/// </summary>
internal sealed class RecordContestant<TPlain>
    where TPlain : class
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly byte[] _document;
    private readonly JsonTypeInfo<TPlain> _type;
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly PoliceRecord _record;
    private readonly TPlain _plain;

    public RecordContestant(byte[] document, JsonTypeInfo<TPlain> type)
    {
        _document = document;
        _buffer = new(Math.Max(16 << 10, 2 * document.Length));
        _type = type;
        ReadResult result = new PolicingValidator().Read(document);
        if (result.Report.Findings.Count > 0) throw new InvalidOperationException($"The document of {typeof(TPlain).Name} is not typical: {result.Report.Findings[0]}.");
        _record = result.Record!;
        _plain = JsonSerializer.Deserialize(document, type)!;
        Write();
        RequireDocument("The SDK");
        WritePlain();
        RequireDocument("The peer");
    }

    public object? Read() => PoliceJson.Read(_document).Record;

    public object? ReadPlain() => JsonSerializer.Deserialize(_document, _type);

    public void Write()
    {
        _buffer.ResetWrittenCount();
        PoliceJson.Write(_buffer, _record);
    }

    public void WritePlain()
    {
        _buffer.ResetWrittenCount();
        using Utf8JsonWriter writer = new(_buffer, Options);
        JsonSerializer.Serialize(writer, _plain, _type);
    }

    public byte[] WriteArray() => PoliceJson.Write(_record);

    // Its own encoder escapes more; what it saves by pooling its writer is what counts here.
    public byte[] WritePlainArray() => JsonSerializer.SerializeToUtf8Bytes(_plain, _type);

    // Both did the same work only if both give back what was read.
    private void RequireDocument(string who)
    {
        if (!_buffer.WrittenSpan.SequenceEqual(_document)) throw new InvalidOperationException($"{who} does not write the document of {typeof(TPlain).Name} back.");
    }
}
