using System.Text.Json.Nodes;

namespace Policing.JsonSchema.Tests.Compilation;

/// <summary>A verdict runs on a merged schema, a collection of errors on the schema as it is written: both must say the same.</summary>
public class MergedSchemaTests
{
    private static readonly string[] s_names = ["a", "b", "c"];
    private static readonly string[] s_values = ["x", "y"];

    [Theory]
    // Conditions beside what only the long way answers.
    [InlineData("""{"type":"object","enum":[{"a":"x"},{"a":"y"}],"properties":{"a":true},"not":{"required":["a"]}}""", """{"a":"x"}""")]
    [InlineData("""{"type":"object","properties":{"a":true},"if":{"required":["a"]},"then":{"required":["b"]},"anyOf":[{"properties":{"z":true}}],"unevaluatedProperties":false}""", """{"a":1}""")]
    [InlineData("""{"type":"object","properties":{"a":true},"if":{},"then":{"required":["b"]}}""", """{"a":1}""")]
    [InlineData("""{"type":"object","properties":{},"if":true,"then":false}""", "{}")]
    [InlineData("""{"type":"object","minProperties":0,"anyOf":[{},true]}""", "{}")]
    // The same name in several places, with and without others that are additional.
    [InlineData("""{"properties":{"a":{"type":"string"}},"allOf":[{"properties":{"a":{"const":"x"}}},{"additionalProperties":{"minLength":2}}]}""", """{"a":"x"}""")]
    [InlineData("""{"$ref":"#/$defs/e","properties":{"a":true},"unevaluatedProperties":false,"$defs":{"e":{"properties":{"b":true},"required":["b"]}}}""", """{"a":1,"b":2,"c":3}""")]
    [InlineData("""{"$ref":"#/$defs/e","unevaluatedProperties":false,"$defs":{"e":{"properties":{"b":true},"unevaluatedProperties":{"type":"string"}}}}""", """{"b":1,"c":"x"}""")]
    [InlineData("""{"properties":{"a":true},"anyOf":[{"properties":{"b":{"const":"x"}},"required":["b"]},{"required":["a"]}],"unevaluatedProperties":false}""", """{"a":1,"b":"y"}""")]
    [InlineData("""{"properties":{"a":true},"dependentSchemas":{"a":{"properties":{"b":true}}},"unevaluatedProperties":false}""", """{"a":1,"b":"y"}""")]
    [InlineData("""{"patternProperties":{"^a":true},"unevaluatedProperties":false,"allOf":[{"properties":{"b":true}}]}""", """{"ab":1,"b":"y","c":1}""")]
    // A value that chooses the branch.
    [InlineData("""{"oneOf":[{"properties":{"t":{"const":"x"}}},{"properties":{"t":{"enum":["y","z"]},"u":{"type":"string"}}}]}""", """{"t":"z","u":1}""")]
    [InlineData("""{"oneOf":[{"properties":{"t":{"const":"x"}}},{"properties":{"t":{"enum":["y","z"]}}}]}""", "{}")]
    [InlineData("""{"oneOf":[{"properties":{"t":{"const":"x"}}},{"properties":{"t":{"enum":["y","z"]}}}]}""", "1")]
    [InlineData("""{"anyOf":[{"properties":{"t":{"const":"x"}}},{"properties":{"t":{"const":"y"}}}]}""", """{"t":1}""")]
    [InlineData("""{"anyOf":[{"properties":{"t":{"const":"x"}}},{"properties":{"t":{"const":"y"}}}]}""", """{"\u0074":"\u0079"}""")]
    // Schemas within themselves.
    [InlineData("""{"properties":{"a":{"$ref":"#"}},"allOf":[{"properties":{"a":{"$ref":"#/$defs/t"}}}],"$defs":{"t":{"properties":{"a":{"type":"object"}}}}}""", """{"a":{"a":{"a":{"a":1}}}}""")]
    public void Both_ways_agree_where_they_differ_most(string schema, string document) => AssertAgreement(schema, document);

    [Fact]
    public void Both_ways_agree_on_random_schemas()
    {
        Random random = new(20260305);
        int valid = 0;
        for (int round = 0; round < 6_000; round++)
        {
            string schema = RandomSchema(random, 3).ToJsonString();
            for (int document = 0; document < 6; document++)
            {
                valid += AssertAgreement(schema, RandomValue(random, 2).ToJsonString()) ? 1 : 0;
            }
        }
        Assert.InRange(valid, 5_000, 31_000);
    }

    private static bool AssertAgreement(string schema, string document)
    {
        CompiledSchema compiled = Schemas.Compile(schema);
        DocumentVerdict verdict = compiled.Check(document);
        Assert.True(verdict == compiled.Report(Schemas.Bytes(document), trustsVerdict: false).Verdict, $"{verdict} for {document} by {schema}");
        return verdict is DocumentVerdict.Valid;
    }

    private static JsonNode RandomSchema(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0)
        {
            return random.Next(6) switch
            {
                0 => JsonValue.Create(random.Next(4) > 0),
                1 => new JsonObject { ["const"] = Pick(random, s_values) },
                2 => new JsonObject { ["enum"] = new JsonArray(Pick(random, s_values), 1) },
                3 => new JsonObject { ["type"] = "object" },
                4 => new JsonObject { ["required"] = new JsonArray(Pick(random, s_names)) },
                _ => new JsonObject { ["properties"] = new JsonObject { [Pick(random, s_names)] = new JsonObject { ["const"] = Pick(random, s_values) } } },
            };
        }
        JsonObject schema = random.Next(3) > 0 ? new JsonObject { ["type"] = "object" } : [];
        for (int keyword = random.Next(1, 5); keyword > 0; keyword--)
        {
            AddKeyword(schema, random, depth - 1);
        }
        return schema;
    }

    private static void AddKeyword(JsonObject schema, Random random, int depth)
    {
        switch (random.Next(14))
        {
            case 0 or 1 or 2:
                schema["properties"] = new JsonObject { [Pick(random, s_names)] = RandomSchema(random, depth) };
                break;
            case 3:
                schema["additionalProperties"] = RandomSchema(random, depth);
                break;
            case 4 or 5:
                schema["unevaluatedProperties"] = random.Next(2) == 0 ? false : RandomSchema(random, depth);
                break;
            case 6:
                schema["required"] = new JsonArray(Pick(random, s_names));
                break;
            case 7:
                schema["if"] = RandomSchema(random, depth);
                schema[random.Next(2) == 0 ? "then" : "else"] = RandomSchema(random, depth);
                break;
            case 8:
                schema["not"] = RandomSchema(random, depth);
                break;
            case 9:
                schema["dependentSchemas"] = new JsonObject { [Pick(random, s_names)] = RandomSchema(random, depth) };
                break;
            case 10:
                schema["patternProperties"] = new JsonObject { ["^" + Pick(random, s_names)] = RandomSchema(random, depth) };
                break;
            default:
                schema[Pick(random, ["allOf", "anyOf", "oneOf"])] = new JsonArray(RandomSchema(random, depth), RandomSchema(random, depth));
                break;
        }
    }

    private static JsonNode RandomValue(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            return random.Next(3) == 0 ? JsonValue.Create(1) : JsonValue.Create(Pick(random, s_values));
        }
        JsonObject value = [];
        foreach (string name in s_names.Where(_ => random.Next(2) == 0))
        {
            value[name] = RandomValue(random, depth - 1);
        }
        return value;
    }

    private static string Pick(Random random, string[] list) => list[random.Next(list.Length)];
}
