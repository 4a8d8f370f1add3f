using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Conformance.Servers;

/// <summary>What a server says that it can do, as far as the kit goes by it.</summary>
internal sealed record ServerCapabilities
{
    public required string Environment { get; init; }

    public required string Api { get; init; }

    public required Agency Agency { get; init; }

    /// <summary>What the server does with records of the kit's type.</summary>
    public required IReadOnlyList<string> Interactions { get; init; }

    public long DocumentBytes { get; init; }

    public long BundleBytes { get; init; }

    /// <returns>Null where the answer is no description of a server.</returns>
    public static ServerCapabilities? Read(ServerAnswer answer)
    {
        if (answer.Status != 200 || answer.Text("environment") is not { } environment || !answer.Has("agency", JsonValueKind.Object)) return null;
        JsonElement agency = answer.Json!.Value.GetProperty("agency");
        if (Text(agency, "scheme") is not { } scheme || Text(agency, "id") is not { } id) return null;
        JsonElement type = answer.Items("recordTypes").FirstOrDefault(t => t.ValueKind == JsonValueKind.Object && Text(t, "type") == ServerRecords.Type);
        return new()
        {
            Environment = environment,
            Api = answer.Text("api") ?? "",
            Agency = new Agency { Scheme = AgencyScheme.Of(scheme), Id = id },
            Interactions = type.ValueKind == JsonValueKind.Object && type.TryGetProperty("interactions", out JsonElement does) && does.ValueKind == JsonValueKind.Array
                ? [.. does.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)]
                : [],
            DocumentBytes = Limit(answer, "documentBytes"),
            BundleBytes = Limit(answer, "bundleBytes"),
        };
    }

    private static long Limit(ServerAnswer answer, string name) =>
        answer.Has("limits", JsonValueKind.Object) && answer.Json!.Value.GetProperty("limits").TryGetProperty(name, out JsonElement limit) && limit.ValueKind == JsonValueKind.Number && limit.TryGetInt64(out long bytes) ? bytes : 0;

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
