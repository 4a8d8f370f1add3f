using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.DataModel.Schemas;
using Policing.JsonSchema;

namespace Policing.DataModel.Tests.Corpora;

/// <summary>Compiles a strict schema, as published or changed, against the published rest.</summary>
internal static class StrictSchemas
{
    private const string Base = "https://schemas.policing-sdk.example/1.0/strict/";
    private const string Ending = ".schema.json";

    public static JsonNode Read(string block) => JsonNode.Parse(RecordSchemas.Strict.Text(block))!;

    /// <summary>The published schemas below a block, ready for <see cref="Compile"/>.</summary>
    public static SchemaOptions Rest(string block)
    {
        SchemaRegistry registry = new();
        HashSet<string> met = [block];
        Stack<string> toRead = new([block]);
        while (toRead.TryPop(out string? next))
        {
            foreach (string reference in References(JsonElement.Parse(RecordSchemas.Strict.Text(next))).Where(met.Add))
            {
                registry.Add(Base + reference + Ending, RecordSchemas.Strict.Text(reference));
                toRead.Push(reference);
            }
        }

        return new SchemaOptions { Registry = registry };
    }

    public static CompiledSchema Compile(JsonNode schema, SchemaOptions rest) => CompiledSchema.Compile(JsonSerializer.SerializeToUtf8Bytes(schema), rest);

    private static IEnumerable<string> References(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()![..^Ending.Length]] : References(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
