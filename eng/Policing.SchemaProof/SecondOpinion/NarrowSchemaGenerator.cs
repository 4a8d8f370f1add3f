using System.Text.Json.Nodes;
using Policing.SchemaProof.Cases;

namespace Policing.SchemaProof.SecondOpinion;

/// <summary>
/// Schemas and documents of what NJsonSchema 11.6.2 checks as the specification says. Left out are the keywords that it does not know (const, if, contains,
/// prefixItems, propertyNames, dependent…, unevaluated…, anchors, identifiers, dynamic references), schemas true and false, references that
/// have siblings or lead to references, an enum of mixed kinds, unique items of mixed kinds, counts of 0 or with a point, whole numbers with a
/// point, characters beyond U+FFFF, two patterns for one name, keywords for a kind of
/// value without its type, and what could forbid a null that a type allows, since a nullable value is let pass before it is looked at.
/// </summary>
internal sealed class NarrowSchemaGenerator(Random random)
{
    private static readonly string[] s_names = ["a", "b", "c", "ab", "x1", "é"];
    private static readonly string[] s_strings = ["", "a", "b", "ab", "abc", "cab", "aaa", "é", "x y", "1"];
    private static readonly string[] s_numbers = ["0", "1", "2", "3", "-1", "7", "10", "100", "0.5", "1.5", "-2.5"];
    private static readonly string[] s_patterns = ["^a", "b$", "^[a-c]+$", "a|x", "^.{2}$", "c"];

    public JsonObject Root()
    {
        JsonObject definitions = [];
        foreach (string name in s_names.Take(random.Next(3)))
        {
            definitions[name] = Schema(2, []);
        }
        JsonObject root = Schema(3, [.. definitions.Select(member => member.Key)]);
        if (definitions.Count > 0)
        {
            root["definitions"] = definitions;
        }
        return root;
    }

    public JsonNode? Document(JsonObject root, JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = (JsonObject)root["definitions"]![reference.GetValue<string>()["#/definitions/".Length..]]!;
        }
        foreach (string keyword in new[] { "allOf", "anyOf", "oneOf" })
        {
            if (schema[keyword] is JsonArray branches && random.Next(2) == 0)
            {
                return Document(root, (JsonObject)branches[random.Next(branches.Count)]!);
            }
        }
        if (schema["enum"] is JsonArray values && random.Next(3) > 0)
        {
            return values[random.Next(values.Count)]?.DeepClone();
        }
        return random.Next(12) == 0 ? Scalar() : schema["type"]?.GetValue<string>() switch
        {
            "object" => Object(root, schema),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => schema["items"] is JsonObject items ? Document(root, items) : Scalar())]),
            "string" => Values.Pick(random, s_strings),
            "integer" => random.Next(-2, 12),
            "number" => Number(),
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => Scalar(),
        };
    }

    private JsonObject Schema(int depth, string[] definitions)
    {
        if (definitions.Length > 0 && random.Next(4) == 0)
        {
            return new JsonObject { ["$ref"] = "#/definitions/" + Uri.EscapeDataString(Values.Pick(random, definitions)) };
        }
        JsonObject schema = [];
        switch (random.Next(depth > 0 ? 8 : 4))
        {
            case 0:
                AddString(schema);
                break;
            case 1 or 2:
                AddNumber(schema);
                break;
            case 3:
                schema["type"] = Values.Pick(random, ["boolean", "null", "string", "integer"]);
                break;
            case 4:
                AddArray(schema, depth - 1, definitions);
                break;
            case 5 or 6:
                AddObject(schema, depth - 1, definitions);
                break;
            default:
                schema[Values.Pick(random, ["allOf", "anyOf", "oneOf"])] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Schema(depth - 1, []))]);
                break;
        }
        if (random.Next(6) == 0 && schema["type"]?.GetValue<string>() is not (null or "null"))
        {
            schema["not"] = Schema(0, []);
        }
        return schema;
    }

    private void AddString(JsonObject schema)
    {
        schema["type"] = "string";
        Maybe(schema, "minLength", () => random.Next(1, 3));
        Maybe(schema, "maxLength", () => random.Next(1, 4));
        Maybe(schema, "pattern", () => Values.Pick(random, s_patterns));
        Maybe(schema, "enum", () => new JsonArray([.. s_strings.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(text => (JsonNode)text)]));
    }

    private void AddNumber(JsonObject schema)
    {
        schema["type"] = random.Next(2) == 0 ? "number" : "integer";
        Maybe(schema, "minimum", Number);
        Maybe(schema, "maximum", Number);
        Maybe(schema, "exclusiveMinimum", Number);
        Maybe(schema, "exclusiveMaximum", Number);
        Maybe(schema, "multipleOf", () => JsonNode.Parse(Values.Pick(random, ["2", "3", "0.5", "5"])));
    }

    private void AddArray(JsonObject schema, int depth, string[] definitions)
    {
        schema["type"] = "array";
        Maybe(schema, "minItems", () => random.Next(1, 3));
        Maybe(schema, "maxItems", () => random.Next(1, 5));
        if (random.Next(3) == 0)
        {
            schema["items"] = new JsonObject { ["type"] = "string" };
            schema["uniqueItems"] = true;
        }
        else
        {
            schema["items"] = Schema(depth, definitions);
        }
    }

    private void AddObject(JsonObject schema, int depth, string[] definitions)
    {
        schema["type"] = "object";
        JsonObject properties = [];
        foreach (string name in s_names.Where(_ => random.Next(3) == 0))
        {
            properties[name] = Schema(depth, definitions);
        }
        schema["properties"] = properties;
        Maybe(schema, "required", () => new JsonArray([.. s_names.Where(_ => random.Next(4) == 0).Select(name => (JsonNode)name)]));
        Maybe(schema, "minProperties", () => random.Next(1, 3));
        Maybe(schema, "maxProperties", () => random.Next(1, 5));
        Maybe(schema, "additionalProperties", () => random.Next(2) == 0 ? false : Schema(depth, definitions));
        Maybe(schema, "patternProperties", () => new JsonObject { [Values.Pick(random, s_patterns)] = Schema(depth, definitions) });
    }

    private JsonObject Object(JsonObject root, JsonObject schema)
    {
        JsonObject members = [];
        foreach ((string name, JsonNode? member) in schema["properties"] as JsonObject ?? [])
        {
            if (random.Next(4) > 0)
            {
                members[name] = Document(root, (JsonObject)member!);
            }
        }
        foreach (string name in s_names.Where(_ => random.Next(5) == 0))
        {
            members[name] = schema["additionalProperties"] is JsonObject other ? Document(root, other) : Scalar();
        }
        return members;
    }

    private JsonNode? Scalar() => random.Next(4) switch
    {
        0 => Values.Pick(random, s_strings),
        1 => Number(),
        2 => random.Next(2) == 0,
        _ => null,
    };

    private JsonNode Number() => JsonNode.Parse(Values.Pick(random, s_numbers))!;

    private void Maybe(JsonObject schema, string keyword, Func<JsonNode?> value)
    {
        if (random.Next(3) == 0)
        {
            schema[keyword] = value();
        }
    }
}
