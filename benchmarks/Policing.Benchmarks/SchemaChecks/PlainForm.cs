using System.Text.Json.Nodes;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>
/// Rewrites a strict schema into one that NJsonSchema 11.6.2 loads and checks: definitions stand where they are used, <c>const</c> becomes
/// <c>enum</c>, what is unevaluated is what is additional, and conditions, which it ignores, are left out.
/// </summary>
internal static class PlainForm
{
    private static readonly string[] Ignored = ["$id", "$defs", "$ref", "if", "then", "else", "dependentRequired", "x-psdk-class"];

    public static string Of(string file) => Rewrite(StrictSchemas.Parse(file), file).ToJsonString();

    private static JsonObject Rewrite(JsonObject schema, string file)
    {
        JsonObject plain = [];
        if (schema["$ref"] is { } reference)
        {
            (JsonObject target, string targetFile) = StrictSchemas.Resolve(file, reference.GetValue<string>());
            plain = Rewrite(target, targetFile);
        }
        foreach ((string keyword, JsonNode? value) in schema)
        {
            if (!Ignored.Contains(keyword, StringComparer.Ordinal)) Add(plain, keyword, value!, file);
        }
        return plain;
    }

    private static void Add(JsonObject plain, string keyword, JsonNode value, string file)
    {
        switch (keyword)
        {
            case "properties":
                AddProperties(plain, value.AsObject(), file);
                break;
            case "required":
                plain[keyword] = Union(plain[keyword]?.AsArray(), value.AsArray());
                break;
            case "items":
                plain[keyword] = Rewrite(value.AsObject(), file);
                break;
            case "anyOf" or "oneOf" or "allOf":
                AddBranches(plain, keyword, value.AsArray(), file);
                break;
            case "const":
                plain["enum"] = new JsonArray(value.DeepClone());
                break;
            case "unevaluatedProperties":
                plain["additionalProperties"] = value.DeepClone();
                break;
            default:
                plain[keyword] = value.DeepClone();
                break;
        }
    }

    private static void AddProperties(JsonObject plain, JsonObject properties, string file)
    {
        JsonObject all = plain["properties"]?.AsObject() ?? [];
        foreach ((string name, JsonNode? schema) in properties)
        {
            JsonObject rewritten = Rewrite(schema!.AsObject(), file);
            // A record says more of a member of the envelope: both count.
            foreach ((string keyword, JsonNode? value) in all[name]?.AsObject() ?? []) rewritten.TryAdd(keyword, value!.DeepClone());
            all[name] = rewritten;
        }
        plain["properties"] = all;
    }

    private static void AddBranches(JsonObject plain, string keyword, JsonArray branches, string file)
    {
        JsonObject[] rewritten = [.. branches.Select(branch => Rewrite(branch!.AsObject(), file)).Where(branch => branch.Count > 0)];
        if (rewritten.Length > 0) plain[keyword] = new JsonArray([.. rewritten]);
    }

    private static JsonArray Union(JsonArray? one, JsonArray other) =>
        [.. (one ?? []).Concat(other).Select(name => name!.GetValue<string>()).Distinct().Select(name => JsonValue.Create(name))];
}
