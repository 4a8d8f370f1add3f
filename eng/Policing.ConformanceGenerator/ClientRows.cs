using System.Globalization;
using System.Text.Json;

namespace Policing.ConformanceGenerator;

/// <summary>The requirements of clients of the partner API: people's, in clients.json beside this.</summary>
internal static class ClientRows
{
    public static IEnumerable<Row> Read(string root)
    {
        JsonElement clients = JsonElement.Parse(File.ReadAllBytes(Path.Combine(root, "eng/Policing.ConformanceGenerator/clients.json")));
        return clients.GetProperty("requirements").EnumerateArray().Select(One);
    }

    private static Row One(JsonElement one) => new(
        string.Create(CultureInfo.InvariantCulture, $"PSDK-CLI-{one.GetProperty("number").GetInt32():D4}"), one.GetProperty("text").GetString()!, one.GetProperty("hint").GetString()!, one.GetProperty("clause").GetString()!,
        one.GetProperty("level").GetString()!, "client", "calling", 2, "data management and sharing", "stable",
        one.TryGetProperty("operations", out JsonElement operations) ? [.. operations.EnumerateArray().Select(o => o.GetString()!)] : [], [], one.TryGetProperty("notTested", out JsonElement why) ? why.GetString() : null);
}
