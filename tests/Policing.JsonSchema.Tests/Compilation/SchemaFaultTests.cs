namespace Policing.JsonSchema.Tests.Compilation;

public class SchemaFaultTests
{
    [Theory]
    [InlineData("""{"$ref": "#/$defs/a"}""", "/$ref", "leads nowhere")]
    [InlineData("""{"$ref": "#a"}""", "/$ref", "no such anchor")]
    [InlineData("""{"items": {"$ref": "https://b.example/other"}}""", "/items/$ref", "not in the registry")]
    [InlineData("""{"$ref": "#/required", "required": []}""", "/$ref", "leads nowhere")]
    [InlineData("""{"$ref": "#"}""", "", "without end")]
    [InlineData("""{"$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]}, "b": {"not": {"$ref": "#/$defs/a"}}}, "$ref": "#/$defs/a"}""", "/$defs/a", "without end")]
    [InlineData("""{"properties": {"a": {"minLength": -1}}}""", "/properties/a/minLength", "whole number")]
    [InlineData("""{"minLength": 1.5}""", "/minLength", "whole number")]
    [InlineData("""{"type": "text"}""", "/type", "must be a type")]
    [InlineData("""{"type": []}""", "/type", "must be a type")]
    [InlineData("""{"required": ["a", "a"]}""", "/required", "different strings")]
    [InlineData("""{"allOf": []}""", "/allOf", "at least one schema")]
    [InlineData("""{"properties": {"a": 1}}""", "/properties", "object of schemas")]
    [InlineData("""{"multipleOf": 0}""", "/multipleOf", "above 0")]
    [InlineData("""{"pattern": "("}""", "/pattern", "open parenthesis")]
    [InlineData("""{"pattern": "\\p{Script=Greek}"}""", "/pattern", "properties of characters")]
    [InlineData("""{"patternProperties": {"[": true}}""", "/patternProperties/[", "open bracket")]
    [InlineData("""{"uniqueItems": "yes"}""", "/uniqueItems", "true or false")]
    [InlineData("""{"$defs": {"unused": {"items": {"minLength": "1"}}}}""", "/$defs/unused/items/minLength", "whole number")]
    [InlineData("""{"then": {"type": "text"}}""", "/then/type", "must be a type")]
    [InlineData("""{"$anchor": "#a"}""", "/$anchor", "must be a name")]
    [InlineData("""{"$id": "https://a.example/b#c"}""", "/$id", "no fragment")]
    [InlineData("""{"$schema": "http://json-schema.org/draft-07/schema#"}""", "/$schema", "not draft 2020-12")]
    [InlineData("""{"$defs": {"a": {"$id": "x"}, "b": {"$id": "x"}}}""", "/$defs/b", "have the URI")]
    [InlineData("""{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}""", "/$defs/b/$anchor", "same anchor")]
    [InlineData("3", "", "must be an object")]
    [InlineData("""{"a": 1, "a": 2}""", "", "two members of one name")]
    public void A_faulty_schema_does_not_compile(string schema, string pointer, string problem)
    {
        SchemaException exception = Assert.Throws<SchemaException>(() => Schemas.Compile(schema));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Equal(pointer, exception.Pointer);
        Assert.True(exception is { Line: > 0, Column: > 0 });
    }

    [Theory]
    [InlineData("""{"minLenght": 3}""")]
    [InlineData("""{"properties": {"a": {"definitions": {}}}}""")]
    [InlineData("""{"$defs": {"unused": {"minLenght": 3}}}""")]
    public void Asked_to_unknown_keywords_are_faults(string schema)
    {
        Schemas.Compile(schema);
        SchemaException exception = Assert.Throws<SchemaException>(() => Schemas.Compile(schema, new SchemaOptions { RefuseUnknownKeywords = true }));
        Assert.Contains("is not known", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_of_ones_own_pass() =>
        Schemas.Compile("""{"x-source": {"minLength": -1}, "title": "t"}""", new SchemaOptions { RefuseUnknownKeywords = true });

    [Fact]
    public void A_fault_in_another_schema_names_that_schema()
    {
        SchemaRegistry registry = new SchemaRegistry().Add("https://b.example/other", "{\n  \"$defs\": { \"a\": { \"type\": 1 } }\n}"u8);
        SchemaException exception = Assert.Throws<SchemaException>(
            () => Schemas.Compile("""{"$ref": "https://b.example/other#/$defs/a"}""", new SchemaOptions { Registry = registry }));
        Assert.Equal(("https://b.example/other", "/$defs/a/type", 2L, 29L), (exception.SchemaUri, exception.Pointer, exception.Line, exception.Column));
    }

    [Fact]
    public void The_registry_takes_absolute_addresses_once()
    {
        SchemaRegistry registry = new SchemaRegistry().Add("https://b.example/other", "true"u8);
        Assert.Throws<ArgumentException>(() => registry.Add("https://b.example/other", "true"u8));
        Assert.Throws<ArgumentException>(() => registry.Add("other", "true"u8));
        Assert.Throws<ArgumentException>(() => registry.Add("https://b.example/other#a", "true"u8));
        Assert.Throws<SchemaException>(() => registry.Add("https://c.example/", "{"u8));
        Assert.Throws<ArgumentException>(() => Schemas.Compile("true", new SchemaOptions { BaseUri = "x" }));
    }

    [Fact]
    public void A_schema_can_be_compiled_with_the_registry_that_holds_it()
    {
        const string Schema = """{"$id": "https://b.example/a", "items": {"$ref": "b"}}""";
        SchemaRegistry registry = new SchemaRegistry().Add("https://b.example/a", Schemas.Bytes(Schema)).Add("https://b.example/b", """{"type": "string"}"""u8);
        CompiledSchema schema = Schemas.Compile(Schema, new SchemaOptions { Registry = registry });
        Assert.Equal(DocumentVerdict.Invalid, schema.Check("[1]"));
        Assert.Equal(DocumentVerdict.Valid, Schemas.Compile("""{"items": {"$ref": "b"}}""", new SchemaOptions { Registry = registry, BaseUri = "https://b.example/x" }).Check("[\"\"]"));
    }

    [Fact]
    public void The_metaschema_judges_itself_and_our_schemas()
    {
        CompiledSchema metaschema = Schemas.Compile("""{"$ref": "https://json-schema.org/draft/2020-12/schema"}""", new SchemaOptions { AssertFormats = true });
        Assert.Equal(DocumentVerdict.Valid, metaschema.Check(Schemas.Person));
        Assert.Equal("/$defs/~[0]/minLength", Assert.Single(metaschema.Report("""{"$defs": {"a": {"minLength": -1}}}""").Errors).InstancePointer);
    }
}
