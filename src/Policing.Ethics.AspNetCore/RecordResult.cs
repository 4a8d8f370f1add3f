using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Ethics.AspNetCore;

/// <summary>A released copy as JSON.</summary>
internal sealed class RecordResult(PoliceRecord record) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.Headers.CacheControl = "no-store";
        await httpContext.Response.Body.WriteAsync(PoliceJson.Write(record), httpContext.RequestAborted).ConfigureAwait(false);
    }
}
