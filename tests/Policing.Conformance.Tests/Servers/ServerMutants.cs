using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Policing.Conformance.Requirements;
using Policing.Conformance.Servers;

namespace Policing.Conformance.Tests.Servers;

/// <summary>Servers that are wrong in one way: each problem taken for another in turn, and what is met in practice.</summary>
internal static class ServerMutants
{
    private const string Types = "https://schemas.policing-sdk.example/problems/";

    public static IReadOnlyList<ServerMutant> All { get; } = [.. Swaps(), .. Frames(), .. Others(), .. Streams(), .. Logs(), .. Unwritten()];

    // The problem of each requirement, answered by its call, becomes another.
    private static IEnumerable<ServerMutant> Swaps() =>
        from requirement in RequirementSet.BuiltIn.All
        where requirement.Target == RequirementTarget.Server && requirement.NotTested is null
        let key = ServerCaseBook.KeyOf(requirement)
        // What answers in its place is no object.
        where key != "getCheckpoint/not-available"
        where requirement.Text.Contains(" answers ", StringComparison.Ordinal) && requirement.Text.Contains('\'', StringComparison.Ordinal)
        let problem = key.Split('/')[1]
        select new ServerMutant($"Takes '{problem}' for something else", key, ServerCaseBook.Of(requirement)[0].Name, "other-problem", Changing(ok: null, problem, body =>
        {
            body["code"] = "teapot";
            body["type"] = Types + "teapot";
        }));

    private static IEnumerable<ServerMutant> Frames()
    {
        yield return new("Keeps another type beside the code", "getRecord/not-available", "nowhere", "other-problem", Changing(ok: null, "not-available", body => body["type"] = Types + "stale"));
        yield return new("Says another status in the body", "getRecord/not-available", "nowhere", "other-status", Changing(ok: null, "not-available", body => body["status"] = 410));
        yield return new("Refuses in HTML", "getRecord/not-available", "nowhere", "no-problem", After(http => { if (http.Response.StatusCode == 404) http.Response.ContentType = "text/html"; }));
        yield return new("Tells that a record is there by another status", "getRecord/not-available", "nowhere", "other-status", After(http => { if (http.Response.StatusCode == 404) http.Response.StatusCode = 410; }));
        yield return new("Quotes the path", "getRecord/malformed-request", "no-uuid", "quoted", Changing(ok: null, "malformed-request", body => body["detail"] = ServerRecords.Canary));
        yield return new("Lets refusals be cached", "getRecord/not-available", "nowhere", "cacheable", After(http => { if (http.Response.StatusCode == 404) http.Response.Headers.CacheControl = "max-age=60"; }));
        yield return new("Lets capabilities be cached", "getCapabilities/echoes", "1", "cacheable", After(http => http.Response.Headers.CacheControl = "private"));
        yield return new("Makes a correlation of its own", "getCapabilities/echoes", "1", "not-echoed", After(http => http.Response.Headers["Policing-Correlation"] = Guid.NewGuid().ToString("D")));
    }

    private static IEnumerable<ServerMutant> Others()
    {
        yield return new("Does not say its limits", "getCapabilities/answers", "1", "other-form", Changing("/capabilities", problem: null, body => body.Remove("limits")));
        yield return new("Drops what it does not show", "getRecord/whole", "1", "lost", Changing("/records/vehicle/", problem: null, body => body.Remove("make")));
        yield return new("Gives no ETag for a record", "getRecord/whole", "1", "other-form", On("GET", "/records/", http => http.Response.Headers.ETag = default));
        yield return new("Answers a creation with 200", "putRecord/created", "1", "other-status", On("PUT", "/records/", http => { if (http.Response.StatusCode == 201) http.Response.StatusCode = 200; }));
        yield return new("Says that it created and stores nothing", "putRecord/created", "1", "not-done", Forgetting());
        yield return new("Creates again what is there already", "putRecord/again", "1", "other-form", Changing("/records/vehicle/", problem: null, body => { if ((string?)body["change"] == "unchanged") body["change"] = "created"; }));
        yield return new("Keeps the ETag of the version before", "putRecord/replaced", "1", "other-form", On("PUT", "/records/", http => { if (http.Response.StatusCode == 200) http.Response.Headers.ETag = "\"1\""; }));
        yield return new("Takes in what it should refuse", "putRecord/whole-or-nothing", "1", "accepted", On("PUT", "/records/", http => { if (http.Response.StatusCode == 422) http.Response.StatusCode = 201; }));
        yield return new("Has what it refused", "putRecord/whole-or-nothing", "1", "still-there", On("GET", "/records/", http => { if (http.Response.StatusCode == 404) http.Response.StatusCode = 200; }));
        yield return new("Retracts and says that it restricted", "changeStatus/retracted", "1", "other-form", Changing("/status", problem: null, body => { if ((string?)body["change"] == "retracted") body["change"] = "restricted"; }));
        yield return new("Says that it retracted and does not", "changeStatus/retracted", "1", "not-done", Pretending("retracted"));
        yield return new("Does not look at keys", "changeStatus/keyed", "1", "other-status", Before(http => http.Request.Headers.Remove("Idempotency-Key")));
        int version = 1;
        yield return new("Makes another version for the same key", "changeStatus/keyed", "1", "done-twice", Changing("/status", problem: null, body => { if (body.ContainsKey("version")) body["version"] = ++version; }));
        yield return new("Says that it disposed and keeps all", "changeStatus/disposed", "1", "still-there", Pretending("disposed"));
        yield return new("Disposes of nothing", "changeStatus/all-disposed", "1", "still-there", Refusing("/status"));
        yield return new("Gives the oldest version first", "getHistory/versions", "1", "other-form", Changing("/history", problem: null, body => body["versions"] = new JsonArray([.. body["versions"]!.AsArray().Reverse().Select(v => v!.DeepClone())])));
        yield return new("Forgets versions", "getHistory/versions", "1", "other-form", Changing("/history", problem: null, body => body["versions"]!.AsArray().RemoveAt(1)));
        yield return new("Gives null for no links", "getLinks/answers", "1", "other-form", Changing("/links", problem: null, body => body["links"] = null));
        yield return new("Grades everything as possible", "search/finds", "1", "other-form", Changing("/search", problem: null, body => { foreach (JsonNode? match in body["matches"]?.AsArray() ?? []) match!["match"]!["grade"] = "possible"; }));
        yield return new("Finds nothing", "search/finds", "1", "not-done", Changing("/search", problem: null, body => body["matches"] = new JsonArray()));
        yield return new("Gives a receipt for another bundle", "submitBundle/accepted", "1", "other-form", Changing("/bundles", problem: null, body => body["bundle"] = "urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d77"));
        yield return new("Gives a receipt that is no record", "submitBundle/accepted", "1", "breaks-schema", Changing("/bundles", problem: null, body => body["received"] = true));
        yield return new("Gives a new receipt each time", "submitBundle/again", "1", "done-twice", Changing("/bundles", problem: null, body => body["id"] = $"urn:uuid:{Guid.CreateVersion7():D}"));
        yield return new("Loses receipts", "getReceipt/answers", "1", "other-status", On("GET", "/receipt", http => http.Response.StatusCode = 404));
        yield return new("Gives no cursor", "getChanges/answers", "1", "other-form", Changing("/changes", problem: null, body => body.Remove("cursor")));
        yield return new("Tells what has changed", "getChanges/answers", "1", "quoted", Changing("/changes", problem: null, body => body["of"] = ServerRecords.Make));
        yield return new("Names lists without ETags", "getReferenceLists/answers", "1", "other-form", Changing("/reference-data", problem: null, body => { foreach (JsonNode? list in body["lists"]?.AsArray() ?? []) list!.AsObject().Remove("etag"); }));
        yield return new("Sends a list that the caller has", "getReferenceList/unchanged", "1", "other-status", Before(http => http.Request.Headers.IfNoneMatch = default));
        yield return new("Signs no checkpoint", "getCheckpoint/answers", "1", "other-form", Rewriting("/checkpoint", body => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Split("\n\n")[0])));
    }

    private static IEnumerable<ServerMutant> Streams()
    {
        yield return new("Has pages only", "getChanges/stream", "1", "other-status", Before(http => { if (IsStream(http)) http.Request.Headers.Accept = "application/x-nothing"; }));
        yield return new("Answers with a page where a stream is asked for", "getChanges/stream", "1", "other-form", Before(http => { if (IsStream(http)) http.Request.Headers.Accept = "application/json"; }));
        yield return new("Ends the stream at once", "getChanges/stream", "1", "not-told", async (http, next) =>
        {
            if (!IsStream(http)) await next(http);
            else await AnswerAsync(http, ":\n\n", "text/event-stream");
        });
        yield return new("Names its events otherwise", "getChanges/stream", "1", "other-form", Streaming(text => text.Replace("event: change", "event: message", StringComparison.Ordinal)));
        yield return new("Has events without a cursor", "getChanges/stream", "1", "other-form", Streaming(text => text.Replace("\"cursor\"", "\"cursor2\"", StringComparison.Ordinal)));
        yield return new("Says that what was made was replaced", "getChanges/stream", "1", "other-form", Streaming(text => text.Replace("record.created.v1", "record.replaced.v1", StringComparison.Ordinal)));
        yield return new("Lets the stream be cached", "getChanges/stream", "1", "cacheable", On("GET", "/changes", http => http.Response.Headers.CacheControl = "private"));
        yield return new("Sends the record with the event", "getChanges/stream-thin", "1", "quoted", Streaming(text => text.Replace("\"recordType\"", $"\"make\":\"{ServerRecords.Make}\",\"recordType\"", StringComparison.Ordinal)));
        yield return new("Does not look at Last-Event-ID", "getChanges/stream-resumes", "1", "not-told", Before(http => http.Request.Headers.Remove("Last-Event-ID")));
        yield return new("Tells the last event again", "getChanges/stream-resumes", "1", "told-again", Repeating());
        yield return new("Says why a record is not to be had any more", "getChanges/stream-unavailable", "1", "other-form", Streaming(text => text.Replace("record.unavailable.v1", "record.restricted.v1", StringComparison.Ordinal)));
        yield return new("Begins a stream behind an event that it never gave", "getChanges/cursor-invalid", "stream-cursor", "other-status", Before(http => { if (IsStream(http)) http.Request.Headers.Accept = "application/x-nothing"; }));
    }

    private static IEnumerable<ServerMutant> Logs()
    {
        yield return new("Writes the root in hexadecimal", "getCheckpoint/answers", "1", "other-form", Checkpoints(lines => lines[2] = Convert.ToHexString(Convert.FromBase64String(lines[2]))));
        TreeLog stranger = new();
        yield return new("Signs with another key", "getCheckpoint/signed", "1", "not-signed", RewritingAsync("/checkpoint", async _ => (await stranger.CheckpointAsync(default))!.Value.ToArray()));
        yield return new("Signs another root", "getCheckpoint/signed", "1", "not-signed", Checkpoints(lines => lines[2] = Flipped(lines[2])));
        yield return new("Has another log by the end", "getCheckpoint/consistent", "1", "not-consistent", Later("/checkpoint", lines => lines[0] += "2"));
        yield return new("Has fewer entries by the end", "getCheckpoint/consistent", "1", "not-consistent", Later("/checkpoint", lines => lines[1] = "0"));
        yield return new("Changes what it had written down", "getCheckpoint/consistent", "1", "not-consistent", Later("/checkpoint", lines => lines[2] = Flipped(lines[2])));
        yield return new("Serves tiles of another tree", "getTile/root", "1", "other-hashes", Rewriting("/tile/0/", Spoiled));
        yield return new("Serves half a hash", "getTile/root", "1", "other-form", Rewriting("/tile/0/", body => body[..^16]));
        yield return new("Has no tile of its newest entries", "getTile/root", "1", "other-status", After(http => { if (http.Request.Path.Value!.Contains("/tile/0/", StringComparison.Ordinal)) http.Response.StatusCode = 404; }));
        yield return new("Shows entries that are not those of its tiles", "getTile/entries", "1", "other-hashes", Rewriting("/tile/entries/", Spoiled));
        yield return new("Says in its own way that there is no log", "getCheckpoint/not-available", "no-surface", "other-problem", async (http, next) =>
        {
            if (!http.Request.Path.Value!.EndsWith("/checkpoint", StringComparison.Ordinal))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = 404;
            await AnswerAsync(http, $$"""{"type":"{{Types}}no-log","title":"None.","status":404,"code":"no-log"}""", "application/problem+json");
        });
    }

    // Each operation, answered and refused in turn, leaves no entry.
    private static IEnumerable<ServerMutant> Unwritten() => EntrySteps.All.Select(step => new ServerMutant(
        step.IsRefusal ? "Writes nothing down where it refuses" : "Writes nothing down where it answers", step.Key, "1", "not-written-down",
        (host, http, next) => OperationOf(http.Request) == step.Operation ? host.Log.WithoutAsync(http, next, status => status >= 400 == step.IsRefusal) : next(http)));

    private static string OperationOf(HttpRequest request) => request.Path.Value!.Split('/')[2..] switch
    {
        ["capabilities"] => "getCapabilities",
        ["records", _, _] => request.Method == "PUT" ? "putRecord" : "getRecord",
        ["records", _, _, "status"] => "changeStatus",
        ["records", _, _, "history"] => "getHistory",
        ["records", _, _, "links"] => "getLinks",
        ["search"] => "search",
        ["bundles"] => "submitBundle",
        ["bundles", _, "receipt"] => "getReceipt",
        ["changes"] => "getChanges",
        ["reference-data"] => "getReferenceLists",
        ["reference-data", _] => "getReferenceList",
        ["audit", "checkpoint"] => "getCheckpoint",
        ["audit", "tile", ..] => "getTile",
        _ => "",
    };

    private static bool IsStream(HttpContext http) => http.Request.Headers.Accept == "text/event-stream";

    private static string Flipped(string hash)
    {
        byte[] bytes = Convert.FromBase64String(hash);
        return Convert.ToBase64String(Spoiled(bytes));
    }

    private static byte[] Spoiled(byte[] bytes)
    {
        bytes[^1] ^= 1;
        return bytes;
    }

    public static Func<HttpContext, RequestDelegate, Task> Checkpoints(Action<string[]> change) => Rewriting("/checkpoint", body =>
    {
        string[] lines = Encoding.UTF8.GetString(body).Split('\n');
        change(lines);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    });

    // As it was until the run has seen it.
    private static Func<HttpContext, RequestDelegate, Task> Later(string path, Action<string[]> change)
    {
        int asked = 0;
        Func<HttpContext, RequestDelegate, Task> changing = Checkpoints(change);
        return (http, next) => http.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) && ++asked > 1 ? changing(http, next) : next(http);
    }

    private static Func<HttpContext, RequestDelegate, Task> Streaming(Func<string, string> change) => (http, next) =>
    {
        if (IsStream(http)) http.Response.Body = new ChangedStream(http.Response.Body, change);
        return next(http);
    };

    private static Func<HttpContext, RequestDelegate, Task> Repeating()
    {
        string told = "";
        return (http, next) =>
        {
            if (!IsStream(http)) return next(http);
            bool isAgain = http.Request.Headers.ContainsKey("Last-Event-ID");
            http.Response.Body = new ChangedStream(http.Response.Body, text =>
            {
                if (isAgain) return told + text;
                if (told.Length == 0 && text.StartsWith("event: ", StringComparison.Ordinal)) told = text;
                return text;
            });
            return next(http);
        };
    }

    private static Func<HttpContext, RequestDelegate, Task> Before(Action<HttpContext> change) => (http, next) =>
    {
        change(http);
        return next(http);
    };

    private static Func<HttpContext, RequestDelegate, Task> After(Action<HttpContext> change) => On(method: null, "/v1/", change);

    private static Func<HttpContext, RequestDelegate, Task> On(string? method, string path, Action<HttpContext> change) => (http, next) =>
    {
        if ((method is not null && http.Request.Method != method) || !http.Request.Path.Value!.Contains(path, StringComparison.Ordinal)) return next(http);
        http.Response.OnStarting(() =>
        {
            change(http);
            return Task.CompletedTask;
        });
        return next(http);
    };

    // Objects only: of a good answer of a path, or of a problem.
    private static Func<HttpContext, RequestDelegate, Task> Changing(string? ok, string? problem, Action<JsonObject> change) => Rewriting(ok ?? "/v1/", body =>
    {
        if (JsonNode.Parse(body) is not JsonObject read || (problem is not null ? (string?)read["code"] != problem : read.ContainsKey("code") && read.ContainsKey("title"))) return body;
        change(read);
        return Encoding.UTF8.GetBytes(read.ToJsonString());
    });

    private static Func<HttpContext, RequestDelegate, Task> Rewriting(string path, Func<byte[], byte[]> change) => RewritingAsync(path, body => Task.FromResult(change(body)));

    private static Func<HttpContext, RequestDelegate, Task> RewritingAsync(string path, Func<byte[], Task<byte[]>> change) => async (http, next) =>
    {
        Stream wire = http.Response.Body;
        using MemoryStream held = new();
        http.Response.Body = held;
        await next(http);
        http.Response.Body = wire;
        byte[] body = held.ToArray();
        if (body.Length > 0 && http.Request.Path.Value!.Contains(path, StringComparison.Ordinal)) body = await change(body);
        if (http.Response.ContentLength is not null) http.Response.ContentLength = body.Length;
        if (body.Length > 0) await wire.WriteAsync(body);
    };

    private static Func<HttpContext, RequestDelegate, Task> Forgetting() => (http, next) =>
    {
        if (http.Request.Method != "PUT") return next(http);
        string id = http.Request.Path.Value!.Split('/')[^1];
        http.Response.StatusCode = 201;
        http.Response.Headers.ETag = "\"1\"";
        return AnswerAsync(http, $$"""{"record":"urn:uuid:{{id}}","version":1,"change":"created"}""");
    };

    private static Func<HttpContext, RequestDelegate, Task> Pretending(string change) => async (http, next) =>
    {
        bool isIt = false;
        if (http.Request.Path.Value!.EndsWith("/status", StringComparison.Ordinal))
        {
            http.Request.EnableBuffering();
            using StreamReader reader = new(http.Request.Body, leaveOpen: true);
            isIt = (await reader.ReadToEndAsync()).Contains(change == "disposed" ? "dispose" : "retract", StringComparison.Ordinal);
            http.Request.Body.Position = 0;
        }

        if (!isIt) await next(http);
        else await AnswerAsync(http, $$"""{"record":"urn:uuid:{{http.Request.Path.Value!.Split('/')[^2]}}","version":2,"change":"{{change}}"}""");
    };

    private static Func<HttpContext, RequestDelegate, Task> Refusing(string path) => (http, next) =>
    {
        if (!http.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal)) return next(http);
        http.Response.StatusCode = 403;
        return AnswerAsync(http, """{"code":"not-permitted"}""");
    };

    private static Task AnswerAsync(HttpContext http, string body, string type = "application/json")
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Policing-Correlation"] = http.Request.Headers["Policing-Correlation"];
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body);
    }
}
