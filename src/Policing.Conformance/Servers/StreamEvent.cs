using System.Text.Json;

namespace Policing.Conformance.Servers;

/// <summary>An event of a stream: its fields, and all of its text. Immutable.</summary>
internal sealed record StreamEvent(string Name, string Id, string Data, string Text)
{
    /// <summary>Whether it is about a record.</summary>
    public bool IsAbout(Guid record) => Data.Contains(record.ToString("D"), StringComparison.OrdinalIgnoreCase);

    public JsonElement? Json()
    {
        try
        {
            return JsonElement.Parse(Data, new JsonDocumentOptions { AllowDuplicateProperties = false }) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
