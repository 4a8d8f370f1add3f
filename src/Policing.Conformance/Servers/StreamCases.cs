using System.Text.Json;
using Policing.Conformance.Cases;
using Policing.DataModel;

namespace Policing.Conformance.Servers;

/// <summary>What the stream of changes must be. A record that is made later shows what was not told of one that was made before, so that little has to be waited for.</summary>
internal static class StreamCases
{
    public static IEnumerable<(string Key, ServerCase Case)> All() =>
    [
        Of("getChanges/stream", "a record that is made while somebody listens", ToldAsync), Of("getChanges/stream-thin", "what is told of a record", ThinAsync),
        Of("getChanges/stream-resumes", "a stream that goes on behind an event", ResumesAsync),
        ("getChanges/stream-unavailable", new("1", "a record that another agency may not read any more", UnavailableAsync)
        {
            Needs = Credential.OfAnother,
            Interaction = "status",
            Unclaimed = "The other agency may not read the record before it is restricted, or still may afterwards.",
        }),
    ];

    private static (string, ServerCase) Of(string key, string about, Func<ServerSession, CancellationToken, Task<CaseVerdict>> ask) => (key, new("1", about, ask) { Interaction = "write" });

    private static async Task<CaseVerdict> ToldAsync(ServerSession session, CancellationToken cancellationToken)
    {
        using ServerStream stream = await session.OpenAsync(ServerCalls.Stream, cancellationToken).ConfigureAwait(false);
        if (stream.Head.Status != 200) return CaseVerdict.Of(FaultReasons.OtherStatus);
        if (stream.Head.MediaType != ServerCalls.EventStream) return CaseVerdict.Of(FaultReasons.OtherForm);
        (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        if (await LastAsync(stream, id, cancellationToken).ConfigureAwait(false) is not { } told) return CaseVerdict.Of(FaultReasons.NotTold);
        CaseVerdict form = Judge(told, id, "record.created.v1");
        return form.Reason is null ? ProblemJudge.Frame(stream.Head) : form;
    }

    private static async Task<CaseVerdict> ThinAsync(ServerSession session, CancellationToken cancellationToken)
    {
        using ServerStream stream = await OpenedAsync(session, ServerCalls.Stream, cancellationToken).ConfigureAwait(false);
        (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        if (await LastAsync(stream, id, cancellationToken).ConfigureAwait(false) is not { } told) return CaseVerdict.Of(FaultReasons.NotTold);
        bool isThin = !told.Text.Contains(ServerRecords.Make, StringComparison.OrdinalIgnoreCase) && !told.Text.Contains(ServerRecords.Mark, StringComparison.OrdinalIgnoreCase);
        return isThin ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.Quoted, "/data");
    }

    private static async Task<CaseVerdict> ResumesAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid first, string last) = await HeardAsync(session, cancellationToken).ConfigureAwait(false);
        (Guid missed, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        using ServerStream stream = await OpenedAsync(session, ServerCalls.Stream.With("Last-Event-ID", last), cancellationToken).ConfigureAwait(false);
        (Guid next, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<StreamEvent> told = await stream.ReadToAsync(next, cancellationToken).ConfigureAwait(false);
        if (told.Any(e => e.IsAbout(first))) return CaseVerdict.Of(FaultReasons.ToldAgain);
        return told.Any(e => e.IsAbout(missed)) && told.Any(e => e.IsAbout(next)) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotTold);
    }

    private static async Task<CaseVerdict> UnavailableAsync(ServerSession session, CancellationToken cancellationToken)
    {
        (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        ServerCall look = ServerCalls.Get(id) with { Credential = Credential.OfAnother };
        if ((await session.SendAsync(look, cancellationToken).ConfigureAwait(false)).Status != 200) return CaseVerdict.Of(FaultReasons.Skipped);
        using ServerStream stream = await OpenedAsync(session, ServerCalls.Stream with { Credential = Credential.OfAnother }, cancellationToken).ConfigureAwait(false);
        ServerAnswer restricted = await session.SendAsync(ServerCalls.Status(ServerRecords.Type, id, session.Records.Restriction()), cancellationToken).ConfigureAwait(false);
        if (restricted.Status != 200) throw new CaseSetupException();
        if ((await session.SendAsync(look, cancellationToken).ConfigureAwait(false)).Status == 200) return CaseVerdict.Of(FaultReasons.Skipped);
        return await LastAsync(stream, id, cancellationToken).ConfigureAwait(false) is { } told ? Judge(told, id, "record.unavailable.v1") : CaseVerdict.Of(FaultReasons.NotTold);
    }

    // A record that was told of, and the id of that event.
    private static async Task<(Guid Record, string Event)> HeardAsync(ServerSession session, CancellationToken cancellationToken)
    {
        using ServerStream stream = await OpenedAsync(session, ServerCalls.Stream, cancellationToken).ConfigureAwait(false);
        (Guid record, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
        return await LastAsync(stream, record, cancellationToken).ConfigureAwait(false) is { Id.Length: > 0 } told ? (record, told.Id) : throw new CaseSetupException();
    }

    private static async Task<ServerStream> OpenedAsync(ServerSession session, ServerCall call, CancellationToken cancellationToken)
    {
        ServerStream stream = await session.OpenAsync(call, cancellationToken).ConfigureAwait(false);
        if (stream.Head.Status == 200) return stream;
        stream.Dispose();
        throw new CaseSetupException();
    }

    private static async Task<StreamEvent?> LastAsync(ServerStream stream, Guid record, CancellationToken cancellationToken) =>
        (await stream.ReadToAsync(record, cancellationToken).ConfigureAwait(false)).FirstOrDefault(e => e.IsAbout(record));

    private static CaseVerdict Judge(StreamEvent told, Guid id, string type)
    {
        if (told.Name != "change" || told.Id.Length == 0) return CaseVerdict.Of(FaultReasons.OtherForm);
        if (told.Json() is not { } json) return CaseVerdict.Of(FaultReasons.OtherForm);
        if (Text(json, "specversion") != "1.0") return CaseVerdict.Of(FaultReasons.OtherForm, "/specversion");
        if (Text(json, "id").Length == 0) return CaseVerdict.Of(FaultReasons.OtherForm, "/id");
        if (Text(json, "source").Length == 0) return CaseVerdict.Of(FaultReasons.OtherForm, "/source");
        if (Text(json, "type") != type) return CaseVerdict.Of(FaultReasons.OtherForm, "/type");
        if (Text(json, "cursor") != told.Id) return CaseVerdict.Of(FaultReasons.OtherForm, "/cursor");
        if (!json.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Object || Text(data, "recordType") != ServerRecords.Type) return CaseVerdict.Of(FaultReasons.OtherForm, "/data/recordType");
        return RecordId.TryParse(Text(data, "record"), null, out RecordId record) && record.Uuid == id ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.OtherForm, "/data/record");
    }

    private static string Text(JsonElement value, string name) => value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
