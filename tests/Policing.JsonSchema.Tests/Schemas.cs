using System.Text;

namespace Policing.JsonSchema.Tests;

/// <summary>Short ways from text to schemas and bytes.</summary>
internal static class Schemas
{
    public static CompiledSchema Compile(string schema, SchemaOptions? options = null) => CompiledSchema.Compile(Bytes(schema), options);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static DocumentVerdict Check(this CompiledSchema schema, string document) => schema.Check(Bytes(document));

    public static SchemaReport Report(this CompiledSchema schema, string document) => schema.Report(Bytes(document));

    /// <summary>A schema with most of what an exchange of records needs.</summary>
    public const string Person = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://schemas.example/person",
          "type": "object",
          "allOf": [{ "$ref": "#/$defs/envelope" }],
          "required": ["names"],
          "properties": {
            "type": { "const": "person" },
            "names": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/name" } },
            "birthDate": { "type": "string", "format": "date" },
            "heightCm": { "type": "integer", "minimum": 30, "maximum": 300 },
            "weightKg": { "type": "number", "multipleOf": 0.5 },
            "pncId": { "type": "string", "pattern": "^\\d{2,4}/\\d{1,7}[A-Z]$" },
            "notes": { "type": "string", "maxLength": 200 },
            "tags": { "type": "array", "contains": { "const": "a" }, "prefixItems": [{ "type": "string" }], "unevaluatedItems": { "type": "string" } },
            "contact": { "oneOf": [
              { "type": "object", "required": ["email"], "properties": { "email": { "type": "string", "format": "email" } } },
              { "type": "object", "required": ["telephone"], "properties": { "telephone": { "type": "string", "pattern": "^(\\+44|0)[0-9 ]+$" } } }
            ] }
          },
          "patternProperties": { "^x-": { "type": "string" } },
          "unevaluatedProperties": false,
          "$defs": {
            "envelope": {
              "type": "object",
              "required": ["type", "id"],
              "properties": { "type": { "type": "string" }, "id": { "type": "string", "format": "uuid" }, "created": { "type": "string", "format": "date-time" } }
            },
            "name": {
              "type": "object",
              "required": ["family"],
              "properties": { "family": { "type": "string", "minLength": 1 }, "kind": { "enum": ["legal", "alias"] } },
              "additionalProperties": false
            }
          }
        }
        """;

    public const string ValidPerson = """
        {
          "type": "person",
          "id": "00000000-0000-4000-8000-000000000001",
          "created": "2026-01-02T03:04:05Z",
          "names": [{ "family": "Example", "kind": "legal" }, { "family": "Sämple" }],
          "birthDate": "1980-02-29",
          "heightCm": 172,
          "weightKg": 70.5,
          "pncId": "2097/12X",
          "notes": "line\none \u00e9",
          "tags": ["x", "a"],
          "contact": { "email": "person1@example.org" },
          "x-note": "kept"
        }
        """;

    public static CompiledSchema CompilePerson() => Compile(Person, new SchemaOptions { AssertFormats = true });
}
