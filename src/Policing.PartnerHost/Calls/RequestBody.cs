using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Policing.PartnerHost;

/// <summary>Takes bodies in as bytes, up to a limit. What is wrong with one is told by place, never in the words of a JSON reader, which quote.</summary>
internal static class RequestBody
{
    private const int MostQueryBytes = 64 << 10;
    private const int QueryDepth = 16;

    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(PartnerCall call, int most)
    {
        HttpRequest request = call.Http.Request;
        RequireJson(request);
        if (request.ContentLength > most) throw PartnerProblem.TooLarge.With();
        using MemoryStream body = new(request.ContentLength is { } length ? (int)length : 4096);
        byte[] buffer = new byte[16 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, call.Cancelled).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > most) throw PartnerProblem.TooLarge.With();
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>The body as an object of the contract that is no record.</summary>
    public static async ValueTask<(JsonDocument Document, ReadOnlyMemory<byte> Utf8)> ReadObjectAsync(PartnerCall call)
    {
        ReadOnlyMemory<byte> utf8 = await ReadAsync(call, MostQueryBytes).ConfigureAwait(false);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = QueryDepth });
        }
        catch (JsonException)
        {
            // Its message quotes the text.
        }
        if (document is null) throw PartnerProblem.MalformedRequest.With();
        if (document.RootElement.ValueKind is JsonValueKind.Object) return (document, utf8);
        document.Dispose();
        throw PartnerProblem.MalformedRequest.With(new PartnerFinding(PartnerFinding.WrongForm, ""));
    }

    private static void RequireJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0) throw PartnerProblem.UnsupportedMediaType.With();
        string[] parts = [.. (request.ContentType ?? "").Split(';').Select(part => part.Trim())];
        bool isJson = string.Equals(parts[0], "application/json", StringComparison.OrdinalIgnoreCase);
        if (!isJson || parts.Skip(1).Any(part => !part.Trim('"').Replace("\"", "", StringComparison.Ordinal).Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase)))
            throw PartnerProblem.UnsupportedMediaType.With();
    }
}
