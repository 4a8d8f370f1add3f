using System.Runtime.InteropServices;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Client;

/// <summary>Reads answers of the contract. Members that it does not define are passed over; what is missing or of the wrong kind is a fault.</summary>
internal static class AnswerJson
{
    // A record may be 32 deep and the page around it some more.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The object of an answer.</summary>
    /// <exception cref="AnswerFaultException">It is none.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(utf8, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // Its message could quote the answer.
        }
        throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);
    }

    /// <summary>Reads a record, as far as the settings say that it is checked.</summary>
    /// <exception cref="AnswerFaultException">It does not meet the model, and such records are not to be given out.</exception>
    public static ReadResult Record(ReadOnlySpan<byte> utf8, ClientSettings settings)
    {
        ReadResult read = settings.Incoming == ValidationPolicy.Off ? PoliceJson.Read(utf8, settings.Read) : settings.Validator.Read(utf8);
        if (settings.Incoming == ValidationPolicy.Refuse && !read.Report.IsValid) throw new AnswerFaultException(PartnerFailure.UnreadableAnswer, Findings(read.Report));
        return read;
    }

    /// <summary>Reads a record within an answer.</summary>
    public static ReadResult Record(JsonElement element, ClientSettings settings) => Record(JsonMarshal.GetRawUtf8Value(element), settings);

    /// <summary>The record of a reading, of a type and with an id.</summary>
    /// <exception cref="AnswerFaultException">It cannot be read, or is another than was asked for.</exception>
    public static T Expected<T>(ReadResult read, Guid id)
        where T : PoliceRecord
    {
        if (read.Record is not { } record) throw new AnswerFaultException(PartnerFailure.UnreadableAnswer, Findings(read.Report));
        if (record is not T expected || record.Id.Uuid != id) throw new AnswerFaultException(PartnerFailure.Untrusted);
        return expected;
    }

    public static ValueList<PartnerFinding> Findings(ValidationReport report) => ValueList.From(report.Findings.AsEnumerable().Select(PartnerFinding.Of));

    public static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);

    public static IEnumerable<JsonElement> ListOrNone(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static JsonElement Object(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement child) && child.ValueKind == JsonValueKind.Object
            ? child
            : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);

    public static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && ProblemReader.TextOf(parent, name) is { } text ? text : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);

    public static string? TextOrNone(JsonElement parent, string name) => ProblemReader.TextOf(parent, name);

    public static int? NumberOrNone(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    public static bool IsTrue(JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    public static IEnumerable<string> Texts(JsonElement parent, string name)
    {
        foreach (JsonElement element in ListOrNone(parent, name))
            if (element.ValueKind == JsonValueKind.String) yield return element.GetString()!;
    }

    public static RecordId Id(JsonElement parent, string name) =>
        RecordId.FromText(Text(parent, name)) is { IsMalformed: false, IsAbsent: false } id ? id : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);
}
