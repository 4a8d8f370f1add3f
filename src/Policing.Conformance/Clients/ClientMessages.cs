using System.Globalization;
using System.Text.Json;
using Policing.Conformance.Cases;
using Policing.Conformance.Targets;
using Policing.DataModel;

namespace Policing.Conformance.Clients;

/// <summary>The lines of the protocol for clients: docs/conformance/clients.md.</summary>
internal static class ClientMessages
{
    private static readonly (ClientOperation Operation, string Name)[] Names =
    [
        (ClientOperation.Read, "read"), (ClientOperation.Create, "create"), (ClientOperation.Replace, "replace"), (ClientOperation.ChangeMember, "change-member"), (ClientOperation.Search, "search"),
        (ClientOperation.SubmitBundle, "submit-bundle"), (ClientOperation.ChangeStatus, "change-status"), (ClientOperation.FollowChanges, "follow-changes"),
    ];

    private static readonly (ClientOutcome Outcome, string Name)[] Outcomes =
        [(ClientOutcome.Failed, "failed"), (ClientOutcome.Done, "done"), (ClientOutcome.Refused, "refused"), (ClientOutcome.Unknown, "unknown"), (ClientOutcome.NotSent, "not-sent")];

    public static string Name(ClientOperation operation) => Names.First(n => n.Operation == operation).Name;

    public static ClientOperation? Operation(string? name) => Names.FirstOrDefault(n => n.Name == name) is { Name: not null } found ? found.Operation : null;

    public static byte[] Ask(ClientTask task, long sequence) => AdapterMessages.Line(json =>
    {
        json.WriteString("cmd", "ask");
        json.WriteNumber("seq", sequence);
        json.WriteString("operation", Name(task.Operation));
        json.WriteStartObject("service");
        json.WriteString("baseUrl", task.Service.BaseAddress.AbsoluteUri);
        json.WriteString("tokenUrl", task.Service.TokenAddress.AbsoluteUri);
        json.WriteString("clientId", task.Service.ClientId);
        json.WriteString("token", task.Service.Token);
        json.WriteEndObject();
        json.WriteStartObject("access");
        json.WriteString("purpose", task.Purpose);
        json.WriteString("basis", task.Basis);
        json.WriteString("case", task.Case);
        json.WriteString("justification", task.Justification);
        json.WriteEndObject();
        json.WriteNumber("seconds", task.Time.TotalSeconds);
        json.WriteString("type", task.Type);
        if (task.Id is { } id) json.WriteString("id", id);
        if (!task.Document.IsEmpty) json.WriteString("document", task.Document.Span);
        if (task.Tag is { } tag) json.WriteString("etag", tag);
        if (task.Pointer is { } pointer) json.WriteString("pointer", pointer);
        if (task.Value is { } value)
        {
            json.WritePropertyName("value");
            json.WriteRawValue(value);
        }

        if (task.Mark is { } mark) json.WriteString("mark", mark);
        if (task.PageSize > 0) json.WriteNumber("pageSize", task.PageSize);
        if (task.Reason is { } reason) json.WriteString("reason", reason);
        if (task.Key is { } key) json.WriteString("key", key);
        if (task.Cursor is { } cursor) json.WriteString("cursor", cursor);
    });

    /// <exception cref="TargetFaultException">The line answers something else, or nothing.</exception>
    public static ClientAnswer Answer(byte[] line, long sequence)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, AdapterMessages.Answers);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("seq", out JsonElement number) && number.TryGetInt64(out long answered) && answered == sequence && Read(root) is { } answer) return answer;
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or FormatException)
        {
            // The reader's message may quote the line.
        }

        throw new TargetFaultException(FaultReasons.NotAnAnswer);
    }

    /// <summary>The line that gives an answer, for a program that is an adapter itself.</summary>
    public static byte[] Give(ClientAnswer answer, long sequence) => AdapterMessages.Line(json =>
    {
        json.WriteNumber("seq", sequence);
        if (answer.IsSkipped)
        {
            json.WriteBoolean("skipped", true);
            return;
        }

        json.WriteString("outcome", Outcomes.First(o => o.Outcome == answer.Outcome).Name);
        if (answer.Code.Length > 0) json.WriteString("code", answer.Code);
        if (answer.Document is { } document) AdapterMessages.WriteDocument(json, document.Span);
        if (!answer.Ids.IsEmpty)
        {
            json.WriteStartArray("ids");
            foreach (string id in answer.Ids) json.WriteStringValue(id);
            json.WriteEndArray();
        }

        if (!answer.Events.IsEmpty)
        {
            json.WriteStartArray("events");
            foreach (ClientEvent one in answer.Events)
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id);
                json.WriteString("kind", one.Kind);
                json.WriteString("record", one.Record);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (answer.Cursor is { } cursor) json.WriteString("cursor", cursor);
    });

    /// <summary>The task that a line asks for; null where it asks for none.</summary>
    public static (ClientTask Task, long Sequence)? Task(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line, AdapterMessages.Answers);
        JsonElement root = document.RootElement;
        if (AdapterMessages.Text(root, "cmd") != "ask" || Operation(AdapterMessages.Text(root, "operation")) is not { } operation) return null;
        JsonElement service = root.GetProperty("service"), access = root.GetProperty("access");
        return (new()
        {
            Operation = operation,
            Service = new()
            {
                BaseAddress = new(service.GetProperty("baseUrl").GetString()!),
                TokenAddress = new(service.GetProperty("tokenUrl").GetString()!),
                ClientId = service.GetProperty("clientId").GetString()!,
                Token = service.GetProperty("token").GetString()!,
            },
            Purpose = AdapterMessages.Text(access, "purpose"),
            Basis = AdapterMessages.Text(access, "basis"),
            Case = AdapterMessages.Text(access, "case"),
            Justification = AdapterMessages.Text(access, "justification"),
            Time = TimeSpan.FromSeconds(root.GetProperty("seconds").GetDouble()),
            Type = AdapterMessages.Text(root, "type"),
            Id = OrNull(root, "id"),
            Document = AdapterMessages.Document(root) ?? default,
            Tag = OrNull(root, "etag"),
            Pointer = OrNull(root, "pointer"),
            Value = root.TryGetProperty("value", out JsonElement value) ? value.GetRawText() : null,
            Mark = OrNull(root, "mark"),
            PageSize = root.TryGetProperty("pageSize", out JsonElement size) ? size.GetInt32() : 0,
            Reason = OrNull(root, "reason"),
            Key = OrNull(root, "key") is { } key ? Guid.Parse(key, CultureInfo.InvariantCulture) : null,
            Cursor = OrNull(root, "cursor"),
        }, root.GetProperty("seq").GetInt64());
    }

    private static ClientAnswer? Read(JsonElement root)
    {
        if (root.TryGetProperty("skipped", out JsonElement skipped) && skipped.ValueKind == JsonValueKind.True) return ClientAnswer.Skipped;
        if (Outcomes.FirstOrDefault(o => o.Name == AdapterMessages.Text(root, "outcome")) is not { Name: not null } outcome) return null;
        return new()
        {
            Outcome = outcome.Outcome,
            Code = AdapterMessages.Text(root, "code"),
            Document = AdapterMessages.Document(root) is { } document ? document : default(ReadOnlyMemory<byte>?),
            Ids = ValueList.From(Items(root, "ids").Select(static id => id.GetString() ?? "")),
            Events = ValueList.From(Items(root, "events").Select(static e => new ClientEvent(AdapterMessages.Text(e, "id"), AdapterMessages.Text(e, "kind"), AdapterMessages.Text(e, "record")))),
            Cursor = OrNull(root, "cursor"),
        };
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? OrNull(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
