using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Policing.Conformance.Cases;
using Policing.Conformance.Clients;
using Policing.DataModel;

namespace Policing.Conformance.Targets;

/// <summary>The lines of the protocol: docs/conformance/adapter.md.</summary>
internal static class AdapterMessages
{
    public const int Protocol = 1;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public static readonly JsonDocumentOptions Answers = new() { MaxDepth = 16 };
    private static readonly (TargetOperation Operation, string Name)[] Names =
    [
        (TargetOperation.Accept, "accept"), (TargetOperation.RoundTrip, "round-trip"), (TargetOperation.Change, "change"), (TargetOperation.Produce, "produce"), (TargetOperation.Check, "check"),
    ];

    public static byte[] Start { get; } = Line(json =>
    {
        json.WriteString("cmd", "start");
        json.WriteNumber("protocol", Protocol);
    });

    public static byte[] Stop { get; } = Line(json => json.WriteString("cmd", "stop"));

    public static string Name(TargetOperation operation) => Names.First(n => n.Operation == operation).Name;

    public static TargetOperation? Operation(string? name) => Names.FirstOrDefault(n => n.Name == name) is { Name: not null } found ? found.Operation : null;

    public static byte[] Ask(TargetQuestion question, long sequence) => Line(json =>
    {
        json.WriteString("cmd", "ask");
        json.WriteNumber("seq", sequence);
        json.WriteString("operation", Name(question.Operation));
        if (question.Operation != TargetOperation.Produce) WriteDocument(json, question.Document.Span);
        if (question.Pointer is { } pointer) json.WriteString("pointer", pointer);
        if (question.Value is { } value)
        {
            json.WritePropertyName("value");
            json.WriteRawValue(value);
        }

        if (question.Type is { } type) json.WriteString("type", type);
        if (question.Number > 0) json.WriteNumber("number", question.Number);
        if (question.Schema is { } schema) json.WriteString("schema", schema);
        if (question.Today != default) json.WriteString("today", question.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    });

    /// <exception cref="JsonException">The line is no description.</exception>
    public static TargetDescription Description(byte[] line)
    {
        using JsonDocument document = JsonDocument.Parse(line, Answers);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("protocol", out JsonElement protocol) || !protocol.TryGetInt32(out int number) || number != Protocol
            || !root.TryGetProperty("operations", out JsonElement operations) || operations.ValueKind != JsonValueKind.Array)
            throw new JsonException();
        string?[] claimed = [.. operations.EnumerateArray().Select(o => o.ValueKind == JsonValueKind.String ? o.GetString() : null)];
        if (claimed.Any(name => Operation(name) is null && ClientMessages.Operation(name) is null)) throw new JsonException();
        return new()
        {
            Supplier = Text(root, "supplier"),
            Product = Text(root, "product"),
            Version = Text(root, "version"),
            Operations = ValueList.From(claimed.Select(Operation).OfType<TargetOperation>()),
            Tasks = ValueList.From(claimed.Select(ClientMessages.Operation).OfType<ClientOperation>()),
            Types = Texts(root, "types"),
            Produces = Texts(root, "produces"),
        };
    }

    public static byte[] Describe(TargetDescription description) => Line(json =>
    {
        json.WriteNumber("protocol", Protocol);
        json.WriteString("supplier", description.Supplier);
        json.WriteString("product", description.Product);
        json.WriteString("version", description.Version);
        json.WriteStartArray("operations");
        foreach (TargetOperation operation in description.Operations) json.WriteStringValue(Name(operation));
        foreach (ClientOperation task in description.Tasks) json.WriteStringValue(ClientMessages.Name(task));
        json.WriteEndArray();
        WriteTexts(json, "types", description.Types);
        WriteTexts(json, "produces", description.Produces);
    });

    /// <exception cref="TargetFaultException">The line answers something else, or nothing.</exception>
    public static TargetAnswer Answer(byte[] line, TargetOperation operation, long sequence)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, Answers);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("seq", out JsonElement number) && number.TryGetInt64(out long answered) && answered == sequence
                && Read(root, operation) is { } answer)
                return answer;
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or FormatException)
        {
            // The reader's message may quote the line.
        }

        throw new TargetFaultException(FaultReasons.NotAnAnswer);
    }

    /// <summary>The line that gives an answer, for a program that is an adapter itself.</summary>
    public static byte[] Give(TargetAnswer answer, long sequence) => Line(json =>
    {
        json.WriteNumber("seq", sequence);
        if (answer.IsSkipped) json.WriteBoolean("skipped", true);
        else if (answer.Document is { } document) WriteDocument(json, document.Span);
        else if (answer.IsValid is { } valid) json.WriteBoolean("valid", valid);
        else json.WriteBoolean("accepted", answer.Accepted == true);
    });

    /// <summary>Whether a line asks for the description.</summary>
    public static bool IsStart(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line, Answers);
        return Text(document.RootElement, "cmd") == "start";
    }

    /// <summary>The question that a line asks; null where it asks none.</summary>
    public static (TargetQuestion Question, long Sequence)? Question(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line, Answers);
        JsonElement root = document.RootElement;
        if (Text(root, "cmd") != "ask" || Operation(Text(root, "operation")) is not { } operation) return null;
        return (new()
        {
            Operation = operation,
            Document = Document(root) ?? default,
            Pointer = root.TryGetProperty("pointer", out JsonElement pointer) ? pointer.GetString() : null,
            Value = root.TryGetProperty("value", out JsonElement value) ? value.GetRawText() : null,
            Type = root.TryGetProperty("type", out JsonElement type) ? type.GetString() : null,
            Number = root.TryGetProperty("number", out JsonElement number) ? number.GetInt32() : 0,
            Schema = root.TryGetProperty("schema", out JsonElement schema) ? schema.GetString() : null,
            Today = root.TryGetProperty("today", out JsonElement today) ? DateOnly.ParseExact(today.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default,
        }, root.GetProperty("seq").GetInt64());
    }

    private static TargetAnswer? Read(JsonElement root, TargetOperation operation)
    {
        if (root.TryGetProperty("skipped", out JsonElement skipped) && skipped.ValueKind == JsonValueKind.True) return TargetAnswer.Skipped;
        if (operation == TargetOperation.Check) return Flag(root, "valid") switch { true => TargetAnswer.Valid, false => TargetAnswer.NotValid, null => null };
        if (operation != TargetOperation.Accept && Document(root) is { } document) return TargetAnswer.Written(document);
        return Flag(root, "accepted") switch
        {
            true when operation == TargetOperation.Accept => TargetAnswer.Taken,
            false => TargetAnswer.Refused,
            _ => null,
        };
    }

    private static bool? Flag(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    // A string can hold any document that is UTF-8; of what is not, the bytes go as base64.
    public static void WriteDocument(Utf8JsonWriter json, ReadOnlySpan<byte> document)
    {
        if (Utf8.IsValid(document)) json.WriteString("document", document);
        else json.WriteBase64String("documentBase64", document);
    }

    public static byte[]? Document(JsonElement root) =>
        root.TryGetProperty("document", out JsonElement text) && text.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(text.GetString()!)
        : root.TryGetProperty("documentBase64", out JsonElement base64) && base64.TryGetBytesFromBase64(out byte[]? bytes) ? bytes
        : null;

    private static void WriteTexts(Utf8JsonWriter json, string name, ValueList<string> texts)
    {
        if (texts.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static ValueList<string> Texts(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement texts) && texts.ValueKind == JsonValueKind.Array
        ? ValueList.From(texts.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!))
        : default;

    public static string Text(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    public static byte[] Line(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Relaxed))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
