using System.Text;
using System.Text.Json.Nodes;
using Policing.DataModel.Completeness;

namespace Policing.Testing;

/// <summary>A dirty variant for each gap of the POLE profiles: what the profile's file asks for is taken out of the whole set.</summary>
internal static class GapVariants
{
    public static IEnumerable<DirtyVariant> All()
    {
        var file = JsonNode.Parse(CompletenessProfiles.Pole.ToUtf8())!.AsObject();
        var profiles = file["profiles"]!.AsArray();
        for (var i = 0; i < profiles.Count; i++)
        {
            var profile = profiles[i]!.AsObject();
            var gaps = Gaps(file, profile).ToArray();
            for (var j = 0; j < gaps.Length; j++)
            {
                var (type, gap) = ((string)profile["record"]!, gaps[j]);
                yield return new(CompletenessProfiles.Pole.Profiles[i].Gaps[j].Rule, source => Without(source, type, gap));
            }
        }
    }

    private static IEnumerable<JsonObject> Gaps(JsonObject file, JsonObject profile)
    {
        var shared = (profile["include"]?.AsArray() ?? []).SelectMany(group => file["groups"]![(string)group!]!.AsArray());
        return shared.Concat(profile["gaps"]?.AsArray() ?? []).Select(gap => gap!.AsObject());
    }

    private static byte[] Without(DirtySource source, string type, JsonObject gap)
    {
        var bundle = source.Bundle();
        var records = bundle["records"]!.AsArray();
        foreach (var question in gap["of"]!.AsArray().Select(question => question!.AsObject()))
        {
            if (question["member"] is { } member)
            {
                RemoveMember(records, type, (string)member!);
            }
            else if (question["members"] is JsonArray members)
            {
                foreach (var inner in members)
                {
                    RemoveMember(records, (string)question["record"]!, (string)inner!);
                }
            }
            else
            {
                RemoveLinks(records, question, type);
            }
        }

        return Encoding.UTF8.GetBytes(bundle.ToJsonString());
    }

    private static void RemoveMember(JsonArray records, string type, string path)
    {
        foreach (var record in records.Where(record => (string?)record!["type"] == type))
        {
            Remove(record, path.Split('/'), 0);
        }
    }

    private static void Remove(JsonNode? node, string[] path, int step)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Remove(item, path, step);
            }
        }
        else if (node is JsonObject owner)
        {
            if (step == path.Length - 1)
            {
                owner.Remove(path[step]);
            }
            else
            {
                Remove(owner[path[step]], path, step + 1);
            }
        }
    }

    private static void RemoveLinks(JsonArray records, JsonObject question, string type)
    {
        var roles = question["roles"]!.AsArray().Select(role => (string)role!).ToHashSet(StringComparer.Ordinal);
        var ownEnd = (string?)question["other"] == "from" ? "to" : "from";
        for (var i = records.Count - 1; i >= 0; i--)
        {
            if (records[i]!["role"] is JsonValue role && roles.Contains((string)role!) && (string?)records[i]![ownEnd]!["kind"] == type)
            {
                records.RemoveAt(i);
            }
        }
    }
}
