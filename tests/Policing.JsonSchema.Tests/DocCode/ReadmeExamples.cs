using System.Text.Json;

namespace Policing.JsonSchema.Tests.DocCode;

/// <summary>The code of the package's README.</summary>
public class ReadmeExamples
{
    private static ReadOnlySpan<byte> OrderSchema => """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://shop.example/order",
          "type": "object",
          "required": ["id", "lines"],
          "properties": {
            "id": { "type": "string", "format": "uuid" },
            "lines": { "type": "array", "minItems": 1, "items": { "$ref": "line" } }
          },
          "unevaluatedProperties": false
        }
        """u8;

    private static ReadOnlySpan<byte> LineSchema => """
        { "type": "object", "required": ["sku"], "properties": { "sku": { "type": "string" }, "quantity": { "type": "integer", "minimum": 1 } } }
        """u8;

    [Fact]
    public void A_first_use()
    {
        #region JsonSchemaFirstUse
        CompiledSchema schema = CompiledSchema.Compile("""
            {
              "type": "object",
              "required": ["sku"],
              "properties": { "sku": { "type": "string" }, "quantity": { "type": "integer", "minimum": 1 } }
            }
            """u8);

        bool good = schema.IsValid("""{ "sku": "A-1", "quantity": 2.0 }"""u8);   // true: in JSON Schema 2.0 is an integer
        bool bad = schema.IsValid("""{ "sku": "A-1", "quantity": 0 }"""u8);      // false
        #endregion

        Assert.Equal((true, false), (good, bad));
    }

    [Fact]
    public void A_verdict()
    {
        ReadOnlySpan<byte> orderSchema = OrderSchema;
        ReadOnlySpan<byte> lineSchema = LineSchema;
        ReadOnlySpan<byte> order = """{ "id": "00000000-0000-4000-8000-000000000001", "lines": [{ "sku": "A-1", "quantity": 2 }] }"""u8;

        #region JsonSchemaVerdict
        var registry = new SchemaRegistry()
            .Add("https://shop.example/line", lineSchema);

        // Compile once, keep it, use it from every thread.
        CompiledSchema schema = CompiledSchema.Compile(orderSchema, new SchemaOptions
        {
            Registry = registry,
            AssertFormats = true,
        });

        DocumentVerdict verdict = schema.Check(order);   // Valid, Invalid, or Refused: not I-JSON, or over a limit
        #endregion

        Assert.Equal(DocumentVerdict.Valid, verdict);
    }

    [Fact]
    public void A_report()
    {
        CompiledSchema schema = CompiledSchema.Compile(
            OrderSchema, new SchemaOptions { Registry = new SchemaRegistry().Add("https://shop.example/line", LineSchema), AssertFormats = true });
        ReadOnlySpan<byte> order = """{ "id": "7", "lines": [{ "sku": "A-1", "quantity": 0 }], "secret": 1 }"""u8;
        List<string> lines = [];
        using MemoryStream stream = new();
        using Utf8JsonWriter writer = new(stream);

        #region JsonSchemaReport
        SchemaReport report = schema.Report(order);
        foreach (SchemaError error in report.Errors)
        {
            lines.Add($"{error.InstancePointer}: {error.Message} ({error.KeywordPointer}, line {error.Line}, column {error.Column})");
        }
        report.WriteList(writer);
        #endregion

        Assert.Equal(
            [
                "/id: The string has not the format uuid. (/properties/id/format, line 1, column 9)",
                "/lines/0/quantity: The number is less than 1. (/properties/lines/items/$ref/properties/quantity/minimum, line 1, column 52)",
                "/~[2]: Nothing is allowed here. (/unevaluatedProperties, line 1, column 68)",
            ],
            lines);
    }

    [Fact]
    public void A_fault()
    {
        ReadOnlySpan<byte> schema = """{ "properties": { "id": { "minLenght": 3 } } }"""u8;
        string place = "";

        #region JsonSchemaFault
        try
        {
            CompiledSchema.Compile(schema, new SchemaOptions { RefuseUnknownKeywords = true });
        }
        catch (SchemaException exception)
        {
            place = exception.Pointer;   // "/properties/id/minLenght"
        }
        #endregion

        Assert.Equal("/properties/id/minLenght", place);
    }
}
