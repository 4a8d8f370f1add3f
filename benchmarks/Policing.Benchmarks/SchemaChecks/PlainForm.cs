using System.Text.Json.Nodes;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>
/// Rewrites a strict schema into one that NJsonSchema 11.6.2 loads and checks: definitions stand where they are used, <c>const</c> becomes
/// <c>enum</c>, what is unevaluated is what is additional, and conditions, which it ignores, are left out.
/// </summary>
internal sealed class PlainForm
{
    private static readonly string[] Ignored = ["$schema", "$id", "$defs", "$ref", "if", "then", "else", "dependentRequired", "title", "description"];

    private readonly Func<string, JsonObject> _parse;

    private PlainForm(Func<string, JsonObject> parse) => _parse = parse;

    /// <param name="file">The name of a schema's file, without ending.</param>
    /// <param name="parse">The schema of a file.</param>
    public static string Of(string file, Func<string, JsonObject> parse) => new PlainForm(parse).Rewrite(parse(file), file).ToJsonString();

    private JsonObject Rewrite(JsonObject schema, string file)
    {
        JsonObject plain = [];
        if (schema["$ref"] is { } reference)
        {
            (JsonObject target, string targetFile) = Resolve(file, reference.GetValue<string>());
            plain = Rewrite(target, targetFile);
        }
        foreach ((string keyword, JsonNode? value) in schema)
        {
            if (!IsIgnored(keyword)) Add(plain, keyword, value!, file);
        }
        return plain;
    }

    private void Add(JsonObject plain, string keyword, JsonNode value, string file)
    {
        switch (keyword)
        {
            case "properties":
                AddProperties(plain, value.AsObject(), file);
                break;
            case "required":
                plain[keyword] = Union(plain[keyword]?.AsArray(), value.AsArray());
                break;
            case "items" or "additionalProperties" when value is JsonObject:
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

    private void AddProperties(JsonObject plain, JsonObject properties, string file)
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

    private void AddBranches(JsonObject plain, string keyword, JsonArray branches, string file)
    {
        JsonObject[] rewritten = [.. branches.Select(branch => Rewrite(branch!.AsObject(), file)).Where(branch => branch.Count > 0)];
        if (rewritten.Length > 0) plain[keyword] = new JsonArray([.. rewritten]);
    }

    private static bool IsIgnored(string keyword) => keyword.StartsWith("x-", StringComparison.Ordinal) || Ignored.Contains(keyword, StringComparer.Ordinal);

    // The schema that a reference leads to, and the file that it stands in.
    private (JsonObject Schema, string File) Resolve(string file, string reference)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string target = hash == 0 ? file : (hash < 0 ? reference : reference[..hash]).Replace(".schema.json", "", StringComparison.Ordinal);
        JsonNode schema = _parse(target);
        foreach (string step in hash < 0 ? [] : reference[(hash + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries)) schema = schema[step]!;
        return (schema.AsObject(), target);
    }

    private static JsonArray Union(JsonArray? one, JsonArray other) =>
        [.. (one ?? []).Concat(other).Select(name => name!.GetValue<string>()).Distinct().Select(name => JsonValue.Create(name))];
}
