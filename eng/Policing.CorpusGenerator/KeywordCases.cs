using System.Text.Json;
using System.Text.Json.Nodes;

namespace Policing.CorpusGenerator;

/// <summary>
/// For each strict schema, small instances in the form of the JSON Schema Test Suite: the valid ones use every member, and for each keyword
/// there is an invalid one that it alone refuses, so that no keyword can be dropped unseen.
/// </summary>
internal sealed class KeywordCases(SchemaFolder schemas)
{
    private readonly SmallInstances _small = new(schemas);

    /// <summary>The file of a block, a test on each line, and how many tests there are.</summary>
    public (string Text, int Count) Of(string block)
    {
        List<string> tests = [.. Valid(block).Concat(Invalid(block)).Select(CorpusText.Line)];
        JsonObject schema = new() { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$ref"] = schemas.Id(block) };
        string head = $"  {{ \"description\": \"{block}\", \"schema\": {CorpusText.Line(schema)}, \"tests\": [\n    ";
        return ($"[\n{head}{string.Join(",\n    ", tests)}\n  ] }}\n]\n", tests.Count);
    }

    private IEnumerable<JsonObject> Valid(string block)
    {
        JsonElement schema = schemas[block];
        if (schema.TryGetProperty("anyOf", out JsonElement branches))
        {
            foreach (string type in branches.EnumerateArray().Select(b => SchemaFolder.Reference(b)!)) yield return Test($"the type {type}", _small.Of(type), true);
            yield break;
        }

        yield return Test("the smallest", _small.Of(block), true);
        if (schema.TryGetProperty("properties", out _)) yield return Test("every member", _small.EveryMember(block), true);
        if (!schema.TryGetProperty("if", out _)) yield break;
        foreach (string state in Disposed) yield return Test($"a tombstone: {state}", Tombstone(block, $$"""{"state":{{state}}}"""), true);
    }

    private IEnumerable<JsonObject> Invalid(string block) => Keywords(schemas[block], "", value => value, () => _small.Of(block));

    private IEnumerable<JsonObject> Keywords(JsonElement schema, string pointer, Func<JsonNode, JsonNode> within, Func<JsonNode> valid)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject().Where(k => !SmallInstances.IsAnnotation(k.Name)))
        {
            string place = $"{pointer}/{keyword.Name}";
            foreach (JsonObject test in Cases(keyword, place, within, valid)) yield return test;
        }
    }

    private IEnumerable<JsonObject> Cases(JsonProperty keyword, string place, Func<JsonNode, JsonNode> within, Func<JsonNode> valid) => keyword.Name switch
    {
        "properties" => keyword.Value.EnumerateObject().SelectMany(m => Keywords(m.Value, $"{place}/{m.Name}", value => within(With(valid(), m.Name, value)), () => _small.OfSchema(m.Value))),
        "items" => Keywords(keyword.Value, place, value => within(new JsonArray(value)), () => _small.OfSchema(keyword.Value)),
        "additionalProperties" => Keywords(keyword.Value, place, value => within(new JsonObject { ["a"] = value }), () => _small.OfSchema(keyword.Value)),
        // What is needed unless the record is a tombstone, and what comes near to one.
        "else" => Keywords(keyword.Value, place, within, valid).Concat(NoTombstones.Select(status => Test($"{place}: the status {status}", within(Tombstone(valid(), status)), false))),
        // A condition refuses nothing: the cases of what depends on it hold its keywords.
        "if" => [],
        "required" => keyword.Value.EnumerateArray().Select((name, i) => Test($"{place}/{i}: no '{name}'", within(Without(valid(), name.GetString()!)), false)),
        _ => [One(keyword, place, within, valid)],
    };

    private static JsonObject One(JsonProperty keyword, string place, Func<JsonNode, JsonNode> within, Func<JsonNode> valid) => keyword.Name switch
    {
        "$ref" => Test($"{place}: a number", within(1), false),
        "type" when keyword.Value.ValueKind == JsonValueKind.String && keyword.Value.GetString() is "boolean" or "integer" or "number" => Test($"{place}: a string", within("1"), false),
        "type" => Test($"{place}: a number", within(1), false),
        "minLength" => Test($"{place}: an empty text", within(""), false),
        "minItems" => Test($"{place}: an empty list", within(new JsonArray()), false),
        "minProperties" => Test($"{place}: an empty object", within(new JsonObject()), false),
        "const" => Test($"{place}: another text", within("another"), false),
        "enum" => Test($"{place}: a version that there is not", within("0.9"), false),
        "pattern" => Test($"{place}: a text of another form", within("?"), false),
        "unevaluatedProperties" => Test($"{place}: a member that the model does not define", within(With(valid(), "notOfTheModel", 1)), false),
        "anyOf" => Test($"{place}: a type that the model does not define", within(new JsonObject { ["type"] = "another" }), false),
        _ => throw new InvalidOperationException($"{place}: teach {nameof(KeywordCases)} this keyword."),
    };

    private static JsonObject With(JsonNode valid, string member, JsonNode value)
    {
        if (valid is not JsonObject made) made = [];
        made[member] = value;
        return made;
    }

    private static JsonObject Without(JsonNode valid, string member)
    {
        JsonObject made = valid.AsObject();
        if (!made.Remove(member)) throw new InvalidOperationException($"The smallest instance has no '{member}'.");
        return made;
    }

    // The status disposed, in each form of a code.
    private static readonly string[] Disposed = ["\"disposed\"", """{"list":"https://example.org/states","code":"D","national":"disposed"}""", """{"code":"disposed"}"""];

    private static readonly string[] NoTombstones =
    [
        """{"state":"active"}""", """{"authority":"disposed"}""", """{"state":{"text":"disposed"}}""", """{"state":{"code":"active"}}""",
        """{"state":{"list":"https://example.org/states","code":"disposed"}}""", """{"state":{"national":"active"}}""",
    ];

    private JsonObject Tombstone(string block, string status) => Tombstone(_small.Of(block), status);

    private static JsonObject Tombstone(JsonNode record, string status)
    {
        JsonObject made = [];
        foreach (string name in (string[])["id", "type", "modelVersion"]) made[name] = record[name]!.DeepClone();
        made["status"] = JsonNode.Parse(status);
        return made;
    }

    private static JsonObject Test(string description, JsonNode data, bool valid) => new() { ["description"] = description, ["data"] = data, ["valid"] = valid };
}
