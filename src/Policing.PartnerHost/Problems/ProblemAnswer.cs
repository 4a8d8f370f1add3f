using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.DataModel.Validation;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>Writes problems. They have codes, rules and places, and no value of the request or of a record.</summary>
internal static class ProblemAnswer
{
    private const int MostFindings = 100;
    private const int UsualWaitSeconds = 5;

    public static async Task WriteAsync(
        HttpContext http, PartnerProblem problem, IReadOnlyList<PartnerFinding> findings, AuditEntryId entry, Guid correlation, TimeSpan? retryAfter = null)
    {
        HttpResponse response = http.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        if (problem.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (problem.Status is 409 or 429 or 503 && problem != PartnerProblem.BundleConflict) response.Headers.RetryAfter = Seconds(retryAfter);
        await JsonAnswer.WriteBodyAsync(http, json => Write(json, problem, findings, entry, correlation)).ConfigureAwait(false);
    }

    // Up to the next whole one: who comes then is not refused for the rest of it.
    private static string Seconds(TimeSpan? wait) =>
        (wait is { } time ? Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)) : UsualWaitSeconds).ToString(CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, PartnerProblem problem, IReadOnlyList<PartnerFinding> findings, AuditEntryId entry, Guid correlation)
    {
        json.WriteStartObject();
        json.WriteString("type", PartnerProblem.Base + problem.Code);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        json.WriteString("code", problem.Code);
        if (!entry.IsNone) json.WriteString("auditEntry", entry.Value);
        json.WriteString("correlation", correlation);
        WriteFindings(json, findings);
        json.WriteEndObject();
    }

    public static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<PartnerFinding> findings)
    {
        if (findings.Count == 0) return;
        json.WriteStartArray("findings");
        foreach (PartnerFinding finding in findings.Take(MostFindings))
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", SeverityName(finding.Severity));
            json.WriteString("pointer", finding.Pointer);
            if (finding.Line > 0) json.WriteNumber("line", finding.Line);
            if (finding.Column > 0) json.WriteNumber("column", finding.Column);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string SeverityName(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
