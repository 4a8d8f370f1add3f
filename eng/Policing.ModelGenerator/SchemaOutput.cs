using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.ModelGenerator;

/// <summary>
/// The JSON Schemas of one strictness: a file for each record type and for each block that they share (parts, values, the coded value, any
/// record). A file refers to another by its name alone, so that resolving by <c>$id</c> and by file agree.
/// </summary>
internal sealed class SchemaOutput(DictionaryRows rows, Model model, SchemaStrictness strictness)
{
    /// <summary>Where the schemas of this version stand, until an owner gives a domain. The files' paths below schemas/ follow.</summary>
    private const string Base = "https://schemas.policing-sdk.example/";

    private const string AnyRecord = "record";
    private const string Coded = "coded-value";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool IsStrict => strictness == SchemaStrictness.Strict;

    private string Folder => $"1.0/{(IsStrict ? "strict" : "open")}";

    /// <summary>The files.</summary>
    public IEnumerable<GeneratedFile> Write()
    {
        foreach (ModelType type in model.Types) yield return File(BlockOf(type), writer => Type(writer, type));
        foreach (ModelValue value in model.Values) yield return File(DictionaryRows.Kebab(value.Name), writer => Value(writer, value));
        yield return File(Coded, CodedValue);
        yield return File(AnyRecord, Record);
    }

    // The name of a record's or part's schema, without its ending.
    private static string BlockOf(ModelType type) => type.WireType ?? DictionaryRows.Kebab(type.Name);

    private static string? BlockUsedBy(ModelProperty property) => property.Kind switch
    {
        ValueKind.Part or ValueKind.Text => DictionaryRows.Kebab(property.TypeName),
        ValueKind.Code => Coded,
        ValueKind.Record => AnyRecord,
        _ => null,
    };

    private GeneratedFile File(string block, Action<Utf8JsonWriter> content)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("$id", $"{Base}{Folder}/{block}.schema.json");
            content(writer);
            writer.WriteEndObject();
        }

        return new($"schemas/{Folder}/{block}.schema.json", Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private void Type(Utf8JsonWriter writer, ModelType type)
    {
        writer.WriteString("title", type.WireType ?? type.Name);
        writer.WriteString("description", type.Summary);
        writer.WriteString("x-psdk-maturity", type.IsTrial ? "trial" : "stable");
        Kind(writer, "object");
        writer.WriteStartObject("properties");
        if (type.WireType is not null)
            foreach (DictionaryRow row in rows.Envelope()) Property(writer, type, row);
        foreach (DictionaryRow row in rows.Own(type)) Property(writer, type, row);
        writer.WriteEndObject();
        Required(writer, type);
        if (!IsStrict) return;
        if (type.WireType is null) writer.WriteNumber("minProperties", 1);
        writer.WriteBoolean("unevaluatedProperties", false);
    }

    // A consumer needs to know what it has before it; the rest may be missing, with a finding.
    private void Required(Utf8JsonWriter writer, ModelType type)
    {
        IEnumerable<ModelProperty> first = type.WireType is null ? type.All : type.Envelope;
        Required(writer, [.. first.Where(p => p.Required && (IsStrict || p.IsDiscriminator)).Select(p => p.WireName)]);
        if (!IsStrict || type.WireType is null || !type.Own.Any(p => p.Required)) return;
        writer.WritePropertyName("if");
        JsonElement.Parse(IsTombstone).WriteTo(writer);
        writer.WriteStartObject("else");
        Required(writer, [.. type.Own.Where(p => p.Required).Select(p => p.WireName)]);
        writer.WriteEndObject();
    }

    private static void Required(Utf8JsonWriter writer, string[] names)
    {
        if (names.Length == 0) return;
        writer.WriteStartArray("required");
        foreach (string name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    // The state disposed, in each form of a code.
    private const string IsTombstone = """
        {"required":["status"],"properties":{"status":{"required":["state"],"properties":{"state":{"anyOf":[
        {"const":"disposed"},
        {"type":"object","required":["national"],"properties":{"national":{"const":"disposed"}}},
        {"type":"object","required":["code"],"properties":{"code":{"const":"disposed"},"list":false}}]}}}}}
        """;

    private void Property(Utf8JsonWriter writer, ModelType type, DictionaryRow row)
    {
        ModelProperty property = row.Property;
        writer.WriteStartObject(property.WireName);
        writer.WriteString("description", row.Meaning);
        writer.WriteString("x-psdk-class", row.DataClass);
        writer.WriteString("x-psdk-source", row.Source.Replace("\\|", "|"));
        writer.WriteString("x-psdk-certainty", row.Certainty);
        writer.WriteString("x-psdk-maturity", row.Maturity);
        if (row.List is not null) writer.WriteString("x-psdk-list", row.List);
        if (property.IsDiscriminator) writer.WriteString("const", type.WireType);
        else if (IsStrict && row.Property == rows.ModelVersion) Versions(writer);
        else Content(writer, property);
        writer.WriteEndObject();
    }

    // The minor versions up to this one; a later one is judged by the open schemas.
    private static void Versions(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("enum");
        writer.WriteStringValue("1.0");
        writer.WriteEndArray();
    }

    private void Content(Utf8JsonWriter writer, ModelProperty property)
    {
        switch (property.Shape)
        {
            case Shape.List:
                Kind(writer, "array");
                if (IsStrict) writer.WriteNumber("minItems", 1);
                Nested(writer, "items", property);
                break;
            case Shape.Map:
                Kind(writer, "object");
                if (IsStrict) writer.WriteNumber("minProperties", 1);
                Nested(writer, "additionalProperties", property);
                break;
            default:
                Element(writer, property, mayBeNull: true);
                break;
        }
    }

    // Of any JSON there is nothing to ask.
    private void Nested(Utf8JsonWriter writer, string keyword, ModelProperty property)
    {
        if (property.Kind == ValueKind.Raw) return;
        writer.WriteStartObject(keyword);
        Element(writer, property, mayBeNull: false);
        writer.WriteEndObject();
    }

    private void Element(Utf8JsonWriter writer, ModelProperty property, bool mayBeNull)
    {
        switch (property.Kind)
        {
            case ValueKind.String:
                Kind(writer, "string", mayBeNull);
                if (IsStrict) writer.WriteNumber("minLength", 1);
                break;
            case ValueKind.Boolean:
                Kind(writer, "boolean", mayBeNull);
                break;
            case ValueKind.Integer:
                Kind(writer, "integer", mayBeNull);
                break;
            case ValueKind.Decimal:
                Kind(writer, "number", mayBeNull);
                break;
            case ValueKind.Raw:
                break;
            default:
                writer.WriteString("$ref", $"{BlockUsedBy(property)}.schema.json");
                break;
        }
    }

    // A reader takes null as absent; a producer does not write it.
    private void Kind(Utf8JsonWriter writer, string kind, bool mayBeNull = true)
    {
        if (IsStrict || !mayBeNull)
        {
            writer.WriteString("type", kind);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(kind);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private void Value(Utf8JsonWriter writer, ModelValue value)
    {
        writer.WriteString("title", value.Name);
        writer.WriteString("description", value.Summary);
        Kind(writer, "string");
        if (!IsStrict) return;
        if (value.Pattern is { } pattern) writer.WriteString("pattern", pattern);
        else writer.WriteNumber("minLength", 1);
    }

    // Whether a code is one of its list is asked of the reference data in force, which a force may add to; a schema cannot know.
    private void CodedValue(Utf8JsonWriter writer)
    {
        writer.WriteString("title", "A coded value");
        writer.WriteString("description", "A code of the list that the member names in x-psdk-list; or, of another list or edition, an object.");
        writer.WriteStartArray("type");
        foreach (string kind in IsStrict ? (string[])["string", "object"] : ["string", "object", "null"]) writer.WriteStringValue(kind);
        writer.WriteEndArray();
        if (IsStrict) writer.WriteNumber("minLength", 1);
        writer.WriteStartObject("properties");
        foreach ((string name, string meaning) in CodedMembers)
        {
            writer.WriteStartObject(name);
            writer.WriteString("description", meaning);
            Kind(writer, "string");
            if (IsStrict) writer.WriteNumber("minLength", 1);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (!IsStrict) return;
        writer.WriteNumber("minProperties", 1);
        writer.WriteBoolean("unevaluatedProperties", false);
    }

    private static readonly (string Name, string Meaning)[] CodedMembers =
    [
        ("list", "The URI of the list or edition that the code is of."),
        ("code", "The code."),
        ("label", "What the code means, in words."),
        ("national", "The code of the member's own list that means the same."),
        ("text", "What the source wrote."),
    ];

    private void Record(Utf8JsonWriter writer)
    {
        writer.WriteString("title", "A record");
        writer.WriteString("description", "A record of any type that this version of the model defines.");
        if (IsStrict)
        {
            // Each choice asks for an object with a type: to say it here too would be a keyword that refuses nothing.
            Choice(writer);
            return;
        }

        Kind(writer, "object", mayBeNull: false);
        writer.WriteStartArray("required");
        writer.WriteStringValue("type");
        writer.WriteEndArray();
        ChoiceOfKnown(writer);
    }

    private void Choice(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("anyOf");
        foreach (string type in WireTypes) Reference(writer, type);
        writer.WriteEndArray();
    }

    private IEnumerable<string> WireTypes => model.Records.Select(t => t.WireType!).Order(StringComparer.Ordinal);

    private static void Reference(Utf8JsonWriter writer, string block)
    {
        writer.WriteStartObject();
        writer.WriteString("$ref", $"{block}.schema.json");
        writer.WriteEndObject();
    }

    // A later minor version may bring types that this one does not know; a consumer keeps them.
    private void ChoiceOfKnown(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("if");
        writer.WriteStartObject("properties");
        writer.WriteStartObject("type");
        writer.WriteStartArray("enum");
        foreach (string type in WireTypes) writer.WriteStringValue(type);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("then");
        Choice(writer);
        writer.WriteEndObject();
    }
}
