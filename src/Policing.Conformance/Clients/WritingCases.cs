using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.Conformance.Cases;
using Policing.Conformance.Servers;
using Policing.PartnerHost;
using static Policing.Conformance.Clients.ClientVerdicts;

namespace Policing.Conformance.Clients;

/// <summary>How a client writes, and what it does where it may not.</summary>
internal static class WritingCases
{
    private const string Rival = "Examplar-Qzxrival";

    public static IEnumerable<(string Requirement, ClientCase Case)> All() => [.. Conditions(), .. Conflicts(), .. Kept(), .. Partial(), .. Refusals()];

    private static IEnumerable<(string Requirement, ClientCase Case)> Conditions()
    {
        yield return ("PSDK-CLI-0201", new("created", "a new record", ClientOperation.Create, async (session, cancellationToken) =>
        {
            ClientTask task = await session.UsualAsync(ClientOperation.Create).ConfigureAwait(false);
            ClientAnswer answer = await session.DoAsync(task, cancellationToken).ConfigureAwait(false);
            SeenRequest[] writes = session.CallsBy("PUT");
            if (writes.Length == 0 || writes[0].Path != $"/v1/records/vehicle/{task.Id![9..]}") return CaseVerdict.Of(FaultReasons.NotAsked);
            return First(When(writes.Any(w => w.Header("If-None-Match") != "*" || w.Header("If-Match") is not null), FaultReasons.NoCondition), new JsonKeeping(mayDropNothings: true).Compare(task.Document, writes[0].Body), Is(answer, ClientOutcome.Done));
        }));
        yield return ("PSDK-CLI-0203", new("replace", "the version that was read", ClientOperation.Replace, (session, cancellationToken) => ReplacedAsync(session, ClientOperation.Replace, cancellationToken)));
        yield return ("PSDK-CLI-0203", new("change-member", "read, and written back", ClientOperation.ChangeMember, (session, cancellationToken) => ReplacedAsync(session, ClientOperation.ChangeMember, cancellationToken)));
    }

    private static async Task<CaseVerdict> ReplacedAsync(ClientSession session, ClientOperation operation, CancellationToken cancellationToken)
    {
        ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
        SeenRequest[] writes = session.CallsBy("PUT");
        return First(When(writes.Length == 0, FaultReasons.NotAsked), When(writes.Any(w => w.Header("If-Match") != "\"1\"" || w.Header("If-None-Match") is not null), FaultReasons.NoCondition), Is(answer, ClientOutcome.Done));
    }

    private static IEnumerable<(string Requirement, ClientCase Case)> Conflicts()
    {
        yield return ("PSDK-CLI-0202", new("exists", "there is one with other content", ClientOperation.Create, async (session, cancellationToken) =>
        {
            SceneRecord there = await session.Scene.VehicleAsync().ConfigureAwait(false);
            byte[] other = session.Records.Vehicle(there.Uuid, more: static json => json.WriteString("model", Rival));
            ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.Create) with { Id = there.Id, Document = other }, cancellationToken).ConfigureAwait(false);
            return First(When(await RevisionAsync(session, there).ConfigureAwait(false) != 1, FaultReasons.Overwrote), Refused(answer, "exists"));
        }));
        yield return ("PSDK-CLI-0204", new("replace", "a version that is not the last", ClientOperation.Replace, async (session, cancellationToken) =>
        {
            SceneRecord there = await session.Scene.VehicleAsync().ConfigureAwait(false);
            await RivalAsync(session.Scene, there).ConfigureAwait(false);
            ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.Replace) with { Id = there.Id, Document = session.Records.Vehicle(there.Uuid, number: 2), Tag = there.Tag }, cancellationToken).ConfigureAwait(false);
            return First(When(await RevisionAsync(session, there).ConfigureAwait(false) != 2, FaultReasons.Overwrote), Refused(answer, "stale"));
        }));
        yield return ("PSDK-CLI-0204", new("change-member", "another writes between reading and writing", ClientOperation.ChangeMember, async (session, cancellationToken) =>
        {
            SceneRecord there = await session.Scene.VehicleAsync().ConfigureAwait(false);
            int writes = 0;
            session.Scene.Play = async call =>
            {
                if (call.Request.Method == "PUT" && Interlocked.Increment(ref writes) == 1) await RivalAsync(call.Scene, there).ConfigureAwait(false);
                await call.NextAsync().ConfigureAwait(false);
            };
            ClientAnswer answer = await session.DoAsync(session.Changing(there), cancellationToken).ConfigureAwait(false);
            StoredRecord held = (await session.Scene.HeldAsync(there.Uuid).ConfigureAwait(false))!;
            if (writes == 0) return CaseVerdict.Of(FaultReasons.NotAsked);
            if (Member(held.Content.Span, "model") != Rival) return CaseVerdict.Of(FaultReasons.Overwrote);
            return Member(held.Content.Span, "make") == ClientSession.Changed ? Is(answer, ClientOutcome.Done) : Refused(answer, "stale");
        }));
        yield return ("PSDK-CLI-0204", new("condition-fails", "the host plays 412 to every write", ClientOperation.Replace, async (session, cancellationToken) =>
        {
            session.Scene.Play = call => call.Request.Method == "PUT" ? call.FaultAsync(PartnerFault.Stale) : call.NextAsync();
            ClientAnswer answer = await session.DoUsualAsync(ClientOperation.Replace, cancellationToken).ConfigureAwait(false);
            return First(When(session.CallsBy("PUT").Length > 1, FaultReasons.SentTwice), Refused(answer, "stale"));
        }));
    }

    private static Task<SceneRecord> RivalAsync(ClientScene scene, SceneRecord there) =>
        scene.StoreAsync(scene.Records.Vehicle(there.Uuid, number: 2, more: static json => json.WriteString("model", Rival)), there.Uuid, isNew: false);

    private static async Task<long> RevisionAsync(ClientSession session, SceneRecord record) => (await session.Scene.HeldAsync(record.Uuid).ConfigureAwait(false))!.Revision;

    private static IEnumerable<(string Requirement, ClientCase Case)> Kept()
    {
        yield return Keeping("unknown-member", "members of a later minor version", ReadingCases.LaterMinor);
        yield return Keeping("unknown-code", "a code that this release does not have", static (records, id) => records.Vehicle(id, more: static json => json.WriteString("fuel", "qzx")));
        yield return Keeping("extension", "an extension of somebody else", static (records, id) => records.Vehicle(id, more: static json =>
        {
            json.WriteStartObject("extensions");
            json.WriteStartObject("https://conformance.example/qzx");
            json.WriteString("version", "1");
            json.WriteStartObject("data");
            json.WriteString("note", "kept");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    // The host of the case is of a later release: it has what this one has not, and takes it back.
    private static (string Requirement, ClientCase Case) Keeping(string name, string about, Func<ServerRecords, Guid, byte[]> content) => ("PSDK-CLI-0205", new(name, about, ClientOperation.ChangeMember, async (session, cancellationToken) =>
    {
        Guid id = Guid.CreateVersion7();
        SceneRecord record = new(id, content(session.Records, id), "\"7\"");
        session.Scene.Play = call => call.Request.Method == "PUT" ? call.AnswerAsync(200, Written(record, 8), "\"8\"") : call.AnswerAsync(200, record.Content, record.Tag);
        ClientAnswer answer = await session.DoAsync(session.Changing(record), cancellationToken).ConfigureAwait(false);
        SeenRequest[] writes = session.CallsBy("PUT");
        if (writes.Length == 0) return CaseVerdict.Of(FaultReasons.NotAsked);
        CaseVerdict kept = new JsonKeeping(mayDropNothings: true).Compare(WithoutVersion(Changed(record.Content)), WithoutVersion(writes[0].Body));
        return First(When(Member(writes[0].Body, "make") != ClientSession.Changed, FaultReasons.NotChanged), kept, Is(answer, ClientOutcome.Done));
    }));

    private static byte[] Changed(byte[] record)
    {
        JsonNode changed = JsonNode.Parse(record)!;
        changed["make"] = ClientSession.Changed;
        return ServerRecords.Bytes(json => changed.WriteTo(json));
    }

    // Who writes may count the version on.
    private static byte[] WithoutVersion(byte[] record)
    {
        JsonNode? read;
        try
        {
            read = JsonNode.Parse(record);
        }
        catch (JsonException)
        {
            return record;
        }

        if (read is JsonObject members) members.Remove("version");
        return ServerRecords.Bytes(json => read!.WriteTo(json));
    }

    private static byte[] Written(SceneRecord record, int version) => ServerRecords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("record", record.Id);
        json.WriteNumber("version", version);
        json.WriteString("change", "replaced");
        json.WriteEndObject();
    });

    private static IEnumerable<(string Requirement, ClientCase Case)> Partial()
    {
        yield return ("PSDK-CLI-0206", new("partial-view", "the view says that it is partial, and has no ETag", ClientOperation.ChangeMember, (session, cancellationToken) => UnwritableAsync(session, tag: null, static json =>
        {
            json.WriteStartObject("view");
            json.WriteBoolean("partial", true);
            json.WriteEndObject();
        }, cancellationToken)));
        yield return ("PSDK-CLI-0206", new("no-tag", "the answer has no ETag", ClientOperation.ChangeMember, (session, cancellationToken) => UnwritableAsync(session, tag: null, static _ => { }, cancellationToken)));
        yield return ("PSDK-CLI-0207", new("masked", "a member is masked", ClientOperation.ChangeMember, (session, cancellationToken) => UnwritableAsync(session, "\"7\"", static json => WriteAbsent(json, "masked"), cancellationToken)));
        yield return ("PSDK-CLI-0207", new("withheld", "a member is withheld", ClientOperation.ChangeMember, (session, cancellationToken) => UnwritableAsync(session, "\"7\"", static json => WriteAbsent(json, "withheld"), cancellationToken)));
        yield return ("PSDK-CLI-0207", new("created", "a record to be created has a member withheld", ClientOperation.Create, async (session, cancellationToken) =>
        {
            Guid id = Guid.CreateVersion7();
            byte[] record = session.Records.Vehicle(id, more: static json => WriteAbsent(json, "withheld"));
            session.Scene.Play = call => call.AnswerAsync(201, Written(new(id, record, ""), 1), "\"1\"");
            ClientAnswer answer = await session.DoAsync(session.Task(ClientOperation.Create) with { Id = $"urn:uuid:{id:D}", Document = record }, cancellationToken).ConfigureAwait(false);
            return First(When(session.CallsBy("PUT").Length > 0, FaultReasons.SentPartial), Is(answer, ClientOutcome.NotSent));
        }));
    }

    private static void WriteAbsent(Utf8JsonWriter json, string reason)
    {
        json.WriteStartObject("absent");
        json.WriteString("/model", reason);
        json.WriteEndObject();
    }

    private static async Task<CaseVerdict> UnwritableAsync(ClientSession session, string? tag, Action<Utf8JsonWriter> more, CancellationToken cancellationToken)
    {
        Guid id = Guid.CreateVersion7();
        SceneRecord record = new(id, session.Records.Vehicle(id, more: more), tag ?? "");
        session.Scene.Play = call => call.Request.Method == "PUT" ? call.AnswerAsync(200, Written(record, 8), "\"8\"") : call.AnswerAsync(200, record.Content, tag);
        ClientAnswer answer = await session.DoAsync(session.Changing(record), cancellationToken).ConfigureAwait(false);
        return First(When(session.CallsBy("PUT").Length > 0, FaultReasons.SentPartial), When(session.Calls.Count == 0, FaultReasons.NotAsked), Is(answer, ClientOutcome.NotSent));
    }

    private static IEnumerable<(string Requirement, ClientCase Case)> Refusals()
    {
        yield return Refusing("read", ClientOperation.Read, 403, "not-permitted");
        yield return Refusing("create", ClientOperation.Create, 422, "invalid-record");
        yield return Refusing("replace", ClientOperation.Replace, 428, "precondition-required");
        yield return Refusing("search", ClientOperation.Search, 422, "too-broad");
        yield return Refusing("submit-bundle", ClientOperation.SubmitBundle, 409, "bundle-conflict");
        yield return Refusing("change-status", ClientOperation.ChangeStatus, 422, "invalid-status-change");
        yield return Strange("unknown-code", "422 with a code to come", ClientOperation.Read, call => call.RefuseAsync(422, "qzx-teapot"));
        yield return Strange("unknown-status", "451 with a code to come", ClientOperation.Replace, call => call.RefuseAsync(451, "qzx-teapot"));
        yield return Strange("no-problem", "400 without a problem", ClientOperation.Read, call => call.AnswerAsync(400, "No."u8.ToArray(), tag: null, "text/plain"));
    }

    private static (string Requirement, ClientCase Case) Refusing(string name, ClientOperation operation, int status, string code) => ("PSDK-CLI-0208", new(name, $"{status} {code}", operation, async (session, cancellationToken) =>
    {
        session.Scene.Play = call => call.RefuseAsync(status, code);
        ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
        return First(When(session.Calls.Count == 0, FaultReasons.NotAsked), Refused(answer, code), When(session.Calls.Count > 1, FaultReasons.SentTwice));
    }));

    private static (string Requirement, ClientCase Case) Strange(string name, string about, ClientOperation operation, Func<SceneCall, Task> play) => ("PSDK-CLI-0209", new(name, about, operation, async (session, cancellationToken) =>
    {
        session.Scene.Play = play;
        return Is(await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false), ClientOutcome.Refused);
    }));
}
