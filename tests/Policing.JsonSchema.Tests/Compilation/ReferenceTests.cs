namespace Policing.JsonSchema.Tests.Compilation;

/// <summary>Where references lead, in corners that the official suite leaves open.</summary>
public class ReferenceTests
{
    private const string Mixed = """
        {
          "$id": "https://a.example/a", "$dynamicAnchor": "x",
          "properties": { "p": { "$dynamicRef": "#x" }, "q": { "$dynamicRef": "#/$defs/s" }, "r": { "$dynamicRef": "#plain" } },
          "$defs": { "s": { "type": "string" }, "t": { "$anchor": "plain", "type": "string" } }
        }
        """;

    [Theory]
    [InlineData("""{"q": "", "r": "", "p": {"q": ""}}""", true)]
    [InlineData("""{"q": 1}""", false)]
    [InlineData("""{"p": {"p": {"r": 1}}}""", false)]
    public void Dynamic_references_to_plain_places_stand_beside_dynamic_ones(string document, bool valid) => Check(Mixed, document, valid);

    /// <summary>The outermost resource that was entered decides, however many lie between.</summary>
    [Theory]
    [InlineData("https://a.example/strings", """[["a", ["b"]], "c"]""", true)]
    [InlineData("https://a.example/strings", """[["a", [1]]]""", false)]
    [InlineData("https://a.example/numbers", """[[1, [2]], 3]""", true)]
    [InlineData("https://a.example/numbers", """[["a"]]""", false)]
    [InlineData("https://a.example/tree", """[["a", 1], null]""", true)]
    public void A_dynamic_reference_goes_through_several_resources(string start, string document, bool valid)
    {
        SchemaRegistry registry = new SchemaRegistry()
            .Add("https://a.example/tree", """{"items": {"anyOf": [{"$ref": "level"}, {"$dynamicRef": "#leaf"}]}, "$defs": {"leaf": {"$dynamicAnchor": "leaf"}}}"""u8)
            .Add("https://a.example/level", """{"type": "array", "$ref": "tree"}"""u8)
            .Add("https://a.example/strings", """{"$ref": "tree", "$defs": {"leaf": {"$dynamicAnchor": "leaf", "type": "string"}}}"""u8)
            .Add("https://a.example/numbers", """{"$ref": "level", "$defs": {"leaf": {"$dynamicAnchor": "leaf", "type": "number"}, "s": {"$ref": "strings"}}}"""u8);
        Check($$"""{"$ref": "{{start}}" }""", document, valid, registry);
    }

    [Theory]
    [InlineData("#/$defs/a%25b", true)]
    [InlineData("#/%24defs/a%25b", true)]
    [InlineData("#/$defs/c~1d~0e", true)]
    [InlineData("#/$defs/c~1d%7E0e", true)]
    [InlineData("#/$defs/%22%C3%A9", true)]
    [InlineData("#/$defs/\u00e9", false)]
    [InlineData("#/$defs/", true)]
    [InlineData("#/allOf/0", true)]
    [InlineData("#/allOf/00", false)]
    [InlineData("#/allOf/1", false)]
    [InlineData("#/allOf/-", false)]
    [InlineData("#/allOf/+0", false)]
    [InlineData("#/allOf/0/", false)]
    public void Pointers_are_followed_as_RFC_6901_says(string reference, bool found)
    {
        string schema = $$"""
            {"$defs": {"a%b": {"type": "null"}, "c/d~e": {"type": "null"}, "\"é": {"type": "null"}, "": {"type": "null"}, "use": {"$ref": "{{reference}}"} },
             "allOf": [{"type": ["null", "array"]}], "items": {"$ref": "{{reference}}"} }
            """;
        if (found)
        {
            Check(schema, "[null]", valid: true);
            Check(schema, "[1]", valid: false);
        }
        else
        {
            Assert.Throws<SchemaException>(() => Schemas.Compile(schema));
        }
    }

    /// <summary>Every place of RFC 3986, section 5.2.4, that a base can lead to.</summary>
    [Theory]
    [InlineData("https://a.example/x/y/z", "b", "https://a.example/x/y/b")]
    [InlineData("https://a.example/x/y/z", "./b", "https://a.example/x/y/b")]
    [InlineData("https://a.example/x/y/z", "../b", "https://a.example/x/b")]
    [InlineData("https://a.example/x/y/z", "../../../b", "https://a.example/b")]
    [InlineData("https://a.example/x/y/z", "/b", "https://a.example/b")]
    [InlineData("https://a.example/x/y/z", "//c.example/b", "https://c.example/b")]
    [InlineData("https://a.example/x/y/z", "?b", "https://a.example/x/y/z?b")]
    [InlineData("https://a.example/x/y/z", "..", "https://a.example/x/")]
    [InlineData("https://a.example/x/y/z", "c/../b", "https://a.example/x/y/b")]
    [InlineData("https://a.example", "b", "https://a.example/b")]
    [InlineData("urn:example:a", "urn:example:b", "urn:example:b")]
    public void References_are_resolved_against_the_nearest_identifier(string baseUri, string reference, string target)
    {
        SchemaRegistry registry = new SchemaRegistry().Add(target, """{"type": "null", "$defs": {"c": {"$anchor": "c", "type": "boolean"}}}"""u8);
        string own = $$"""{"$id": "{{baseUri}}", "items": {"$ref": "{{reference}}"}, "properties": {"c": {"$ref": "{{reference}}#c"} } }""";
        string embedded = $$"""{"$id": "https://other.example/q/r", "$ref": "#/$defs/own", "$defs": {"own": {{own}} } }""";
        foreach (string schema in new[] { own, embedded })
        {
            Check(schema, "[null]", valid: true, registry);
            Check(schema, "[1]", valid: false, registry);
            Check(schema, """{"c": true}""", valid: true, registry);
            Check(schema, """{"c": null}""", valid: false, registry);
        }
    }

    [Fact]
    public void Relative_identifiers_build_on_each_other()
    {
        const string Schema = """
            {
              "$id": "https://a.example/one/", "items": { "$ref": "two/three/leaf#end" },
              "$defs": { "b": { "$id": "two/", "$defs": { "c": { "$id": "three/leaf", "$defs": { "d": { "$anchor": "end", "$ref": "../up" } } } } },
                         "e": { "$id": "/one/two/up", "type": "string" } }
            }
            """;
        Check(Schema, """["a"]""", valid: true);
        Check(Schema, "[1]", valid: false);
    }

    /// <summary>The keywords of a vocabulary that the dialect lacks are notes.</summary>
    [Fact]
    public void A_dialect_without_a_vocabulary_does_not_check_its_keywords()
    {
        SchemaRegistry registry = new SchemaRegistry().Add("https://a.example/dialect", """
            {"$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true, "https://json-schema.org/draft/2020-12/vocab/applicator": true,
             "https://a.example/unknown": false}}
            """u8);
        const string Schema = """{"$schema": "https://a.example/dialect", "type": "string", "minLength": -1, "properties": {"a": false}, "unevaluatedProperties": false}""";
        Check(Schema, """{"b": 1}""", valid: true, registry);
        Check(Schema, """{"a": 1}""", valid: false, registry);
    }

    private static void Check(string schema, string document, bool valid, SchemaRegistry? registry = null)
    {
        CompiledSchema compiled = Schemas.Compile(schema, new SchemaOptions { Registry = registry });
        DocumentVerdict expected = valid ? DocumentVerdict.Valid : DocumentVerdict.Invalid;
        Assert.Equal((expected, expected), (compiled.Check(document), compiled.Report(document).Verdict));
    }
}
