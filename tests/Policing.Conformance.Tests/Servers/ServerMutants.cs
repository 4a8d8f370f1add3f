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

    public static IReadOnlyList<ServerMutant> All { get; } = [.. Swaps(), .. Frames(), .. Others()];

    // The problem of each requirement, answered by its call, becomes another.
    private static IEnumerable<ServerMutant> Swaps() =>
        from requirement in RequirementSet.BuiltIn.All
        where requirement.Target == RequirementTarget.Server && requirement.NotTested is null
        let key = ServerCaseBook.KeyOf(requirement)
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

    private static Func<HttpContext, RequestDelegate, Task> Rewriting(string path, Func<byte[], byte[]> change) => async (http, next) =>
    {
        Stream wire = http.Response.Body;
        using MemoryStream held = new();
        http.Response.Body = held;
        await next(http);
        http.Response.Body = wire;
        byte[] body = held.ToArray();
        if (body.Length > 0 && http.Request.Path.Value!.Contains(path, StringComparison.Ordinal)) body = change(body);
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

    private static Task AnswerAsync(HttpContext http, string body)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Policing-Correlation"] = http.Request.Headers["Policing-Correlation"];
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }
}
