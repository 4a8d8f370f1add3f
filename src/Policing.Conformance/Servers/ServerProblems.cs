using System.Text;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>What a server is asked that it must refuse, by call and problem. Each is wrong in one way, and nothing of it may be stored.</summary>
internal static class ServerProblems
{
    private const long MostSent = 128 << 20;
    private const string Nowhere = "application/x-nothing";
    private static readonly string[] OfRecords = ["getRecord", "putRecord", "changeStatus", "getHistory", "getLinks"];
    private static readonly string[] WithBody = ["putRecord", "changeStatus", "search", "submitBundle"];

    /// <summary>By operation and problem, as the clause of a requirement has them.</summary>
    public static IEnumerable<(string Key, ServerCase Case)> All() =>
    [
        .. Operations.SelectMany(OfEvery), .. WithBody.SelectMany(OfBodies), .. OfPlaces(), .. OfWrites(), .. OfStatus(), .. OfSearch(), .. OfBundles(),
    ];

    private static IReadOnlyList<string> Operations { get; } =
        [.. OfRecords, "getCapabilities", "search", "submitBundle", "getReceipt", "getChanges", "getReferenceLists", "getReferenceList", "getCheckpoint", "getTile"];

    private static bool IsOfAudit(string operation) => operation is "getCheckpoint" or "getTile";

    private static bool NeedsPurpose(string operation) => operation is not ("getCapabilities" or "getReferenceLists" or "getReferenceList" or "getCheckpoint" or "getTile");

    private static IEnumerable<(string, ServerCase)> OfEvery(string operation)
    {
        yield return Of(operation, "unauthenticated", "no-token", "no token", call => call with { Credential = Credential.None });
        yield return Of(operation, "unauthenticated", "invented-token", "a token that nobody issued", call => call with { Credential = Credential.Invented });
        yield return Of(operation, "not-acceptable", "other-form", "a form that there is not", call => call.With("Accept", Nowhere));
        if (operation is not ("getCapabilities" or "getReferenceLists" or "getReferenceList"))
        {
            (string key, ServerCase made) = Of(operation, "not-permitted", "no-scope", "a token without scopes", call => call with { Credential = Credential.WithoutScopes });
            yield return (key, made with { Needs = Credential.WithoutScopes });
        }

        if (!NeedsPurpose(operation)) yield break;
        yield return Of(operation, "purpose-required", "no-purpose", "no Policing-Access", call => call with { Access = null });
        yield return Of(operation, "purpose-required", "half-purpose", "a Policing-Access without a purpose", call => call with { Access = "basis=part-3-task" });
        yield return Of(operation, "purpose-required", "malformed-purpose", "a Policing-Access that is no dictionary", call => call with { Access = $"purpose=investigation, case=\"{ServerRecords.Canary}" });
        yield return Of(operation, "headers-too-large", "long-purpose", "a Policing-Access over 512 bytes", call => call with { Access = $"purpose=investigation, basis=part-3-task, case=\"{ServerRecords.Canary}{new string('1', 600)}\"" });
    }

    private static IEnumerable<(string, ServerCase)> OfBodies(string operation)
    {
        yield return Of(operation, "unsupported-media-type", "text", "a body of another media type", call => call with { ContentType = "text/plain" });
        yield return Of(operation, "unsupported-media-type", "other-charset", "a body in UTF-16, by its header", call => call with { ContentType = "application/json; charset=utf-16" });
        yield return Of(operation, "malformed-request", "no-json", "a body that is no JSON", call => call with { Body = Encoding.UTF8.GetBytes($"{{\"id\":nil,\"a\":\"{ServerRecords.Canary}\"}}") });
        yield return Of(operation, "malformed-request", "same-name", "a member that stands twice", call => call with { Body = Encoding.UTF8.GetBytes($"{{\"{ServerRecords.Canary}\":1,\"{ServerRecords.Canary}\":2}}") });
        yield return Of(operation, "malformed-request", "array", "an array", call => call with { Body = Encoding.UTF8.GetBytes($"[\"{ServerRecords.Canary}\"]") });
        yield return OfSize(operation);
    }

    private static (string, ServerCase) OfSize(string operation) => Case(operation, "too-large", "over-limit", "a body over the limit of the capabilities", async (session, cancellationToken) =>
    {
        long most = operation == "submitBundle" ? session.Capabilities.BundleBytes : session.Capabilities.DocumentBytes;
        if (most is <= 0 or > MostSent) return null;
        ServerCall call = await SampleAsync(session, operation, cancellationToken).ConfigureAwait(false);
        byte[] body = new byte[most + 1];
        Array.Fill(body, (byte)' ');
        "{"u8.CopyTo(body);
        return call with { Body = body };
    });

    private static IEnumerable<(string, ServerCase)> OfPlaces()
    {
        foreach (string operation in OfRecords)
        {
            yield return Of(operation, "malformed-request", "no-uuid", "a path whose id is no UUID", call => call with { Path = call.Path.Replace(call.Path.Split('/')[2], ServerRecords.Canary, StringComparison.Ordinal) });
            yield return Case(operation, "not-available", "nowhere", "a record that there is not", async (session, cancellationToken) =>
            {
                ServerCall call = await SampleAsync(session, operation, cancellationToken).ConfigureAwait(false);
                Guid id = Guid.CreateVersion7();
                return operation == "putRecord"
                    ? ServerCalls.Put(id, session.Records.Vehicle(id)).With("If-Match", "\"1\"")
                    : call with { Path = call.Path.Replace(call.Path.Split('/')[2], id.ToString("D"), StringComparison.Ordinal) };
            });
        }

        foreach (string operation in (string[])["getHistory", "getLinks"])
        {
            yield return Of(operation, "malformed-request", "limit-zero", "a page of no entries", call => call with { Path = call.Path + "?limit=0" });
            yield return Of(operation, "cursor-invalid", "invented-cursor", "a cursor that nobody gave", call => call with { Path = $"{call.Path}?cursor={ServerRecords.Canary}" });
        }

        yield return Of("getChanges", "malformed-request", "limit-zero", "a page of no entries", call => call with { Path = call.Path + "?limit=0" });
        yield return Of("getChanges", "cursor-invalid", "invented-cursor", "a cursor that nobody gave", call => call with { Path = $"{call.Path}?cursor={ServerRecords.Canary}" });
        yield return Of("getChanges", "cursor-invalid", "stream-cursor", "a Last-Event-ID that nobody gave", call => call.With("Accept", ServerCalls.EventStream).With("Last-Event-ID", ServerRecords.Canary));
        yield return Of("getReceipt", "malformed-request", "no-uuid", "a path whose id is no UUID", call => call with { Path = $"bundles/{ServerRecords.Canary}/receipt" });
        yield return Of("getReceipt", "not-available", "nowhere", "a bundle that there is not", call => call);
        yield return Of("getReferenceList", "malformed-request", "no-name", "a name that no list can have", call => call with { Path = "reference-data/" + ServerRecords.Canary });
        yield return Of("getReferenceList", "not-available", "nowhere", "a list that there is not", call => call with { Path = "reference-data/no-such-list" });
        yield return Of("getTile", "malformed-request", "no-level", "a level that is none", call => call with { Path = "audit/tile/level/000" });
        yield return Of("getTile", "not-available", "nowhere", "a tile that there is not yet", call => call with { Path = "audit/tile/7/x999/x999/999" });
    }

    private static IEnumerable<(string, ServerCase)> OfWrites()
    {
        yield return Of("putRecord", "precondition-required", "no-precondition", "a write without a precondition", call => call with { Headers = [] });
        yield return Write("exists", "other-content", "a new record where there is another", "*", (session, id) => session.Records.Vehicle(id, 2));
        yield return Write("stale", "other-tag", "an ETag that was never given", "\"conformance-0\"", (session, id) => session.Records.Vehicle(id, 2), isMatch: true);
        yield return Write("immutable-member", "other-controller", "a record that gets another controller", null, (session, id) => session.Records.Vehicle(id, 2, controller: session.Records.Another), isMatch: true);
        yield return Fresh("immutable-member", "other-id", "a record under another's id", (session, _) => session.Records.Vehicle(session.Noted()));
        yield return Fresh("not-controller", "anothers", "a record of another controller", (session, id) => session.Records.Vehicle(id, controller: session.Records.Another));
        yield return Fresh("invalid-record", "unknown-member", "a record with a member that the contract does not have", (session, id) => session.Records.Vehicle(id, more: json => json.WriteString(ServerRecords.Canary, ServerRecords.Canary)));
        yield return Fresh("invalid-record", "wrong-kind", "a record with a member of another kind", (session, id) => session.Records.Vehicle(id, more: json => json.WriteString("colours", ServerRecords.Canary)));
        yield return Fresh("partial-view", "view", "a minimised copy", (session, id) => session.Records.Vehicle(id, more: json =>
        {
            json.WriteStartObject("view");
            json.WriteBoolean("partial", true);
            json.WriteEndObject();
        }));
        yield return Fresh("partial-view", "withheld", "a copy in which something is withheld", (session, id) => session.Records.Vehicle(id, more: json =>
        {
            json.WriteStartObject("absent");
            json.WriteString("/model", "withheld");
            json.WriteEndObject();
        }));
        yield return Fresh("invalid-status-change", "born-retracted", "a new record that is retracted", (session, id) => session.Records.Vehicle(id, more: json =>
        {
            json.WriteStartObject("status");
            json.WriteString("state", "retracted");
            json.WriteEndObject();
        }));
    }

    private static IEnumerable<(string, ServerCase)> OfStatus()
    {
        yield return Of("changeStatus", "malformed-request", "unknown-member", "a member that the contract does not have", call => call with { Body = Encoding.UTF8.GetBytes($"{{\"action\":\"retract\",\"{ServerRecords.Canary}\":1}}") });
        yield return Of("changeStatus", "malformed-request", "unknown-action", "an action that there is not", call => call with { Body = Encoding.UTF8.GetBytes($"{{\"action\":\"{ServerRecords.Canary}\"}}") });
        yield return Of("changeStatus", "stale", "other-tag", "an ETag that was never given", call => call.With("If-Match", "\"conformance-0\""));
        yield return Case("changeStatus", "invalid-status-change", "into-itself", "a record merged into itself", async (session, cancellationToken) =>
        {
            Guid id = await session.SharedAsync(cancellationToken).ConfigureAwait(false);
            return ServerCalls.Status(id, $$"""{"action":"merge","into":"urn:uuid:{{id:D}}"}""");
        });
        yield return Case("changeStatus", "key-reused", "other-change", "a key that another change had", async (session, cancellationToken) =>
        {
            (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
            string key = $"\"{Guid.NewGuid():D}\"";
            await session.SendAsync(ServerCalls.Status(id, """{"action":"retract","reason":"Conformance run"}""").With("Idempotency-Key", key), cancellationToken).ConfigureAwait(false);
            return ServerCalls.Status(id, """{"action":"retract","reason":"Another reason"}""").With("Idempotency-Key", key);
        });
        foreach ((string operation, string name) in ((string, string)[])[("changeStatus", "of-another"), ("putRecord", "by-another")])
        {
            (string key, ServerCase made) = Case(operation, "not-controller", name, "a change by an agency that is not the controller", async (session, cancellationToken) =>
            {
                Guid id = await session.SharedAsync(cancellationToken).ConfigureAwait(false);
                ServerCall call = operation == "putRecord" ? ServerCalls.Put(id, session.Records.Vehicle(id, 2)).With("If-Match", "\"1\"") : ServerCalls.Status(id, """{"action":"retract"}""");
                return call with { Credential = Credential.OfAnother };
            });
            yield return (key, made with { Needs = Credential.OfAnother });
        }
    }

    private static IEnumerable<(string, ServerCase)> OfSearch()
    {
        yield return Query("too-broad", "no-selective", "a search by make alone", ServerRecords.Search(json => json.WriteString("make", "examplar")));
        yield return Query("unsupported-criterion", "unknown-criterion", "a criterion that there is not", ServerRecords.Search(json => json.WriteString(ServerRecords.Canary, "x")));
        yield return Query("unsupported-criterion", "unknown-type", "a type that there is not", ServerRecords.Search(json => json.WriteString("vrm", ServerRecords.Mark), "drone-flight"));
        yield return Query("cursor-invalid", "invented-cursor", "a cursor that nobody gave", ServerRecords.Search(json => json.WriteString("vrm", ServerRecords.Mark), cursor: ServerRecords.Canary));
    }

    private static IEnumerable<(string, ServerCase)> OfBundles()
    {
        yield return Case("submitBundle", "bundle-conflict", "other-content", "a bundle with the id of another", async (session, cancellationToken) =>
        {
            (Guid id, _, ServerAnswer answer) = await session.BundleAsync(cancellationToken).ConfigureAwait(false);
            return answer.Status == 202 ? ServerCalls.Submit(session.Records.Bundle(id, session.Records.Vehicle(session.Noted()))) : throw new CaseSetupException();
        });
        yield return Bundle("invalid-record", "a-record", "a record that is no bundle", static session => session.Records.Vehicle(session.Noted()));
        yield return Bundle("invalid-record", "unknown-member", "a bundle in which a record has a member that the contract does not have", static session =>
            session.Records.Bundle(Guid.CreateVersion7(), session.Records.Vehicle(session.Noted(), more: json => json.WriteString(ServerRecords.Canary, ServerRecords.Canary))));
        yield return Bundle("partial-view", "view", "a bundle with a minimised copy in it", static session => session.Records.Bundle(Guid.CreateVersion7(), session.Records.Vehicle(session.Noted(), more: json =>
        {
            json.WriteStartObject("view");
            json.WriteBoolean("partial", true);
            json.WriteEndObject();
        })));
    }

    /// <summary>A call that is good in all but one thing.</summary>
    private static (string, ServerCase) Of(string operation, string problem, string name, string about, Func<ServerCall, ServerCall> spoil) =>
        Case(operation, problem, name, about, async (session, cancellationToken) => spoil(await SampleAsync(session, operation, cancellationToken).ConfigureAwait(false)));

    private static (string, ServerCase) Query(string problem, string name, string about, byte[] query) => Of("search", problem, name, about, call => call with { Body = query });

    private static (string, ServerCase) Bundle(string problem, string name, string about, Func<ServerSession, byte[]> bundle) =>
        Case("submitBundle", problem, name, about, (session, _) => Task.FromResult<ServerCall?>(ServerCalls.Submit(bundle(session))));

    private static (string, ServerCase) Fresh(string problem, string name, string about, Func<ServerSession, Guid, byte[]> record) => Case("putRecord", problem, name, about, (session, _) =>
    {
        Guid id = Guid.CreateVersion7();
        return Task.FromResult<ServerCall?>(ServerCalls.Put(id, record(session, id)).With("If-None-Match", "*"));
    });

    private static (string, ServerCase) Write(string problem, string name, string about, string? tag, Func<ServerSession, Guid, byte[]> record, bool isMatch = false) =>
        Case("putRecord", problem, name, about, async (session, cancellationToken) =>
        {
            (Guid id, string given) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
            return ServerCalls.Put(id, record(session, id)).With(isMatch ? "If-Match" : "If-None-Match", tag ?? given);
        });

    // A null for a call: the server's limits are such that the kit does not ask.
    private static (string, ServerCase) Case(string operation, string problem, string name, string about, Func<ServerSession, CancellationToken, Task<ServerCall?>> call) =>
        ($"{operation}/{problem}", new ServerCase(name, about, async (session, cancellationToken) =>
        {
            if (await call(session, cancellationToken).ConfigureAwait(false) is not { } made) return CaseVerdict.Of(FaultReasons.Skipped);
            ServerAnswer answer = operation == "putRecord" && Guid.TryParseExact(made.Path.Split('/')[2], "D", out Guid id)
                ? await session.SendNotedAsync(id, made, cancellationToken).ConfigureAwait(false)
                : await session.SendAsync(made, cancellationToken).ConfigureAwait(false);
            // Whoever opens the hashes of his log asks nobody for a token.
            if (IsOfAudit(operation) && problem is "unauthenticated" or "not-permitted" && answer.Status is 200 or 404) return ProblemJudge.Frame(answer);
            return ProblemJudge.Judge(answer, problem);
        })
        {
            Interaction = InteractionOf(operation),
            Unclaimed = IsOfAudit(operation) ? ServerCase.NoAuditSurface : "The server's limit is over what the kit sends.",
        });

    /// <summary>What the server must say that it does with vehicles for a call to be judged.</summary>
    internal static string? InteractionOf(string operation) => operation switch
    {
        "getRecord" => "read",
        "putRecord" => "write",
        "changeStatus" => "status",
        "getHistory" => "history",
        "getLinks" => "links",
        "search" => "search",
        "submitBundle" => "write",
        _ => null,
    };

    /// <summary>A call that the server would answer with what was asked for.</summary>
    internal static async Task<ServerCall> SampleAsync(ServerSession session, string operation, CancellationToken cancellationToken)
    {
        Guid id = operation is "getRecord" or "changeStatus" or "getHistory" or "getLinks" ? await session.SharedAsync(cancellationToken).ConfigureAwait(false) : Guid.CreateVersion7();
        return operation switch
        {
            "getCapabilities" => ServerCalls.Capabilities,
            "getRecord" => ServerCalls.Get(id),
            "putRecord" => ServerCalls.Put(id, session.Records.Vehicle(id)).With("If-None-Match", "*"),
            "changeStatus" => ServerCalls.Status(id, """{"action":"retract","reason":"Conformance run"}"""),
            "getHistory" => ServerCalls.History(id),
            "getLinks" => ServerCalls.Links(id),
            "search" => ServerCalls.Search(ServerRecords.Search(json => json.WriteString("vrm", ServerRecords.Mark))),
            "submitBundle" => ServerCalls.Submit(session.AnyBundle()),
            "getReceipt" => ServerCalls.Receipt(id),
            "getChanges" => ServerCalls.Changes,
            "getReferenceLists" => ServerCalls.Lists,
            "getReferenceList" => ServerCalls.List("sex"),
            "getCheckpoint" => ServerCalls.Checkpoint,
            _ => ServerCalls.Tile("0/000"),
        };
    }
}
