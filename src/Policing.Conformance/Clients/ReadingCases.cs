using System.Text;
using System.Text.Json;
using Policing.Conformance.Cases;
using Policing.Conformance.Servers;
using Policing.DataModel;
using Policing.PartnerHost;
using static Policing.Conformance.Clients.ClientVerdicts;

namespace Policing.Conformance.Clients;

/// <summary>What a client makes of the answers to its readings.</summary>
internal static class ReadingCases
{
    private const int TooLong = 64 << 20;

    public static IEnumerable<(string Requirement, ClientCase Case)> All() => [.. Kept(), .. Others(), .. Faulty()];

    private static IEnumerable<(string Requirement, ClientCase Case)> Kept()
    {
        yield return Whole("whole", "a record of this release", (records, id) => records.Vehicle(id));
        yield return Whole("unknown-member", "members that this release does not have", (records, id) => records.Vehicle(id, more: WriteStrangers));
        yield return Whole("unknown-code", "a code that this release does not have", (records, id) => records.Vehicle(id, more: static json => json.WriteString("fuel", "qzx")));
        yield return Whole("later-minor", "a record of a later minor version", LaterMinor);
    }

    /// <summary>A vehicle of a later minor version of the model, with members that it may have there.</summary>
    public static byte[] LaterMinor(ServerRecords records, Guid id) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(records.Vehicle(id, more: WriteStrangers)).Replace($"\"modelVersion\":\"{PoliceRecord.CurrentModelVersion}\"", "\"modelVersion\":\"1.9\"", StringComparison.Ordinal));

    // Members that the model does not define, at the top and in a part.
    private static void WriteStrangers(Utf8JsonWriter json)
    {
        json.WriteString("qzxMember", "kept");
        json.WriteStartObject("qzxPart");
        json.WriteNumber("qzxNumber", 7);
        json.WriteEndObject();
    }

    private static (string Requirement, ClientCase Case) Whole(string name, string about, Func<ServerRecords, Guid, byte[]> record) => ("PSDK-CLI-0101", new(name, about, ClientOperation.Read, async (session, cancellationToken) =>
    {
        Guid id = Guid.CreateVersion7();
        byte[] content = record(session.Records, id);
        session.Scene.Play = call => call.AnswerAsync(200, content, "\"1\"");
        ClientAnswer answer = await session.DoAsync(Reading(session, id), cancellationToken).ConfigureAwait(false);
        return First(
            When(!session.Calls.Any(call => call.Is("GET", $"/v1/records/vehicle/{id:D}")), FaultReasons.NotAsked),
            Is(answer, ClientOutcome.Done),
            answer.Document is { } document ? new JsonKeeping(mayDropNothings: true).Compare(content, document) : CaseVerdict.Of(FaultReasons.NoDocument));
    }));

    private static IEnumerable<(string Requirement, ClientCase Case)> Others()
    {
        yield return ("PSDK-CLI-0102", new("missing", "there is no such record for the caller", ClientOperation.Read, async (session, cancellationToken) =>
        {
            ClientAnswer answer = await session.DoAsync(Reading(session, Guid.CreateVersion7()), cancellationToken).ConfigureAwait(false);
            return First(When(session.Calls.Count == 0, FaultReasons.NotAsked), When(session.Calls.Count > 1, FaultReasons.AskedMore), Refused(answer, "not-available"));
        }));
        yield return ("PSDK-CLI-0103", new("other-record", "the answer is about another record", ClientOperation.Read, async (session, cancellationToken) =>
        {
            byte[] other = session.Records.Vehicle(Guid.CreateVersion7());
            session.Scene.Play = call => call.AnswerAsync(200, other, "\"1\"");
            return Is(await session.DoUsualAsync(ClientOperation.Read, cancellationToken).ConfigureAwait(false), ClientOutcome.Failed);
        }));
    }

    private static IEnumerable<(string Requirement, ClientCase Case)> Faulty()
    {
        yield return NoAnswer("read-cut", "the record is cut off", ClientOperation.Read, call => call.FaultAsync(PartnerFault.Malformed));
        yield return NoAnswer("read-html", "a page in place of the record", ClientOperation.Read, call => call.AnswerAsync(200, "<html>Please sign in</html>"u8.ToArray(), tag: null, "text/html"));
        yield return NoAnswer("read-array", "a list in place of the record", ClientOperation.Read, call => call.AnswerAsync(200, "[]"u8.ToArray(), "\"1\""));
        yield return NoAnswer("search-cut", "the matches are cut off", ClientOperation.Search, call => call.FaultAsync(PartnerFault.Malformed));
        yield return NoAnswer("search-none", "an object without matches", ClientOperation.Search, call => call.AnswerAsync(200, "{}"u8.ToArray()));
        yield return NoAnswer("changes-cut", "the changes are cut off", ClientOperation.FollowChanges, call => call.FaultAsync(PartnerFault.Malformed));
        yield return ("PSDK-CLI-0705", new("too-long", "64 MiB that begin with the record", ClientOperation.Read, async (session, cancellationToken) =>
        {
            Guid id = Guid.CreateVersion7();
            byte[] content = session.Records.Vehicle(id);
            session.Scene.Play = call => call.PourAsync(content, TooLong);
            ClientAnswer answer = await session.DoAsync(Reading(session, id), cancellationToken).ConfigureAwait(false);
            return answer.Outcome == ClientOutcome.Done ? CaseVerdict.Of(FaultReasons.TooMuch) : Is(answer, ClientOutcome.Failed);
        }));
    }

    private static (string Requirement, ClientCase Case) NoAnswer(string name, string about, ClientOperation operation, Func<SceneCall, Task> play) => ("PSDK-CLI-0704", new(name, about, operation, async (session, cancellationToken) =>
    {
        session.Scene.Play = play;
        ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
        return First(When(session.Calls.Count == 0, FaultReasons.NotAsked), Is(answer, ClientOutcome.Failed));
    }));

    private static ClientTask Reading(ClientSession session, Guid id) => session.Task(ClientOperation.Read) with { Id = $"urn:uuid:{id:D}" };
}
