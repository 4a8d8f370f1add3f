using System.Text.Json;
using Policing.Conformance.Reports;

namespace Policing.Conformance.Evidence;

/// <summary>What a supplier declares of a product: a file of their own, schemas/conformance/1.0/declaration.schema.json. Immutable.</summary>
public sealed record ProductDeclaration
{
    private const int LongestText = 100;
    private const int MostBytes = 64 << 10;

    private static readonly string[] Members = ["supplier", "product", "version"];

    /// <summary>Who makes it; an organisation.</summary>
    public required string Supplier { get; init; }

    /// <summary>What it is called.</summary>
    public required string Product { get; init; }

    /// <summary>The version that the evidence is about.</summary>
    public required string Version { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="EvidenceException">It is not of the form.</exception>
    public static ProductDeclaration Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes) throw new EvidenceException("The declaration is over 64 KiB.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8.ToArray(), new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new EvidenceException("The declaration is no object.");
            if (root.EnumerateObject().Any(m => m.Name != "$schema" && !Members.Contains(m.Name, StringComparer.Ordinal))) throw new EvidenceException("The declaration has a member that there is not: supplier, product and version are all.");
            return new() { Supplier = Text(root, "supplier"), Product = Text(root, "product"), Version = Text(root, "version") };
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            throw new EvidenceException("The declaration is no JSON.");
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text && ReportWords.Safe(text) == text
            ? text
            : throw new EvidenceException($"/{name} is missing, or no text of 1 to 100 characters without control characters.");
}
