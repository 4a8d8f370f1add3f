using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema.CodeGeneration.CSharp;

namespace Policing.Cli.CSharp;

/// <summary>
/// C# classes for a published schema. NJsonSchema knows neither $id nor references between files, so the schema and all that it leads to are put
/// into one document first.
/// </summary>
internal static class CSharpFromSchema
{
    private const string Ending = ".schema.json";

    public static async Task<string> WriteAsync(IReadOnlyDictionary<string, JsonElement> schemas, string name, string space, CancellationToken cancellationToken)
    {
        NJsonSchema.JsonSchema schema = await NJsonSchema.JsonSchema.FromJsonAsync(OneDocument(schemas, name).ToJsonString(), cancellationToken);
        CSharpGenerator generator = new(schema, new CSharpGeneratorSettings
        {
            Namespace = space,
            ClassStyle = CSharpClassStyle.Poco,
            JsonLibrary = CSharpJsonLibrary.SystemTextJson,
            GenerateNullableReferenceTypes = true,
            GenerateOptionalPropertiesAsNullable = true,
        });
        return generator.GenerateFile(TypeName(name)).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static JsonObject OneDocument(IReadOnlyDictionary<string, JsonElement> schemas, string name)
    {
        JsonObject definitions = [];
        JsonObject root = Rewritten(schemas[name], schemas, definitions);
        root["$schema"] = "http://json-schema.org/draft-07/schema#";
        root["definitions"] = definitions;
        root["title"] = TypeName(name);
        return root;
    }

    private static JsonObject Rewritten(JsonElement schema, IReadOnlyDictionary<string, JsonElement> schemas, JsonObject definitions)
    {
        JsonObject node = JsonNode.Parse(schema.GetRawText())!.AsObject();
        node.Remove("$schema");
        node.Remove("$id");
        node.Remove("title");
        Rewrite(node, schemas, definitions);
        return node;
    }

    private static void Rewrite(JsonNode? node, IReadOnlyDictionary<string, JsonElement> schemas, JsonObject definitions)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (JsonNode? item in list) Rewrite(item, schemas, definitions);
                break;
            case JsonObject schema:
                Close(schema);
                if (schema["$ref"] is JsonValue reference && reference.GetValue<string>() is { } file && file.EndsWith(Ending, StringComparison.Ordinal)) Refer(schema, file[..^Ending.Length], schemas, definitions);
                foreach (KeyValuePair<string, JsonNode?> member in schema.ToArray()) Rewrite(member.Value, schemas, definitions);
                break;
        }
    }

    // The members of a closed schema are those beside 'unevaluatedProperties', which NJsonSchema does not know. A type that may also be a string is an object to it.
    private static void Close(JsonObject schema)
    {
        if (schema["unevaluatedProperties"] is not JsonValue value || value.GetValueKind() != JsonValueKind.False) return;
        schema.Remove("unevaluatedProperties");
        if (schema["type"] is JsonValue) schema["additionalProperties"] = false;
    }

    private static void Refer(JsonObject schema, string block, IReadOnlyDictionary<string, JsonElement> schemas, JsonObject definitions)
    {
        string type = TypeName(block);
        // What stands beside a reference it would not see.
        foreach (string name in schema.Select(m => m.Key).Where(k => k is not "description").ToArray()) schema.Remove(name);
        schema["$ref"] = "#/definitions/" + type;
        if (definitions.ContainsKey(type)) return;
        definitions[type] = new JsonObject();
        definitions[type] = Rewritten(schemas[block], schemas, definitions);
    }

    private static string TypeName(string block) => string.Concat(block.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
