using System.Globalization;
using Microsoft.AspNetCore.Http;
using Policing.PartnerHost;

namespace Policing.Conformance.Clients;

/// <summary>One request below <c>/v1</c> of a scene, and the ways to answer it: as the host does, with a fault of the host's, or with something of the kit's.</summary>
internal sealed class SceneCall(HttpContext http, SeenRequest request, int number, ClientScene scene, Func<Task> next)
{
    public const string FaultItem = "psdk-fault";

    public HttpContext Http => http;

    public SeenRequest Request => request;

    public ClientScene Scene => scene;

    /// <summary>The how-manieth of the scene, from 1.</summary>
    public int Number => number;

    public Task NextAsync() => next();

    /// <summary>Lets the host play a fault.</summary>
    /// <param name="fault">Which.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> says; empty for no such header.</param>
    public Task FaultAsync(PartnerFault fault, string retryAfter = "")
    {
        http.Items[FaultItem] = fault;
        http.Response.OnStarting(() =>
        {
            if (retryAfter.Length > 0) http.Response.Headers.RetryAfter = retryAfter;
            else http.Response.Headers.Remove("Retry-After");
            return Task.CompletedTask;
        });
        return next();
    }

    public async Task AnswerAsync(int status, ReadOnlyMemory<byte> body, string? tag = null, string mediaType = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType;
        http.Response.Headers.CacheControl = "no-store";
        if (request.Header("Policing-Correlation") is { } correlation && Guid.TryParse(correlation, out Guid echoed)) http.Response.Headers["Policing-Correlation"] = echoed.ToString("D");
        if (tag is not null) http.Response.Headers.ETag = tag;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A refusal in the form of the contract.</summary>
    public Task RefuseAsync(int status, string code) => AnswerAsync(status, Servers.ServerRecords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", Servers.ProblemJudge.Types + code);
        json.WriteString("title", "A refusal of the kit.");
        json.WriteNumber("status", status);
        json.WriteString("code", code);
        json.WriteEndObject();
    }), tag: null, "application/problem+json");

    public Task RedirectAsync(int status, Uri to)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = to.AbsoluteUri;
        return Task.CompletedTask;
    }

    /// <summary>A record as JSON, and blanks to the length that was asked for: an answer that is right and too long.</summary>
    public async Task PourAsync(ReadOnlyMemory<byte> record, int bytes)
    {
        http.Response.StatusCode = 200;
        http.Response.ContentType = "application/json";
        http.Response.Headers.ETag = "\"1\"";
        http.Response.Headers.ContentLength = bytes;
        await http.Response.Body.WriteAsync(record, http.RequestAborted).ConfigureAwait(false);
        byte[] blanks = new byte[64 << 10];
        blanks.AsSpan().Fill((byte)' ');
        for (int left = bytes - record.Length; left > 0; left -= blanks.Length)
            await http.Response.Body.WriteAsync(blanks.AsMemory(0, Math.Min(left, blanks.Length)), http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The date of a time to come, in the form of HTTP; whole seconds.</summary>
    public static string Date(DateTimeOffset time) => time.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
