using System.Runtime.InteropServices;
using System.Text.Json;
using Policing.Ethics.Audit;

namespace Policing.Cli.Inputs;

/// <summary>The leaf of an entry that somebody was given: a line of an export, with core, details and their salts (docs/audit-format.md).</summary>
internal static class LeafOfEntry
{
    public static byte[] Read(byte[] line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement root = document.RootElement;
            if (root.TryGetProperty("details", out JsonElement details))
                return AuditLeaf.Of(Bytes(root.GetProperty("core")), Salt(root, "coreSalt"), Bytes(details), Salt(root, "detailsSalt")).ToUtf8();
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or CanonicalJsonException)
        {
            // Their words may quote the entry.
            throw new UsageException("the entry is no line of an export.", "it is one line with core, coreSalt, details and detailsSalt, as an export writes it.");
        }

        throw new UsageException("the entry has no details any more.", "give its leaf with --leaf; 'policing audit prove' writes it.");
    }

    // What was no JSON stands there as text, in base64.
    private static byte[] Bytes(JsonElement part) => part.ValueKind == JsonValueKind.String ? part.GetBytesFromBase64() : JsonMarshal.GetRawUtf8Value(part).ToArray();

    private static byte[] Salt(JsonElement root, string name) => root.GetProperty(name).GetBytesFromBase64();
}
