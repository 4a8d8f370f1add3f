using System.Text;
using System.Text.Json.Nodes;
using Policing.SchemaProof.Cases;

namespace Policing.SchemaProof.Fuzz;

/// <summary>Changed schemas: compiling throws nothing but what is documented, and agrees with the metaschema about what is malformed.</summary>
internal static class SchemaFuzz
{
    private const int SchemasPerRound = 12;

    private static readonly CompiledSchema s_metaschema =
        CompiledSchema.Compile("""{"$ref": "https://json-schema.org/draft/2020-12/schema"}"""u8, new SchemaOptions { Limits = new DocumentLimits { MaxDepth = 256 } });

    private static readonly string[] s_keywords =
    [
        "$id", "$schema", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "prefixItems", "items", "contains", "additionalProperties",
        "properties", "patternProperties", "dependentSchemas", "propertyNames", "if", "then", "else", "allOf", "anyOf", "oneOf", "not", "unevaluatedItems", "unevaluatedProperties",
        "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
        "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required", "dependentRequired", "title", "default", "deprecated", "examples", "format",
        "contentEncoding", "contentMediaType", "contentSchema",
    ];

    private static readonly string[] s_texts =
        ["#", "#/$defs/a", "", "a", "%zz", "#%", "#/%E0%A4", "//", "http://[", "urn:a:b", "#a b", "^(a+)+$", "(", "[a-", @"\", "a{2,1}", @"(?<n>a)\k<n>", "string", "https://json-schema.org/draft/2020-12/schema", "\ud83d\ude00", "..", "?"];

    public static void Round(Random random, int number, FuzzCounts counts)
    {
        SchemaGenerator generator = new(random, number);
        generator.Generate();
        for (int time = 0; time < SchemasPerRound; time++)
        {
            byte[] schema = Schema(random, generator.Root);
            CompiledSchema? compiled = Compile(schema);
            counts.CompiledSchemas += compiled is null ? 0 : 1;
            counts.FaultySchemas += compiled is null ? 1 : 0;
            if (compiled is not null)
            {
                byte[] document = Encoding.UTF8.GetBytes(Texts.Write(Values.Any(random, 3), random));
                counts.Add(Judgement.Of(compiled, document, () => FuzzException.Show(schema, document)).Verdict);
            }
        }
    }

    private static byte[] Schema(Random random, JsonNode root)
    {
        byte[] good = Encoding.UTF8.GetBytes(Texts.Write(root, random));
        return random.Next(4) == 0 ? Bytes.Changed(random, good) : Encoding.UTF8.GetBytes(Texts.Write(Change(root.DeepClone(), random), random));
    }

    private static JsonNode? Change(JsonNode? schema, Random random)
    {
        for (int changes = random.Next(1, 3); changes > 0; changes--)
        {
            JsonObject[] all = [.. Objects(schema)];
            if (all.Length == 0)
            {
                return Any(random);
            }
            JsonObject one = all[random.Next(all.Length)];
            one[Values.Pick(random, s_keywords)] = Any(random);
        }
        return schema;
    }

    private static JsonNode? Any(Random random) => random.Next(6) switch
    {
        0 => Values.Pick(random, s_texts),
        1 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode)Values.Pick(random, s_texts))]),
        2 => new JsonObject { [Values.Pick(random, s_keywords)] = Values.Pick(random, s_texts) },
        3 => new JsonObject { [Values.Pick(random, s_keywords)] = new JsonObject { [Values.Pick(random, s_keywords)] = Values.Any(random, 1) } },
        _ => Values.Any(random, 2),
    };

    private static CompiledSchema? Compile(byte[] schema)
    {
        string? fault = null;
        CompiledSchema? compiled = null;
        try
        {
            compiled = CompiledSchema.Compile(schema);
        }
        catch (SchemaException exception)
        {
            fault = exception.Message;
        }
        catch (Exception exception)
        {
            throw new FuzzException($"A schema made it throw {exception.GetType().Name}.", FuzzException.Show(schema), exception);
        }
        CompareWithMetaschema(schema, fault);
        return compiled;
    }

    /// <summary>
    /// A schema that compiles meets the metaschema, and one with a malformed keyword does not. Resources inside are looked at only if they are
    /// used, and another dialect has another metaschema.
    /// </summary>
    private static void CompareWithMetaschema(byte[] schema, string? fault)
    {
        DocumentVerdict verdict = s_metaschema.Check(schema);
        string text = Encoding.UTF8.GetString(schema);
        bool comparable = text.Split("\"$id\"").Length <= 2 && !text.Contains("\\u0024", StringComparison.OrdinalIgnoreCase);
        if (verdict is DocumentVerdict.Refused || !comparable)
        {
            return;
        }
        Judgement.Demand(fault is not null || verdict is DocumentVerdict.Valid, "it compiles, but does not meet the metaschema", () => FuzzException.Show(schema));
        bool malformed = fault is not null && fault.StartsWith("The keyword '", StringComparison.Ordinal) && fault.Contains("' must ", StringComparison.Ordinal);
        Judgement.Demand(!malformed || verdict is DocumentVerdict.Invalid, $"it meets the metaschema, but: {fault}", () => FuzzException.Show(schema));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
