using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>The code lists. They are about nobody, so they need no purpose.</summary>
internal static class ReadCodeLists
{
    public static CallKind Kind { get; } = new("capabilities.read", AccessOperation.Unstated) { NeedsPurpose = false };

    public static Task AnswerAsync(PartnerCall call) => JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("lists");
        foreach ((string name, (byte[] _, string tag)) in call.Parts.CodeLists.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("etag", tag);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static async Task AnswerListAsync(PartnerCall call)
    {
        string name = call.Http.Request.RouteValues["list"] as string ?? "";
        if (!RecordAddress.IsType(name)) throw PartnerProblem.MalformedRequest.With();
        if (!call.Parts.CodeLists.Files.TryGetValue(name, out (byte[] Content, string Tag) file)) throw PartnerProblem.NotAvailable.With();
        call.Http.Response.Headers.ETag = file.Tag;
        string[] had = [.. call.Http.Request.Headers.IfNoneMatch.OfType<string>().SelectMany(value => value.Split(',')).Select(value => value.Trim())];
        if (had.Any(tag => tag == "*" || tag == file.Tag || tag == "W/" + file.Tag)) call.Http.Response.StatusCode = StatusCodes.Status304NotModified;
        else await JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, file.Content).ConfigureAwait(false);
    }
}
