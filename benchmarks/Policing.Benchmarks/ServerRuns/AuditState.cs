using System.Globalization;
using System.Text.Json;

namespace Policing.Benchmarks.ServerRuns;

/// <summary>What a running sample says of its audit log at /health: its mode, its entries, and in how many groups this process made them durable.</summary>
internal sealed record AuditState(string Mode, long Entries, long Groups)
{
    public static AuditState Of(string address)
    {
        using HttpClient http = new();
        using JsonDocument health = JsonDocument.Parse(http.GetStringAsync(new Uri(address + "/health")).GetAwaiter().GetResult());
        JsonElement audit = health.RootElement.GetProperty("audit");
        return new(audit.GetProperty("mode").GetString()!, Number(audit, "entries"), Number(audit, "groups"));
    }

    /// <summary>What was written since an earlier state.</summary>
    public AuditState Since(AuditState before) => new(Mode, Entries - before.Entries, Groups - before.Groups);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Entries:N0} entries in {Groups:N0} groups");

    private static long Number(JsonElement audit, string member) => long.Parse(audit.GetProperty(member).GetString()!, CultureInfo.InvariantCulture);
}
