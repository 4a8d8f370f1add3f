using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.ModelGenerator;

/// <summary>The whole model as data, schemas/1.0/model.json: for people and programs that do not read C#.</summary>
internal static class ModelJsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static GeneratedFile Write(DictionaryRows rows, Model model)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("modelVersion", "1.0");
            Members(writer, "envelope", rows.Envelope());
            Types(writer, "records", rows, model.Records.OrderBy(t => t.WireType, StringComparer.Ordinal));
            Types(writer, "parts", rows, model.Types.Where(t => t.WireType is null));
            Values(writer, model);
            Lists(writer, model);
            writer.WriteEndObject();
        }

        return new("schemas/1.0/model.json", Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Types(Utf8JsonWriter writer, string name, DictionaryRows rows, IEnumerable<ModelType> types)
    {
        writer.WriteStartArray(name);
        foreach (ModelType type in types)
        {
            writer.WriteStartObject();
            if (type.WireType is not null) writer.WriteString("type", type.WireType);
            writer.WriteString("name", type.Name);
            writer.WriteString("meaning", type.Summary);
            writer.WriteString("maturity", type.IsTrial ? "trial" : "stable");
            Members(writer, "members", rows.Own(type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Members(Utf8JsonWriter writer, string name, IEnumerable<DictionaryRow> rows)
    {
        writer.WriteStartArray(name);
        foreach (DictionaryRow row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("name", row.Property.WireName);
            writer.WriteString("meaning", row.Meaning);
            writer.WriteString("cardinality", row.Cardinality);
            writer.WriteString("shape", row.Property.Shape switch { Shape.List => "list", Shape.Map => "map", _ => "one" });
            writer.WriteString("format", Format(row.Property.Kind));
            if (row.Property.Kind == ValueKind.Text) writer.WriteString("value", row.Property.TypeName);
            if (row.Property.Kind == ValueKind.Part) writer.WriteString("part", row.Property.TypeName);
            if (row.List is not null) writer.WriteString("list", row.List);
            writer.WriteString("class", row.DataClass);
            writer.WriteString("maturity", row.Maturity);
            writer.WriteString("source", row.Source.Replace("\\|", "|"));
            writer.WriteString("certainty", row.Certainty);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Format(ValueKind kind) => kind switch
    {
        ValueKind.String => "text",
        ValueKind.Boolean => "boolean",
        ValueKind.Integer => "integer",
        ValueKind.Decimal => "decimal",
        ValueKind.Text => "value",
        ValueKind.Code => "code",
        ValueKind.Part => "part",
        ValueKind.Raw => "json",
        ValueKind.Record => "record",
        _ => throw new InvalidOperationException(kind.ToString()),
    };

    private static void Values(Utf8JsonWriter writer, Model model)
    {
        writer.WriteStartArray("values");
        foreach (ModelValue value in model.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("meaning", value.Summary);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Lists(Utf8JsonWriter writer, Model model)
    {
        writer.WriteStartArray("lists");
        foreach (ModelCodeList list in model.Lists)
        {
            writer.WriteStartObject();
            writer.WriteString("id", list.Id);
            writer.WriteString("title", list.Title);
            writer.WriteString("source", list.Source);
            writer.WriteString("provenance", list.Provenance);
            writer.WriteNumber("codes", list.Codes.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
