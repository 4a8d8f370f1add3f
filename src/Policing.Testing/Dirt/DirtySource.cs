using System.Text.Json.Nodes;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.Testing;

/// <summary>The sound records that a dirty variant spoils, as JSON.</summary>
internal sealed class DirtySource(RecordStamp stamp, long number)
{
    private static readonly string[] Envelope = ["id", "type", "modelVersion", "version", "controllers", "source", "marking", "collection"];

    /// <summary>The whole set as a bundle.</summary>
    public JsonObject Bundle() => Parse(BundleRecords.Of(stamp, number, WholeSet.Make(stamp, number), BundleKind.Collection));

    /// <summary>The set's first record of a type, with members changed; one with an envelope alone where the set has none of the type.</summary>
    public JsonObject Record(string type, params ReadOnlySpan<(string Member, string Json)> changes)
    {
        var records = WholeSet.Make(stamp, number);
        PoliceRecord? found = null;
        for (var i = 0; i < records.Count && found is null; i++)
        {
            found = records[i].Type == type ? records[i] : null;
        }

        var made = found is null ? Blank(type, records[0]) : Parse(found);
        foreach (var (member, json) in changes)
        {
            made[member] = JsonNode.Parse(json);
        }

        return made;
    }

    /// <summary>A bundle of these records.</summary>
    public JsonObject BundleOf(string kind, params ReadOnlySpan<JsonObject> records)
    {
        var bundle = Bundle();
        bundle["kind"] = kind;
        var held = new JsonArray();
        foreach (var record in records)
        {
            held.Add((JsonNode)record);
        }

        bundle["records"] = held;
        bundle.Remove("external");
        return bundle;
    }

    private static JsonObject Blank(string type, PoliceRecord like)
    {
        var made = Parse(like);
        foreach (var member in made.Select(pair => pair.Key).ToArray())
        {
            if (!Envelope.Contains(member, StringComparer.Ordinal))
            {
                made.Remove(member);
            }
        }

        made["type"] = type;
        return made;
    }

    private static JsonObject Parse(PoliceRecord record) => JsonNode.Parse(PoliceJson.Write(record))!.AsObject();
}
