using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Policing.Samples.Partner.Start;

/// <summary>How the sample is: whether its audit log stores and signs, and what its word is worth.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app) => app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });

    private static async Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        await using Utf8JsonWriter json = new(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status == HealthStatus.Unhealthy ? "down" : "up");
        json.WriteString("environment", "test");
        foreach ((string name, HealthReportEntry entry) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", entry.Status.ToString());
            json.WriteString("words", entry.Description);
            foreach ((string key, object value) in entry.Data) json.WriteString(key, value.ToString());
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
