using System.Text;
using System.Text.Json;

namespace Policing.JsonSchema.Tests.Evaluation;

public class CanaryTests
{
    private const string Canary = "canary";

    /// <summary>Documents whose every value and unknown name is a canary, for schemas in which every keyword fails.</summary>
    [Theory]
    [InlineData("""{"type": "number", "enum": [1], "const": 1, "minLength": 99, "maxLength": 1, "pattern": "^x", "format": "date"}""", "\"canary-1\"")]
    [InlineData("""{"maxProperties": 0, "minProperties": 9, "required": ["a"], "additionalProperties": false, "propertyNames": false}""", """{"canary": "canary", "canary2": {"canary": 1}}""")]
    [InlineData("""{"additionalProperties": {"additionalProperties": {"items": false}}}""", """{"canary": {"canary": ["canary"]}}""")]
    [InlineData("""{"patternProperties": {"^c": false}, "unevaluatedProperties": false}""", """{"canary": 1, "xcanary": 2}""")]
    [InlineData("""{"uniqueItems": true, "contains": false, "maxItems": 0, "not": {}, "oneOf": [false], "anyOf": [{"$ref": "#/not"}, false]}""", """["canary", "canary"]""")]
    [InlineData("true", """{"canary": 1, "canary": 2}""")]
    [InlineData("true", """{"canary": "\udead canary"}""")]
    [InlineData("true", """{"canary": canary}""")]
    [InlineData("true", """{"canary": "canary""")]
    [InlineData("""{"pattern": "^(?=(a|aa)+$)b"}""", "\"canary\"")]
    public void No_value_or_unknown_name_gets_out(string schema, string document)
    {
        SchemaReport report = Schemas.Compile(schema, new SchemaOptions { AssertFormats = true }).Report(document);
        StringBuilder all = new();
        all.AppendJoin('\n', report.Errors.Select(error => $"{error} {error.Message} {error.SchemaLocation}")).Append(report.Refusal).Append(report.Refusal?.Message).Append(report);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            report.WriteList(writer);
        }
        all.Append(Encoding.UTF8.GetString(stream.ToArray()));
        if (schema != "true")
        {
            Assert.NotEmpty(report.Errors);
        }
        Assert.DoesNotContain(Canary, all.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Random_documents_leave_nothing_in_a_report()
    {
        CompiledSchema schema = Schemas.CompilePerson();
        Random random = new(7);
        byte[] document = Schemas.Bytes(Schemas.ValidPerson.Replace("Example", Canary, StringComparison.Ordinal).Replace("x-note", "x-" + Canary, StringComparison.Ordinal));
        for (int time = 0; time < 3_000; time++)
        {
            byte[] changed = (byte[])document.Clone();
            changed[random.Next(changed.Length)] = (byte)random.Next(32, 127);
            changed[random.Next(changed.Length)] = (byte)"0{}[],:\"n"[random.Next(9)];
            SchemaReport report = schema.Report(changed);
            Assert.DoesNotContain(Canary, string.Join('\n', report.Errors) + report.Refusal, StringComparison.OrdinalIgnoreCase);
        }
    }
}
