using System.Text.Json;
using Policing.Conformance.Cases;
using Policing.Conformance.Servers;
using Policing.PartnerHost;
using static Policing.Conformance.Clients.ClientVerdicts;

namespace Policing.Conformance.Clients;

/// <summary>Searches, bundles and changes of status.</summary>
internal static class ExchangeCases
{
    private const int MostAttempts = 10;

    public static IEnumerable<(string Requirement, ClientCase Case)> All() => [.. Searches(), .. Bundles(), .. Keyed(), .. Once()];

    private static IEnumerable<(string Requirement, ClientCase Case)> Searches()
    {
        yield return ("PSDK-CLI-0301", new("pages", "five matches on pages of two", ClientOperation.Search, async (session, cancellationToken) =>
        {
            List<string> there = [];
            for (int i = 0; i < 5; i++) there.Add((await session.Scene.VehicleAsync().ConfigureAwait(false)).Id);
            ClientAnswer answer = await session.DoAsync(Searching(session), cancellationToken).ConfigureAwait(false);
            if (!session.Calls.Any(call => call.Is("POST", "/v1/search"))) return CaseVerdict.Of(FaultReasons.NotAsked);
            return First(Is(answer, ClientOutcome.Done), Each([.. there.Order(StringComparer.Ordinal)], [.. answer.Ids.AsEnumerable().Order(StringComparer.Ordinal)]));
        }));
        yield return ("PSDK-CLI-0302", new("unknown-grade", "a grade and members that this release does not have", ClientOperation.Search, async (session, cancellationToken) =>
        {
            Guid[] there = [Guid.CreateVersion7(), Guid.CreateVersion7()];
            session.Scene.Play = call => call.AnswerAsync(200, Page(session.Records, there, "qzx-grade", cursor: null));
            ClientAnswer answer = await session.DoAsync(Searching(session), cancellationToken).ConfigureAwait(false);
            return First(Is(answer, ClientOutcome.Done), Each([.. there.Select(id => $"urn:uuid:{id:D}")], [.. answer.Ids.AsEnumerable()]));
        }));
        yield return Circle("itself", "each page leads to itself", static _ => "c.same");
        yield return Circle("circle", "two pages lead to each other", static number => number % 2 == 0 ? "c.even" : "c.odd");
    }

    private static (string Requirement, ClientCase Case) Circle(string name, string about, Func<int, string> cursor) => ("PSDK-CLI-0303", new(name, about, ClientOperation.Search, async (session, cancellationToken) =>
    {
        Guid[] there = [Guid.CreateVersion7()];
        // Who goes round and round is let out in the end, to be judged.
        session.Scene.Play = call => call.AnswerAsync(200, Page(session.Records, there, "exact", call.Number > 40 ? null : cursor(call.Number)));
        ClientAnswer answer = await session.DoAsync(Searching(session), cancellationToken).ConfigureAwait(false);
        return First(When(session.Calls.Count > MostAttempts, FaultReasons.TooOften), NotDone(answer));
    }));

    private static ClientTask Searching(ClientSession session) => session.Task(ClientOperation.Search) with { Mark = ServerRecords.Mark, PageSize = 2 };

    private static byte[] Page(ServerRecords records, IEnumerable<Guid> ids, string grade, string? cursor) => ServerRecords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("matches");
        foreach (Guid id in ids)
        {
            json.WriteStartObject();
            json.WritePropertyName("record");
            json.WriteRawValue(records.Vehicle(id));
            json.WriteStartObject("match");
            json.WriteString("grade", grade);
            json.WriteNumber("qzxScore", 0.5);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (cursor is not null) json.WriteString("cursor", cursor);
        json.WriteEndObject();
    });

    private static IEnumerable<(string Requirement, ClientCase Case)> Bundles()
    {
        yield return ("PSDK-CLI-0401", new("sent", "a bundle with one record", ClientOperation.SubmitBundle, async (session, cancellationToken) =>
        {
            ClientTask task = await session.UsualAsync(ClientOperation.SubmitBundle).ConfigureAwait(false);
            ClientAnswer answer = await session.DoAsync(task, cancellationToken).ConfigureAwait(false);
            if (session.Calls.FirstOrDefault(call => call.Is("POST", "/v1/bundles")) is not { } sent) return CaseVerdict.Of(FaultReasons.NotAsked);
            return First(new JsonKeeping(mayDropNothings: true).Compare(task.Document, sent.Body), Is(answer, ClientOutcome.Done));
        }));
        yield return ("PSDK-CLI-0402", new("lost-once", "the first answer is lost", ClientOperation.SubmitBundle, (session, cancellationToken) => LostBundleAsync(session, lost: 1, cancellationToken)));
        yield return ("PSDK-CLI-0402", new("lost-always", "every answer is lost", ClientOperation.SubmitBundle, (session, cancellationToken) => LostBundleAsync(session, lost: int.MaxValue, cancellationToken)));
    }

    private static async Task<CaseVerdict> LostBundleAsync(ClientSession session, int lost, CancellationToken cancellationToken)
    {
        session.Scene.Play = call => call.Number <= lost ? call.FaultAsync(PartnerFault.LostAnswer) : call.NextAsync();
        ClientAnswer answer = await session.DoUsualAsync(ClientOperation.SubmitBundle, cancellationToken).ConfigureAwait(false);
        SeenRequest[] sent = session.CallsBy("POST");
        return First(
            When(sent.Length == 0, FaultReasons.NotAsked),
            When(sent.Any(s => !s.Body.AsSpan().SequenceEqual(sent[0].Body)), FaultReasons.OtherRepetition),
            When(sent.Length > MostAttempts, FaultReasons.TooOften),
            sent.Length > lost ? Is(answer, ClientOutcome.Done) : Is(answer, ClientOutcome.Unknown, ClientOutcome.Failed));
    }

    private static IEnumerable<(string Requirement, ClientCase Case)> Keyed()
    {
        yield return ("PSDK-CLI-0501", new("key", "nothing goes wrong", ClientOperation.ChangeStatus, (session, cancellationToken) => KeyedAsync(session, lost: 0, cancellationToken)));
        yield return ("PSDK-CLI-0501", new("lost-once", "the first answer is lost", ClientOperation.ChangeStatus, (session, cancellationToken) => KeyedAsync(session, lost: 1, cancellationToken)));
    }

    private static async Task<CaseVerdict> KeyedAsync(ClientSession session, int lost, CancellationToken cancellationToken)
    {
        session.Scene.Play = call => call.Number <= lost ? call.FaultAsync(PartnerFault.LostAnswer) : call.NextAsync();
        ClientTask task = await session.UsualAsync(ClientOperation.ChangeStatus).ConfigureAwait(false);
        ClientAnswer answer = await session.DoAsync(task, cancellationToken).ConfigureAwait(false);
        SeenRequest[] sent = session.CallsBy("POST");
        if (sent.Length == 0 || sent[0].Path != $"/v1/records/vehicle/{task.Id![9..]}/status") return CaseVerdict.Of(FaultReasons.NotAsked);
        return First(
            When(sent.Any(s => s.Header("Idempotency-Key") != $"\"{task.Key:D}\"" || !s.Body.AsSpan().SequenceEqual(sent[0].Body)), FaultReasons.OtherRepetition),
            When(sent.Length > MostAttempts, FaultReasons.TooOften),
            sent.Length > lost ? Is(answer, ClientOutcome.Done) : Is(answer, ClientOutcome.Unknown, ClientOutcome.Failed));
    }

    private static IEnumerable<(string Requirement, ClientCase Case)> Once()
    {
        foreach ((string name, string about, PartnerFault fault) in ((string, string, PartnerFault)[])
            [("lost", "the answer is lost", PartnerFault.LostAnswer), ("unavailable", "503", PartnerFault.Unavailable), ("limited", "429", PartnerFault.RateLimited), ("cut", "the answer is cut off", PartnerFault.Malformed)])
        {
            yield return ("PSDK-CLI-0502", new(name, about, ClientOperation.ChangeStatus, async (session, cancellationToken) =>
            {
                ClientAnswer answer = await DoOnceAsync(session, fault, cancellationToken).ConfigureAwait(false);
                SeenRequest[] sent = session.CallsBy("POST");
                return First(When(sent.Length == 0, FaultReasons.NotAsked), When(sent.Length > 1, FaultReasons.SentTwice), NotDone(answer));
            }));
        }

        yield return ("PSDK-CLI-0503", new("lost", "the answer is lost", ClientOperation.ChangeStatus, async (session, cancellationToken) =>
            Is(await DoOnceAsync(session, PartnerFault.LostAnswer, cancellationToken).ConfigureAwait(false), ClientOutcome.Unknown)));
    }

    private static async Task<ClientAnswer> DoOnceAsync(ClientSession session, PartnerFault fault, CancellationToken cancellationToken)
    {
        session.Scene.Play = call => call.FaultAsync(fault);
        return await session.DoAsync(await session.UsualAsync(ClientOperation.ChangeStatus).ConfigureAwait(false) with { Key = null }, cancellationToken).ConfigureAwait(false);
    }
}
