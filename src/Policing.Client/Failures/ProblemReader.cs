using System.Buffers;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Validation;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>Reads problems of RFC 9457: codes, rules and places. What else is in one is not kept, since it could name people.</summary>
internal static class ProblemReader
{
    private const int MostFindings = 1000;
    private const int MostOfAnId = 128;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };
    private static readonly SearchValues<char> OfAnId = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");
    private static readonly SearchValues<char> OfARule = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>What a partner said of a failure.</summary>
    public readonly record struct Said(string? Code, AuditEntryId AuditEntry, ValueList<PartnerFinding> Findings);

    /// <summary>Reads it; nothing where it is no problem.</summary>
    public static Said Read(PooledContent? content)
    {
        if (content is null || !AnswerReading.IsMediaType(content.MediaType, "application/problem+json")) return default;
        try
        {
            using JsonDocument problem = JsonDocument.Parse(content.Bytes, Options);
            return problem.RootElement.ValueKind == JsonValueKind.Object ? Read(problem.RootElement) : default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>An opaque id as log and exception may show it; none where it could be anything else.</summary>
    public static AuditEntryId IdOf(string? text) =>
        text is { Length: > 0 and <= MostOfAnId } && !text.AsSpan().ContainsAnyExcept(OfAnId) ? new(text) : default;

    /// <summary>Findings as a partner gave them, up to a thousand.</summary>
    public static ValueList<PartnerFinding> FindingsOf(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array) return default;
        List<PartnerFinding> findings = [];
        foreach (JsonElement finding in list.EnumerateArray().Take(MostFindings))
            if (finding.ValueKind == JsonValueKind.Object && TextOf(finding, "rule") is { } rule && IsRule(rule)) findings.Add(Of(finding, rule));
        return ValueList.From(findings);
    }

    public static string? TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Said Read(JsonElement problem) =>
        new(TextOf(problem, "code") ?? LastSegment(TextOf(problem, "type")), IdOf(TextOf(problem, "auditEntry")), problem.TryGetProperty("findings", out JsonElement findings) ? FindingsOf(findings) : default);

    private static string? LastSegment(string? type) => type?[(type.LastIndexOf('/') + 1)..];

    private static bool IsRule(string rule) =>
        rule.Length is > 0 and <= 64 && !rule.AsSpan().ContainsAnyExcept(OfARule) && rule.Contains('-', StringComparison.Ordinal);

    private static PartnerFinding Of(JsonElement finding, string rule) =>
        new(rule, SeverityOf(TextOf(finding, "severity")), SafePointer.Of(TextOf(finding, "pointer")));

    private static Severity SeverityOf(string? word) => word switch
    {
        "information" => Severity.Information,
        "warning" => Severity.Warning,
        _ => Severity.Error,
    };
}
