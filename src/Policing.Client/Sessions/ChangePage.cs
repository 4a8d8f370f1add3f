using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>One page of changes.</summary>
internal sealed record ChangePage(IReadOnlyList<RecordChange> Changes, string Cursor, bool HasMore)
{
    private const int LongestCursor = 512;

    public static ChangePage Read(in Answer answer)
    {
        using JsonDocument document = AnswerJson.Parse(answer.Utf8);
        List<RecordChange> changes = [];
        foreach (JsonElement element in AnswerJson.List(document.RootElement, "events")) changes.Add(ReadEvent(element));
        return new(changes, CursorOf(document.RootElement), AnswerJson.IsTrue(document.RootElement, "more"));
    }

    public static RecordChange ReadEvent(JsonElement element)
    {
        JsonElement data = AnswerJson.Object(element, "data");
        return new()
        {
            Id = AnswerJson.Text(element, "id"),
            Kind = KindOf(AnswerJson.Text(element, "type")),
            RecordType = AnswerJson.Text(data, "recordType"),
            Record = AnswerJson.Id(data, "record"),
            Version = AnswerJson.NumberOrNone(data, "version"),
            Time = AnswerJson.TextOrNone(element, "time") is { } time ? RecordedTime.FromText(time) : default,
            Cursor = CursorOf(element),
        };
    }

    // It goes into a header: nothing may be in it that ends one.
    private static string CursorOf(JsonElement element) =>
        AnswerJson.Text(element, "cursor") is { Length: > 0 and <= LongestCursor } cursor && !cursor.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? cursor
            : throw new AnswerFaultException(PartnerFailure.UnreadableAnswer);

    private static RecordChangeKind KindOf(string type) => type switch
    {
        "record.created.v1" => RecordChangeKind.Created,
        "record.replaced.v1" => RecordChangeKind.Replaced,
        "record.retracted.v1" => RecordChangeKind.Retracted,
        "record.merged.v1" => RecordChangeKind.Merged,
        "record.restricted.v1" => RecordChangeKind.Restricted,
        "record.disposed.v1" => RecordChangeKind.Disposed,
        "record.unavailable.v1" => RecordChangeKind.Unavailable,
        _ => RecordChangeKind.Unknown,
    };
}
