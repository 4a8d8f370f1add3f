using System.Text.Json;
using System.Text.Json.Nodes;

namespace Policing.CorpusGenerator;

/// <summary>The smallest instances that a strict schema accepts, as far as the forms of values are concerned: no rule or code list is asked.</summary>
internal sealed class SmallInstances(SchemaFolder schemas)
{
    private readonly Samples _samples = Samples.Read();

    /// <summary>Whether a keyword only describes.</summary>
    public static bool IsAnnotation(string keyword) => keyword is "$schema" or "$id" or "title" or "description" || keyword.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>What is required and, of a block that may not be empty, its first member.</summary>
    public JsonNode Of(string block)
    {
        JsonElement schema = schemas[block];
        if (!schema.TryGetProperty("type", out JsonElement kind)) return Of("person");
        if (kind.ValueKind == JsonValueKind.Array) return "x";
        if (kind.ValueEquals("string")) return _samples.Find("values", block, block);
        HashSet<string> wanted = [.. Required(schema)];
        if (schema.TryGetProperty("else", out JsonElement otherwise)) wanted.UnionWith(Required(otherwise));
        if (wanted.Count == 0 && schema.TryGetProperty("minProperties", out _)) wanted.Add(schema.GetProperty("properties").EnumerateObject().First().Name);
        return Members(schema, wanted.Contains);
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(n => n.GetString()!) : [];

    /// <summary>An object with all members of the block.</summary>
    public JsonNode EveryMember(string block) => Members(schemas[block], _ => true);

    /// <summary>The smallest instance of a member's schema.</summary>
    public JsonNode OfSchema(JsonElement schema)
    {
        if (SchemaFolder.Reference(schema) is { } block) return Of(block);
        if (schema.TryGetProperty("const", out JsonElement only)) return only.GetString()!;
        if (schema.TryGetProperty("enum", out JsonElement choice)) return choice[0].GetString()!;
        return (schema.TryGetProperty("type", out JsonElement kind) ? kind.GetString() : null) switch
        {
            "string" => "x",
            "boolean" => true,
            "array" => new JsonArray(schema.TryGetProperty("items", out JsonElement item) ? OfSchema(item) : 1),
            "object" => new JsonObject { ["a"] = OfSchema(schema.GetProperty("additionalProperties")) },
            _ => 1,
        };
    }

    private JsonObject Members(JsonElement schema, Predicate<string> isWanted)
    {
        JsonObject made = [];
        foreach (JsonProperty member in schema.GetProperty("properties").EnumerateObject().Where(m => isWanted(m.Name))) made[member.Name] = OfSchema(member.Value);
        return made;
    }
}
