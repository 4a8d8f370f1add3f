using System.Text;
using System.Text.Json;

namespace Policing.Conformance.Servers;

/// <summary>What a server answered.</summary>
internal sealed class ServerAnswer
{
    private readonly Lazy<JsonElement?> _json;

    public ServerAnswer() => _json = new(Parse);

    public required int Status { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Body { get; init; }

    public required Guid Correlation { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as an object; null where it is none.</summary>
    public JsonElement? Json => _json.Value;

    public string? Tag => Headers.GetValueOrDefault("ETag");

    public string? Text(string member) => Json is { } json && json.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool Has(string member, JsonValueKind kind) => Json is { } json && json.TryGetProperty(member, out JsonElement value) && value.ValueKind == kind;

    public IEnumerable<JsonElement> Items(string member) => Has(member, JsonValueKind.Array) ? Json!.Value.GetProperty(member).EnumerateArray() : [];

    public bool Quotes(string text) =>
        Encoding.UTF8.GetString(Body).Contains(text, StringComparison.OrdinalIgnoreCase) || Headers.Values.Any(v => v.Contains(text, StringComparison.OrdinalIgnoreCase));

    private JsonElement? Parse()
    {
        try
        {
            return JsonElement.Parse(Body, new JsonDocumentOptions { AllowDuplicateProperties = false }) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
