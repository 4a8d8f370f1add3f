using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Policing.PartnerHost;

/// <summary>Answers in JSON, whole or not at all.</summary>
internal static class JsonAnswer
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return WriteBodyAsync(http, write);
    }

    public static async Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> utf8)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = utf8.Length;
        await http.Response.Body.WriteAsync(utf8, http.RequestAborted).ConfigureAwait(false);
    }

    public static async Task WriteBodyAsync(HttpContext http, Action<Utf8JsonWriter> write)
    {
        byte[] body = Bytes(write);
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body, Options)) write(json);
        return body.ToArray();
    }
}
