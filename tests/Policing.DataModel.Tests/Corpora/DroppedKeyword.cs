using System.Text.Json.Nodes;

namespace Policing.DataModel.Tests.Corpora;

/// <summary>A schema without one of its keywords, or without one name, branch or member of one.</summary>
internal sealed record DroppedKeyword(string Pointer, JsonNode Schema)
{
    /// <summary>All there are of a schema. Each is made from a copy.</summary>
    public static IEnumerable<DroppedKeyword> Of(JsonNode schema) => Pointers(schema, "").Select(p => new DroppedKeyword(p, Without(schema, p)));

    private static IEnumerable<string> Pointers(JsonNode? schema, string pointer)
    {
        if (schema is not JsonObject keywords) yield break;
        foreach ((string keyword, JsonNode? value) in keywords)
        {
            if (keyword is "$schema" or "$id" or "title" or "description" || keyword.StartsWith("x-", StringComparison.Ordinal)) continue;
            string place = $"{pointer}/{keyword}";
            yield return place;
            foreach (string below in Below(keyword, value, place)) yield return below;
        }
    }

    private static IEnumerable<string> Below(string keyword, JsonNode? value, string place) => keyword switch
    {
        "properties" => value!.AsObject().SelectMany(m => Pointers(m.Value, $"{place}/{m.Key}").Prepend($"{place}/{m.Key}")),
        "required" or "anyOf" when value!.AsArray().Count > 1 => Enumerable.Range(0, value.AsArray().Count).Select(i => $"{place}/{i}"),
        _ => Pointers(value, place),
    };

    private static JsonNode Without(JsonNode schema, string pointer)
    {
        JsonNode copy = schema.DeepClone();
        string[] steps = pointer[1..].Split('/');
        JsonNode at = copy;
        foreach (string step in steps[..^1]) at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;
        if (at is JsonArray array) array.RemoveAt(int.Parse(steps[^1]));
        else at.AsObject().Remove(steps[^1]);
        return copy;
    }
}
