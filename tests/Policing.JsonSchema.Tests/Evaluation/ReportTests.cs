using System.Text;
using System.Text.Json;

namespace Policing.JsonSchema.Tests.Evaluation;

public class ReportTests
{
    [Fact]
    public void An_error_names_value_and_keyword()
    {
        SchemaReport report = Schemas.CompilePerson().Report(Schemas.ValidPerson.Replace("\"Sämple\"", "\"\"", StringComparison.Ordinal));
        SchemaError error = Assert.Single(report.Errors);
        Assert.Equal("minLength", error.Keyword);
        Assert.Equal("/names/1/family", error.InstancePointer);
        Assert.Equal("/properties/names/items/$ref/properties/family/minLength", error.KeywordPointer);
        Assert.Equal("https://schemas.example/person#/$defs/name/properties/family/minLength", error.SchemaLocation);
        Assert.Equal((5, 67), (error.Line, error.Column));
        Assert.Equal("The string has fewer than 1 characters.", error.Message);
    }

    [Fact]
    public void All_errors_come_in_the_order_of_the_document()
    {
        SchemaReport report = Schemas.CompilePerson().Report("""
            {"type": "thing", "id": "1", "names": [{"given": "x"}, 3], "heightCm": 1.5, "weightKg": 0.3, "unknown": {}, "tags": ["b", 1]}
            """);
        Assert.Equal(
            [
                "/type const", "/id format", "/names/0 required", "/names/0/~[0] additionalProperties", "/names/1 type", "/heightCm minimum", "/heightCm type",
                "/weightKg multipleOf", "/~[5] unevaluatedProperties", "/tags contains", "/tags/1 type",
            ],
            report.Errors.OrderBy(error => error.Column).ThenBy(error => error.Keyword, StringComparer.Ordinal).Select(error => $"{error.InstancePointer} {error.Keyword}"));
        Assert.Equal(report.Errors.Count, report.ErrorCount);
        Assert.Equal(report.Errors.Select(error => error.Column).Order(), report.Errors.Select(error => error.Column));
    }

    [Theory]
    [InlineData("""{"anyOf": [{"type": "string"}, {"minimum": 5}]}""", "3", "/anyOf/0/type /anyOf/1/minimum /anyOf")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"minimum": 2}]}""", "3", "")]
    [InlineData("""{"oneOf": [true, {"minimum": 2}]}""", "3", "/oneOf")]
    [InlineData("""{"not": {"type": "number"}}""", "3", "/not")]
    [InlineData("""{"if": {"minimum": 5}, "then": false, "else": {"maximum": 2}}""", "3", "/else/maximum")]
    [InlineData("""{"if": {"minimum": 1}, "then": false}""", "3", "/then")]
    [InlineData("""{"contains": {"type": "string"}}""", "[1, 2]", "/contains")]
    [InlineData("""{"properties": {"a": false}}""", """{"a": 1}""", "/properties/a")]
    [InlineData("""{"dependentRequired": {"a": ["b", "c"]}}""", """{"a": 1}""", "/dependentRequired /dependentRequired")]
    [InlineData("""{"dependentSchemas": {"a": {"maxProperties": 0}}}""", """{"a": 1}""", "/dependentSchemas/a/maxProperties")]
    [InlineData("""{"propertyNames": {"pattern": "^b"}}""", """{"a": 1}""", "/propertyNames/pattern")]
    [InlineData("""{"patternProperties": {"^a~/": {"type": "null"}}}""", """{"a~/": 1}""", "/patternProperties/^a~0~1/type")]
    [InlineData("""{"minContains": 2, "contains": true, "maxItems": 0, "uniqueItems": true}""", "[1]", "/maxItems /minContains")]
    public void Branches_that_may_fail_leave_no_errors(string schema, string document, string keywords)
    {
        SchemaReport report = Schemas.Compile(schema).Report(document);
        Assert.Equal(keywords, string.Join(' ', report.Errors.Select(error => error.KeywordPointer)));
        Assert.Equal(keywords.Length == 0, report.IsValid);
    }

    [Fact]
    [Trait("limit", nameof(DocumentLimits.MaxErrors))]
    public void Errors_beyond_the_limit_are_counted()
    {
        CompiledSchema schema = Schemas.Compile("""{"items": {"type": "string"}}""", new SchemaOptions { Limits = new DocumentLimits { MaxErrors = 3 } });
        SchemaReport report = schema.Report("[1,2,3,4,5,\"6\"]");
        Assert.Equal((3, 5L), (report.Errors.Count, report.ErrorCount));
    }

    [Fact]
    public void The_outputs_are_flag_and_list()
    {
        SchemaReport report = Schemas.Compile("""{"$id": "https://a.example/b", "properties": {"n": {"$ref": "#/$defs/n"}}, "$defs": {"n": {"type": "string", "minimum": 9}}}""")
            .Report("""{"n": 5}""");
        Assert.Equal("""{"valid":false}""", Written(report.WriteFlag));
        Assert.Equal(
            """{"valid":false,"details":[{"valid":false,"evaluationPath":"/properties/n/$ref","schemaLocation":"https://a.example/b#/$defs/n","instanceLocation":"/n","errors":{"type":"The value is not of the type that is asked for: string.","minimum":"The number is less than 9."}}]}""",
            Written(report.WriteList));
        SchemaReport nothing = Schemas.Compile("false", new SchemaOptions { BaseUri = "https://a.example/b" }).Report("5");
        Assert.Equal(
            """{"valid":false,"details":[{"valid":false,"evaluationPath":"","schemaLocation":"https://a.example/b#","instanceLocation":"","errors":{"false":"Nothing is allowed here."}}]}""",
            Written(nothing.WriteList));
        Assert.Equal("""{"valid":true}""", Written(Schemas.Compile("true").Report("1").WriteList));
        Assert.Contains("$refused", Written(Schemas.Compile("true").Report("1 2").WriteList), StringComparison.Ordinal);
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
