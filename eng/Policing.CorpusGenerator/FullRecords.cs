using System.Text.Json;
using System.Text.Json.Nodes;

namespace Policing.CorpusGenerator;

/// <summary>Records made from the strict schemas: with what is required, and with a value in every member of the record and of its parts.</summary>
internal sealed class FullRecords(SchemaFolder schemas, Samples samples, CodeLists lists)
{
    private const string Id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057";

    // What no schema asks for, but a rule does.
    private static readonly HashSet<string> WithoutController = ["bundle", "link", "receipt"];

    public JsonObject Minimal(string type)
    {
        JsonObject record = new() { ["id"] = Id, ["type"] = type, ["modelVersion"] = "1.0" };
        if (!WithoutController.Contains(type)) record["controllers"] = new JsonArray(new JsonObject { ["scheme"] = "police", ["id"] = "essex" });
        if (samples.TryFind("more", type, type, out JsonNode? more))
            foreach ((string name, JsonNode? value) in more!.AsObject()) record[name] = value?.DeepClone();
        return record;
    }

    public JsonObject Everything(string type) => Object(type);

    private JsonObject Object(string block)
    {
        JsonObject made = [];
        foreach (JsonProperty member in schemas[block].GetProperty("properties").EnumerateObject()) made[member.Name] = Member(block, member.Name, member.Value);
        return made;
    }

    private JsonNode? Member(string block, string name, JsonElement schema)
    {
        if (samples.TryFind("whole", block, name, out JsonNode? whole) || (schemas.IsRecord(block) && samples.TryFind("whole", SchemaFolder.AnyRecord, name, out whole))) return whole;
        if (name == "id" && schemas.IsRecord(block)) return Id;
        if (schema.TryGetProperty("const", out JsonElement only)) return only.GetString();
        if (schema.TryGetProperty("enum", out JsonElement choice)) return choice[0].GetString();
        string? list = schema.TryGetProperty("x-psdk-list", out JsonElement id) ? id.GetString() : null;
        if (schema.TryGetProperty("items", out JsonElement item)) return new JsonArray(Element(block, name, item, list));
        return Element(block, name, schema, list);
    }

    private JsonNode? Element(string block, string name, JsonElement schema, string? list)
    {
        if (list is not null) return Code(block, name, list);
        if (SchemaFolder.Reference(schema) is { } reference) return Referred(block, name, reference);
        return schema.TryGetProperty("type", out JsonElement kind) ? Scalar(block, name, kind.GetString()!) : new JsonObject { ["note"] = "Any JSON." };
    }

    private JsonNode? Scalar(string block, string name, string kind) => kind switch
    {
        "string" => samples.Find("texts", block, name),
        "boolean" => !samples.TryFind("booleans", block, name, out JsonNode? no) || no!.GetValue<bool>(),
        _ => samples.Find("numbers", block, name),
    };

    private JsonNode Referred(string block, string name, string reference) => reference switch
    {
        "partial-date-time" => samples.Find("dates", block, name),
        "recorded-time" => samples.Find("times", block, name),
        _ => schemas[reference].GetProperty("type").ValueEquals("string") ? samples.Find("values", reference, reference) : Object(reference),
    };

    private JsonNode Code(string block, string name, string list) =>
        samples.TryFind("codesOf", block, name, out JsonNode? own) ? own! : samples.TryFind("codes", list, list, out JsonNode? chosen) ? chosen! : lists.First(list);
}
