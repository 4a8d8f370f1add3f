using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Policing.Ethics.AspNetCore;

/// <summary>Refusals as problems of RFC 9457. They tell a code and an audit entry.</summary>
internal sealed class AccessProblem(int status, string code, string title, AuditEntryId entry) : IResult
{
    /// <summary>What the types of problems begin with; the code is the rest. Source: x-psdk-problems of schemas/openapi/partner-api.v1.json.</summary>
    public const string TypeBase = "https://schemas.policing-sdk.example/problems/";

    public static AccessProblem Of(RefusalCode code, AuditEntryId entry) => code switch
    {
        RefusalCode.PurposeRequired => new(StatusCodes.Status403Forbidden, "purpose-required", "The request needs a purpose and a complete context.", entry),
        RefusalCode.Unavailable => new(StatusCodes.Status503ServiceUnavailable, "unavailable", "The request could not be decided, recorded or carried out now.", entry),
        _ => new(StatusCodes.Status403Forbidden, "not-permitted", "The request is not permitted.", entry),
    };

    /// <summary>Refused and not there: the same but for the entry.</summary>
    public static AccessProblem NotAvailable(AuditEntryId entry) => new(StatusCodes.Status404NotFound, "not-available", "There is no such record to be had.", entry);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/problem+json";
        httpContext.Response.Headers.CacheControl = "no-store";
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            json.WriteString("type", TypeBase + code);
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("code", code);
            if (!entry.IsNone) json.WriteString("auditEntry", entry.Value);
            json.WriteEndObject();
        }
        await httpContext.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), httpContext.RequestAborted).ConfigureAwait(false);
    }
}
