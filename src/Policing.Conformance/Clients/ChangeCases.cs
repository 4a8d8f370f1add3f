using Policing.Conformance.Cases;
using Policing.Conformance.Servers;
using static Policing.Conformance.Clients.ClientVerdicts;

namespace Policing.Conformance.Clients;

/// <summary>How a client follows changes, page by page.</summary>
internal static class ChangeCases
{
    // More than the host gives on one page unless it is asked for more.
    private const int Many = 30;

    private const string Expired = "c.AAAAAAAAAAE.3q2-7w";

    public static IEnumerable<(string Requirement, ClientCase Case)> All()
    {
        yield return ("PSDK-CLI-0601", new("pages", "thirty changes", ClientOperation.FollowChanges, async (session, cancellationToken) =>
        {
            string[] there = await VehiclesAsync(session, Many).ConfigureAwait(false);
            ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.FollowChanges), cancellationToken).ConfigureAwait(false);
            if (!session.Calls.Any(call => call.Is("GET", "/v1/changes"))) return CaseVerdict.Of(FaultReasons.NotAsked);
            return First(Is(answer, ClientOutcome.Done), Each(there, Of(answer)));
        }));
        yield return ("PSDK-CLI-0602", new("later", "two more changes after three", ClientOperation.FollowChanges, async (session, cancellationToken) =>
        {
            await VehiclesAsync(session, 3).ConfigureAwait(false);
            ClientAnswer first = await session.DoAsync(session.Task(ClientOperation.FollowChanges), cancellationToken).ConfigureAwait(false);
            if (Is(first, ClientOutcome.Done) is { Reason: not null } trouble) return trouble;
            if (first.Cursor is null) return CaseVerdict.Of(FaultReasons.NoCursor);
            string[] later = await VehiclesAsync(session, 2).ConfigureAwait(false);
            ClientAnswer second = await session.DoAsync(session.Task(ClientOperation.FollowChanges) with { Cursor = first.Cursor }, cancellationToken).ConfigureAwait(false);
            return First(Is(second, ClientOutcome.Done), Each(later, Of(second)));
        }));
        yield return Scripted("PSDK-CLI-0603", "twice", "an event is on two pages", [["created", "created"], ["created", "created"]], shared: 1, static _ => true);
        yield return Scripted("PSDK-CLI-0604", "unavailable", "a record is no longer to be had", [["created", "unavailable", "created"]], shared: 0, static answer => answer.Events.Count > 1 && answer.Events[1].Kind == "unavailable");
        yield return Scripted("PSDK-CLI-0606", "unknown", "an event of a type to come", [["created", "qzxreviewed", "created"], ["created"]], shared: 0, static _ => true);
        yield return ("PSDK-CLI-0605", new("expired", "the cursor is too old", ClientOperation.FollowChanges, async (session, cancellationToken) =>
        {
            string[] there = await VehiclesAsync(session, 3).ConfigureAwait(false);
            session.Scene.Play = call => call.Request.Address.Contains("c.AAAAAAAAAAE", StringComparison.Ordinal) ? call.RefuseAsync(410, "cursor-expired") : call.NextAsync();
            ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.FollowChanges) with { Cursor = Expired }, cancellationToken).ConfigureAwait(false);
            if (!session.Calls.Any(call => call.Address.Contains("c.AAAAAAAAAAE", StringComparison.Ordinal))) return CaseVerdict.Of(FaultReasons.NotAsked);
            return First(Is(answer, ClientOutcome.Done), Each(there, Of(answer)));
        }));
        yield return ("PSDK-CLI-0605", new("again", "every cursor is too old, and none too", ClientOperation.FollowChanges, async (session, cancellationToken) =>
        {
            session.Scene.Play = call => call.RefuseAsync(410, "cursor-expired");
            ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.FollowChanges) with { Cursor = Expired }, cancellationToken).ConfigureAwait(false);
            return First(When(session.Calls.Count > 2, FaultReasons.TooOften), NotDone(answer));
        }));
    }

    private static string[] Of(ClientAnswer answer) => [.. answer.Events.AsEnumerable().Select(e => e.Record)];

    private static async Task<string[]> VehiclesAsync(ClientSession session, int count)
    {
        List<string> ids = [];
        for (int i = 0; i < count; i++) ids.Add((await session.Scene.VehicleAsync().ConfigureAwait(false)).Id);
        return [.. ids];
    }

    // Pages of the kit's own: events of these kinds in order, of which each page has the last ones of the page before again.
    private static (string Requirement, ClientCase Case) Scripted(string requirement, string name, string about, string[][] pages, int shared, Func<ClientAnswer, bool> isRight) => (requirement, new(name, about, ClientOperation.FollowChanges, async (session, cancellationToken) =>
    {
        List<(string Id, string Kind, string Record)> events = [];
        List<byte[]> bodies = [];
        foreach (string[] kinds in pages)
        {
            (string, string, string)[] again = [.. events.TakeLast(bodies.Count == 0 ? 0 : shared)];
            (string, string, string)[] added = [.. kinds.Skip(again.Length).Select((kind, at) => ($"e{events.Count + at + 1}", kind, $"urn:uuid:{Guid.CreateVersion7():D}"))];
            events.AddRange(added);
            bodies.Add(Page([.. again, .. added], $"c.page{bodies.Count + 1}", more: bodies.Count + 1 < pages.Length));
        }

        session.Scene.Play = call => call.AnswerAsync(200, bodies[Math.Min(PageOf(call.Request.Address), bodies.Count - 1)]);
        ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.FollowChanges), cancellationToken).ConfigureAwait(false);
        return First(Is(answer, ClientOutcome.Done), Each([.. events.Select(e => e.Id)], [.. answer.Events.AsEnumerable().Select(e => e.Id)]), When(!isRight(answer), FaultReasons.MissedEntry));
    }));

    // The number of pages before this one.
    private static int PageOf(string address) => address.IndexOf("c.page", StringComparison.Ordinal) is >= 0 and int at ? address[at + 6] - '0' : 0;

    private static byte[] Page((string Id, string Kind, string Record)[] events, string cursor, bool more) => ServerRecords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("events");
        foreach ((string id, string kind, string record) in events)
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", id);
            json.WriteString("source", "/v1/changes");
            json.WriteString("type", $"record.{kind}.v1");
            json.WriteString("cursor", cursor);
            json.WriteStartObject("data");
            json.WriteString("recordType", ServerRecords.Type);
            json.WriteString("record", record);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("cursor", cursor);
        json.WriteBoolean("more", more);
        json.WriteEndObject();
    });
}
