using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>
/// Random schemas over all keywords of draft 2020-12: a root, definitions with anchors and identifiers of their own, and further documents,
/// all referring to each other.
/// </summary>
internal sealed class SchemaGenerator(Random random, int number)
{
    private static readonly string[] s_types = ["null", "boolean", "object", "array", "number", "string", "integer"];
    private static readonly string[] s_definitionNames = ["one", "two/2", "three~3", "four%4", "fünf", "six", "seven 7", "eight"];

    private readonly string _base = $"https://cases.example/{number}/";
    private readonly List<Resource> _resources = [];
    private readonly List<Target> _targets = [];
    private Resource _resource = null!;

    /// <summary>Where the same value is still looked at: the first target that may be referred to, so that references do not go round in a circle.</summary>
    private int _atOnce;

    /// <summary>A schema with a URI of its own.</summary>
    private sealed class Resource(string name, JsonObject schema)
    {
        public string Name { get; } = name;

        public JsonObject Schema { get; } = schema;

        public bool HasDynamicAnchor { get; set; }
    }

    /// <summary>A definition that can be referred to.</summary>
    private sealed record Target(Resource Resource, string? Pointer, string? Anchor, JsonNode Schema);

    /// <summary>Where each reference leads that was written; as far as making instances needs it.</summary>
    public Dictionary<string, JsonNode> References { get; } = new(StringComparer.Ordinal);

    public JsonNode Root { get; private set; } = null!;

    public IEnumerable<(string Uri, JsonObject Schema)> Documents => _resources.Skip(1).Where(resource => resource.Schema.Parent is null).Select(resource => (_base + resource.Name, resource.Schema));

    public void Generate()
    {
        Resource root = new("root", []);
        _resources.Add(root);
        Plan(root, random.Next(4), mayEmbed: true);
        for (int document = random.Next(4) == 0 ? random.Next(1, 3) : 0; document > 0; document--)
        {
            Resource other = new($"other{document}", []);
            _resources.Add(other);
            Plan(other, random.Next(3), mayEmbed: false);
        }
        foreach (Target target in _targets.ToList())
        {
            _resource = target.Resource;
            _atOnce = _targets.IndexOf(target) + 1;
            Fill((JsonObject)target.Schema, depth: 2);
        }
        if (root.Schema.Count == 0 && random.Next(40) == 0)
        {
            Root = JsonValue.Create(random.Next(2) == 0);
            return;
        }
        Root = root.Schema;
    }

    /// <summary>Makes the definitions of a resource, still empty, so that all can be referred to from all.</summary>
    private void Plan(Resource resource, int definitions, bool mayEmbed)
    {
        JsonObject schema = resource.Schema;
        bool identified = resource.Name != "root" || random.Next(3) > 0 || definitions > 0;
        if (random.Next(3) == 0)
        {
            schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        }
        if (identified)
        {
            schema["$id"] = _base + resource.Name;
        }
        AddDynamicAnchor(resource, schema, random.Next(6) == 0);
        _targets.Add(new Target(resource, "", null, schema));
        JsonObject all = [];
        for (int index = 0; index < definitions; index++)
        {
            PlanDefinition(resource, all, mayEmbed);
        }
        if (all.Count > 0)
        {
            schema["$defs"] = all;
        }
    }

    private void PlanDefinition(Resource resource, JsonObject all, bool mayEmbed)
    {
        string name = s_definitionNames[all.Count] + _targets.Count;
        JsonObject definition = [];
        all[name] = definition;
        if (mayEmbed && random.Next(5) == 0)
        {
            Resource embedded = new(random.Next(2) == 0 ? $"embedded{_targets.Count}" : $"deep/embedded{_targets.Count}", definition);
            _resources.Add(embedded);
            definition["$id"] = random.Next(2) == 0 ? embedded.Name : _base + embedded.Name;
            AddDynamicAnchor(embedded, definition, random.Next(3) == 0);
            _targets.Add(new Target(embedded, "", null, definition));
            JsonObject inner = [];
            PlanDefinition(embedded, inner, mayEmbed: false);
            definition["$defs"] = inner;
            return;
        }
        string? anchor = null;
        if (random.Next(3) == 0)
        {
            definition["$anchor"] = anchor = $"anchor{_targets.Count}";
        }
        if (random.Next(4) == 0)
        {
            AddDynamicAnchor(resource, definition, wanted: true);
        }
        _targets.Add(new Target(resource, "/$defs/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), anchor, definition));
    }

    private static void AddDynamicAnchor(Resource resource, JsonObject schema, bool wanted)
    {
        if (wanted && !resource.HasDynamicAnchor)
        {
            resource.HasDynamicAnchor = true;
            schema["$dynamicAnchor"] = "dynamic";
        }
    }

    /// <summary>A schema for a part of the value: it may refer to everything again.</summary>
    private JsonNode Part(int depth)
    {
        int before = _atOnce;
        _atOnce = 0;
        JsonNode schema = Schema(depth);
        _atOnce = before;
        return schema;
    }

    private JsonNode Schema(int depth)
    {
        if (random.Next(depth > 0 ? 14 : 6) == 0)
        {
            return JsonValue.Create(random.Next(3) > 0);
        }
        JsonObject schema = [];
        Fill(schema, depth);
        return schema;
    }

    private void Fill(JsonObject schema, int depth)
    {
        for (int group = random.Next(5) == 0 ? 3 : random.Next(1, 3); group > 0; group--)
        {
            AddGroup(schema, depth);
        }
        if (random.Next(25) == 0)
        {
            AddNote(schema);
        }
    }

    private void AddGroup(JsonObject schema, int depth)
    {
        switch (random.Next(depth > 0 ? 18 : 8))
        {
            case 0 or 1:
                AddType(schema);
                break;
            case 2 or 3:
                AddStringKeywords(schema);
                break;
            case 4:
                AddNumberKeywords(schema);
                break;
            case 5:
                AddValues(schema);
                break;
            case 6 or 7:
                AddReference(schema);
                break;
            case 8 or 9 or 10:
                AddArrayKeywords(schema, depth - 1);
                break;
            case 11 or 12 or 13 or 14:
                AddObjectKeywords(schema, depth - 1);
                break;
            default:
                AddBranches(schema, depth - 1);
                break;
        }
    }

    private void AddType(JsonObject schema) => schema["type"] = random.Next(3) > 0
        ? Values.Pick(random, s_types)
        : new JsonArray([.. s_types.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(type => (JsonNode)type)]);

    private void AddStringKeywords(JsonObject schema)
    {
        Maybe(schema, "minLength", 3, () => Count(3));
        Maybe(schema, "maxLength", 3, () => Count(5));
        Maybe(schema, "pattern", 2, () => PatternGenerator.Next(random));
    }

    private void AddNumberKeywords(JsonObject schema)
    {
        Maybe(schema, "minimum", 3, () => Values.Number(random));
        Maybe(schema, "maximum", 3, () => Values.Number(random));
        Maybe(schema, "exclusiveMinimum", 5, () => Values.Number(random));
        Maybe(schema, "exclusiveMaximum", 5, () => Values.Number(random));
        Maybe(schema, "multipleOf", 3, () => JsonNode.Parse(Values.Pick(random, ["1", "2", "3", "0.5", "0.25", "1.5", "10", "2.0", "5e-1", "7"])));
    }

    private void AddValues(JsonObject schema)
    {
        if (random.Next(2) == 0)
        {
            schema["const"] = Values.Any(random, 2);
        }
        else
        {
            schema["enum"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Values.Any(random, 2)).DistinctBy(value => value?.ToJsonString() ?? "null")]);
        }
    }

    private void AddArrayKeywords(JsonObject schema, int depth)
    {
        Maybe(schema, "prefixItems", 3, () => List(() => Part(depth)));
        Maybe(schema, "items", 2, () => Part(depth));
        Maybe(schema, "minItems", 5, () => Count(2));
        Maybe(schema, "maxItems", 5, () => Count(4));
        Maybe(schema, "uniqueItems", 4, () => random.Next(4) > 0);
        if (random.Next(3) == 0)
        {
            schema["contains"] = Part(depth);
            Maybe(schema, "minContains", 2, () => Count(2));
            Maybe(schema, "maxContains", 3, () => Count(3));
        }
        Maybe(schema, "unevaluatedItems", 4, () => Part(random.Next(2)));
    }

    private void AddObjectKeywords(JsonObject schema, int depth)
    {
        Maybe(schema, "properties", 2, () => Map(Name, () => Part(depth)));
        Maybe(schema, "patternProperties", 5, () => Map(() => PatternGenerator.ForNames(random), () => Part(depth)));
        Maybe(schema, "additionalProperties", 4, () => Part(depth));
        Maybe(schema, "propertyNames", 8, () => Part(1));
        Maybe(schema, "required", 3, NameList);
        Maybe(schema, "minProperties", 7, () => Count(2));
        Maybe(schema, "maxProperties", 7, () => Count(4));
        Maybe(schema, "dependentRequired", 6, () => Map(Name, NameList));
        Maybe(schema, "dependentSchemas", 6, () => Map(Name, () => Schema(depth)));
        Maybe(schema, "unevaluatedProperties", 4, () => Part(random.Next(2)));
    }

    private void AddBranches(JsonObject schema, int depth)
    {
        Maybe(schema, "allOf", 4, () => List(() => Schema(depth)));
        Maybe(schema, "anyOf", 4, () => List(() => Schema(depth)));
        Maybe(schema, "oneOf", 4, () => List(() => Schema(depth)));
        Maybe(schema, "not", 6, () => Schema(depth));
        Maybe(schema, "if", 3, () => Schema(depth));
        Maybe(schema, "then", 3, () => Schema(depth));
        Maybe(schema, "else", 3, () => Schema(depth));
    }

    private void AddNote(JsonObject schema) => schema[Values.Pick(random, ["title", "$comment", "description", "x-note", "unknown"])] = "{\"type\":\"null\"}";

    private void AddReference(JsonObject schema)
    {
        if (random.Next(4) == 0 && _resource.HasDynamicAnchor && (_atOnce == 0 || random.Next(8) == 0))
        {
            schema["$dynamicRef"] = "#dynamic";
            return;
        }
        if (_atOnce == _targets.Count)
        {
            return;
        }
        Target target = _targets[random.Next(_atOnce, _targets.Count)];
        bool same = target.Resource == _resource;
        if (_resource.Name.StartsWith("other", StringComparison.Ordinal) && target.Resource.Schema.Parent is not null)
        {
            // What is embedded in a document is known to whoever comes through it; others need not find it.
            return;
        }
        if (target.Resource.Name == "root" && !target.Resource.Schema.ContainsKey("$id") && !same)
        {
            return;
        }
        string fragment = target.Anchor is not null && random.Next(2) == 0 ? target.Anchor
            : target.Pointer!.Length == 0 ? "" : Encoded(target.Pointer);
        string address = same && random.Next(3) > 0 ? "" : target.Resource.Schema.ContainsKey("$id") ? Address(target.Resource) : "";
        string written = fragment.Length > 0 || address.Length == 0 ? $"{address}#{fragment}" : address;
        schema[random.Next(12) == 0 && written.StartsWith('#') ? "$dynamicRef" : "$ref"] = written;
        References[written] = target.Schema;
    }

    /// <summary>Relative only from the folder of the root, where names are enough.</summary>
    private string Address(Resource target) => random.Next(2) == 0 && _resource.Schema.ContainsKey("$id") && !_resource.Name.Contains('/', StringComparison.Ordinal) ? target.Name : _base + target.Name;

    /// <summary>As a fragment.</summary>
    private static string Encoded(string pointer) => string.Concat(pointer.EnumerateRunes().Select(rune =>
        rune.Value is '/' or '~' or '$' || (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            ? rune.ToString()
            : string.Concat(System.Text.Encoding.UTF8.GetBytes(rune.ToString()).Select(unit => $"%{unit:X2}"))));

    private void Maybe(JsonObject schema, string keyword, int oneIn, Func<JsonNode?> value)
    {
        if (random.Next(oneIn) == 0)
        {
            schema[keyword] = value();
        }
    }

    private JsonNode Count(int below)
    {
        int count = random.Next(below + 1);
        return JsonNode.Parse(random.Next(6) switch { 0 => $"{count}.0", 1 => $"{count}e0", _ => $"{count}" })!;
    }

    private string Name() => Values.Pick(random, Values.Names);

    private JsonArray NameList() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Name()).Distinct().Select(name => (JsonNode)name)];

    private JsonArray List(Func<JsonNode> schema) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => schema())];

    private JsonObject Map(Func<string> name, Func<JsonNode> value)
    {
        JsonObject map = [];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            map[name()] = value();
        }
        return map;
    }
}
