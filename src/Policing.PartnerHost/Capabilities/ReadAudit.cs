using System.Globalization;
using Microsoft.AspNetCore.Http;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>What anybody can check the audit log with: hashes only.</summary>
internal static class ReadAudit
{
    private const int MostLevel = 63;
    private const int LongestPath = 64;

    public static CallKind Kind(PartnerHostOptions options, string media) =>
        new("audit.verify", AccessOperation.Unstated) { NeedsPurpose = false, IsOpen = options.OpenAuditSurface, AlsoAnswers = media };

    public static async Task AnswerCheckpointAsync(PartnerCall call)
    {
        ReadOnlyMemory<byte>? checkpoint = call.Parts.AuditSurface is { } surface ? await surface.CheckpointAsync(call.Cancelled).ConfigureAwait(false) : null;
        await WriteAsync(call, checkpoint, "text/plain; charset=utf-8").ConfigureAwait(false);
    }

    public static async Task AnswerTileAsync(PartnerCall call)
    {
        string level = call.Http.Request.RouteValues["level"] as string ?? "";
        string tile = call.Http.Request.RouteValues["tile"] as string ?? "";
        if (!IsLevel(level) || !IsTile(tile)) throw PartnerProblem.MalformedRequest.With();
        ReadOnlyMemory<byte>? content = call.Parts.AuditSurface is { } surface ? await surface.TileAsync(level, tile, call.Cancelled).ConfigureAwait(false) : null;
        await WriteAsync(call, content, "application/octet-stream").ConfigureAwait(false);
    }

    private static async Task WriteAsync(PartnerCall call, ReadOnlyMemory<byte>? content, string media)
    {
        if (content is not { } bytes) throw PartnerProblem.NotAvailable.With();
        call.Http.Response.ContentType = media;
        call.Http.Response.ContentLength = bytes.Length;
        await call.Http.Response.Body.WriteAsync(bytes, call.Cancelled).ConfigureAwait(false);
    }

    private static bool IsLevel(string text) =>
        text == "entries" || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int level) && level <= MostLevel && level.ToString(CultureInfo.InvariantCulture) == text);

    // x001/x234/067, and .p/ with the width of one that is not full.
    private static bool IsTile(string text)
    {
        if (text.Length is 0 or > LongestPath) return false;
        string[] parts = text.Split('/');
        int index = parts.Length - 1;
        if (index > 0 && parts[index - 1].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out int width) || width is < 1 or > 255) return false;
            index--;
            parts[index] = parts[index][..^2];
        }
        return IsThreeDigits(parts[index]) && parts[..index].All(part => part.Length == 4 && part[0] == 'x' && IsThreeDigits(part[1..]));
    }

    private static bool IsThreeDigits(string text) => text.Length == 3 && text.All(char.IsAsciiDigit);
}
