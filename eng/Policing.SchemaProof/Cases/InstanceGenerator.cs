using System.Globalization;
using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>
/// Values that come near to a schema: it follows one way through the branches and tries to please what it meets there. It need not succeed;
/// what it makes is judged by others.
/// </summary>
internal sealed class InstanceGenerator(Random random, IReadOnlyDictionary<string, JsonNode> references)
{
    private const int MaxDepth = 6;

    public JsonNode? Near(JsonNode? schema, int depth = 0)
    {
        List<JsonObject> views = [];
        Collect(schema, views, 0);
        if (views.Count == 0 || depth >= MaxDepth || random.Next(30) == 0)
        {
            return Values.Any(random, Math.Max(0, 2 - depth));
        }
        foreach (JsonObject view in views)
        {
            if (view.TryGetPropertyValue("const", out JsonNode? only))
            {
                return only?.DeepClone();
            }
            if (view["enum"] is JsonArray { Count: > 0 } values && random.Next(8) > 0)
            {
                return values[random.Next(values.Count)]?.DeepClone();
            }
        }
        return Type(views) switch
        {
            "object" => Object(views, depth),
            "array" => Array(views, depth),
            "string" => Text(views),
            "number" => Number(views, wantsInteger: false),
            "integer" => Number(views, wantsInteger: true),
            "boolean" => random.Next(2) == 0,
            _ => null,
        };
    }

    /// <summary>All schemas that apply to a value on one way through the branches.</summary>
    private void Collect(JsonNode? schema, List<JsonObject> views, int depth)
    {
        if (schema is not JsonObject view || depth > 5 || views.Contains(view))
        {
            return;
        }
        views.Add(view);
        if ((view["$ref"] ?? view["$dynamicRef"]) is JsonValue reference && references.TryGetValue(reference.GetValue<string>(), out JsonNode? target))
        {
            Collect(target, views, depth + 1);
        }
        foreach (JsonNode? part in view["allOf"] as JsonArray ?? [])
        {
            Collect(part, views, depth + 1);
        }
        foreach (string keyword in new[] { "anyOf", "oneOf" })
        {
            if (view[keyword] is JsonArray { Count: > 0 } branches)
            {
                Collect(branches[random.Next(branches.Count)], views, depth + 1);
            }
        }
        if (view["if"] is { } condition)
        {
            bool holds = random.Next(2) == 0;
            Collect(holds ? condition : null, views, depth + 1);
            Collect(holds ? view["then"] : view["else"], views, depth + 1);
        }
        foreach ((_, JsonNode? dependent) in view["dependentSchemas"] as JsonObject ?? [])
        {
            Collect(random.Next(3) == 0 ? dependent : null, views, depth + 1);
        }
    }

    private string Type(List<JsonObject> views)
    {
        foreach (JsonObject view in views)
        {
            if (view["type"] is { } type)
            {
                return type is JsonArray types ? types[random.Next(types.Count)]!.GetValue<string>() : type.GetValue<string>();
            }
        }
        List<string> likely = [];
        foreach (string keyword in views.SelectMany(view => view.Select(member => member.Key)))
        {
            string? kind = keyword switch
            {
                "minLength" or "maxLength" or "pattern" => "string",
                "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => "number",
                "prefixItems" or "items" or "contains" or "minItems" or "maxItems" or "uniqueItems" or "unevaluatedItems" => "array",
                "properties" or "patternProperties" or "additionalProperties" or "propertyNames" or "required" or "minProperties" or "maxProperties"
                    or "dependentRequired" or "dependentSchemas" or "unevaluatedProperties" => "object",
                _ => null,
            };
            if (kind is not null)
            {
                likely.Add(kind);
            }
        }
        return likely.Count > 0 ? likely[random.Next(likely.Count)] : Values.Pick(random, ["object", "array", "string", "number", "integer", "boolean", "null"]);
    }

    private JsonObject Object(List<JsonObject> views, int depth)
    {
        JsonObject members = [];
        foreach (string name in MemberNames(views))
        {
            members[name] = Near(MemberSchema(views, name), depth + 1);
        }
        return members;
    }

    private List<string> MemberNames(List<JsonObject> views)
    {
        List<string> names = [];
        foreach (JsonObject view in views)
        {
            names.AddRange((view["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()));
            names.AddRange((view["properties"] as JsonObject ?? []).Select(member => member.Key).Where(_ => random.Next(2) == 0));
            foreach ((string name, JsonNode? needed) in view["dependentRequired"] as JsonObject ?? [])
            {
                if (random.Next(3) == 0)
                {
                    names.AddRange([name, .. ((JsonArray)needed!).Select(other => other!.GetValue<string>())]);
                }
            }
            names.AddRange((view["dependentSchemas"] as JsonObject ?? []).Select(member => member.Key).Where(_ => random.Next(3) == 0));
            names.AddRange(view.ContainsKey("patternProperties") || view.ContainsKey("minProperties") ? [Values.Pick(random, Values.Names), "a"] : []);
        }
        if (random.Next(3) == 0)
        {
            names.Add(Values.Pick(random, Values.Names));
        }
        return [.. names.Distinct(StringComparer.Ordinal).OrderBy(_ => random.Next())];
    }

    private static JsonNode? MemberSchema(List<JsonObject> views, string name)
    {
        JsonNode? other = null;
        foreach (JsonObject view in views)
        {
            if (view["properties"] is JsonObject properties && properties.TryGetPropertyValue(name, out JsonNode? schema))
            {
                return schema;
            }
            other ??= (view["patternProperties"] as JsonObject)?.FirstOrDefault().Value ?? view["additionalProperties"] ?? view["unevaluatedProperties"];
        }
        return other;
    }

    private JsonArray Array(List<JsonObject> views, int depth)
    {
        JsonArray items = [];
        int wanted = views.Max(view => Count(view, "minItems", 0)) + random.Next(3);
        wanted = Math.Max(wanted, views.Max(view => (view["prefixItems"] as JsonArray)?.Count ?? 0) - random.Next(2));
        wanted = Math.Min(wanted, views.Min(view => Count(view, "maxItems", 6)));
        while (items.Count < wanted)
        {
            items.Add(Near(ItemSchema(views, items.Count), depth + 1));
        }
        foreach (JsonObject view in views.Where(view => view.ContainsKey("contains")))
        {
            for (int count = Count(view, "minContains", 1); count > 0; count--)
            {
                JsonNode? found = Near(view["contains"], depth + 1);
                if (items.Count > 0 && random.Next(3) == 0)
                {
                    items[random.Next(items.Count)] = found;
                }
                else
                {
                    items.Add(found);
                }
            }
        }
        return items;
    }

    private static JsonNode? ItemSchema(List<JsonObject> views, int place)
    {
        JsonNode? other = null;
        foreach (JsonObject view in views)
        {
            if (view["prefixItems"] is JsonArray prefix && place < prefix.Count)
            {
                return prefix[place];
            }
            other ??= view["items"] ?? view["unevaluatedItems"];
        }
        return other;
    }

    private JsonNode Text(List<JsonObject> views)
    {
        int min = views.Max(view => Count(view, "minLength", 0));
        int max = Math.Max(min, views.Min(view => Count(view, "maxLength", 9)));
        string text = Values.Pick(random, Values.Strings);
        for (int attempt = 0; attempt < 10 && text.EnumerateRunes().Count() is var length && (length < min || length > max); attempt++)
        {
            text = length < min ? text + Values.Pick(random, Values.Strings) : Values.Pick(random, Values.Strings);
        }
        return text;
    }

    private JsonNode Number(List<JsonObject> views, bool wantsInteger)
    {
        string[] bounds = [.. views.SelectMany(view => new[] { view["minimum"], view["maximum"], view["exclusiveMinimum"], view["exclusiveMaximum"], view["multipleOf"] }).OfType<JsonNode>().Select(bound => bound.ToJsonString())];
        if (bounds.Length == 0 || random.Next(3) == 0)
        {
            return Values.Number(random);
        }
        decimal near = decimal.Parse(Values.Pick(random, bounds), NumberStyles.Float, CultureInfo.InvariantCulture) * random.Next(1, 4) + (random.Next(5) - 2) * (wantsInteger ? 1m : 0.5m);
        return JsonNode.Parse(near.ToString(CultureInfo.InvariantCulture))!;
    }

    private static int Count(JsonObject view, string keyword, int otherwise) =>
        view[keyword] is { } count ? (int)decimal.Parse(count.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : otherwise;
}
