using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Compliance.Redaction;
using Policing.DataModel;
using Policing.Ethics.Minimisation;
using Policing.Ethics.Redaction;
using Member = Policing.Ethics.Tests.Minimisation.ModelData.Member;

namespace Policing.Ethics.Tests.Minimisation;

/// <summary>
/// The same job done the plain way: over a tree of nodes, each member judged by its whole path from the rules of the view, by the model as
/// model.json says it. Takes texts that the minimiser does not refuse.
/// </summary>
internal sealed class MinimiserOracle(SharingView view, bool hasGround, IReadOnlyDictionary<string, object> redactors)
{
    private RecordSharing _sharing = null!;
    private string _type = "";
    private JsonObject _notes = null!;

    private enum Fate
    {
        Kept,
        Nothing,
        Withheld,
        Masked,
        Wrong,
    }

    public JsonObject Minimise(JsonObject record)
    {
        (RecordSharing around, string aroundType, JsonObject aroundNotes) = (_sharing, _type, _notes);
        _type = (string)record["type"]!;
        _sharing = Sharing(_type)!;
        _notes = [];
        JsonObject copy = [];
        Members(record, copy, ModelData.Records[_type], [], "");
        JsonObject absent = Absent(record["absent"]);
        if (absent.Count > 0) copy["absent"] = absent;
        copy["view"] = new JsonObject { ["partial"] = true, ["policy"] = view.Id, ["policyVersion"] = view.Version };
        (_sharing, _type, _notes) = (around, aroundType, aroundNotes);
        return copy;
    }

    public RecordSharing? Sharing(string type)
    {
        if (!ModelData.Records.ContainsKey(type)) return null;
        RecordSharing? own = view.Records.FirstOrDefault(r => r.Type == type) ?? view.Records.FirstOrDefault(r => r.Type == "*");
        return own ?? (type == "bundle" ? new RecordSharing { Type = type } : null);
    }

    private void Members(JsonObject from, JsonObject to, Member[] members, Member[] chain, string pointer)
    {
        foreach (KeyValuePair<string, JsonNode?> given in from)
        {
            if (members.FirstOrDefault(m => m.Name == given.Key) is not { } member || given.Value is not { } value) continue;
            if (chain.Length == 0 && member.Name is "absent" or "view" && chain.Length == 0) continue;
            Member[] here = [.. chain, member];
            string at = $"{pointer}/{member.Name}";
            JsonNode? result = null;
            JsonObject notes = (JsonObject)_notes.DeepClone();
            Fate fate = !Reached(here) ? (Holds(value) ? Fate.Withheld : Fate.Nothing) : Value(value, here, at, out result);
            if (fate != Fate.Kept) _notes = notes;
            if (fate == Fate.Kept) to[member.Name] = result;
            else if (fate != Fate.Nothing && member.Class != "covert") Note(at, fate == Fate.Masked ? "masked" : "withheld");
        }
    }

    private void Note(string pointer, string reason)
    {
        if (view.Notes == WithheldNotes.Held) _notes[pointer] = reason;
    }

    private static bool Holds(JsonNode value) => value switch { JsonArray list => list.Count > 0, JsonObject members => members.Count > 0, _ => true };

    // Given itself, or something below it is; and the ground is there where it needs one.
    private bool Reached(Member[] chain)
    {
        if (chain[^1].IsSensitive && !hasGround) return false;
        if (chain is [{ Name: "extensions" }]) return true;
        return Gives(chain);
    }

    private bool Gives(Member[] chain)
    {
        Member member = chain[^1];
        if (IsAlways(chain)) return true;
        if (member.Format is "record" or "json" || member.Shape == "map") return false;
        string path = string.Join('/', chain.Select(m => m.Name));
        if (_sharing.Except.Any(e => path == e || path.StartsWith(e + "/", StringComparison.Ordinal))) return false;
        // What is erased or moved to a grid is met as a whole; it counts as given.
        if (Rule(path) is { } rule && redactors[rule.Redactor] is EraseRedactor or PointGrid) return true;
        if (member.Format == "part") return Array.Exists(ModelData.Parts[member.Part!], below => Gives([.. chain, below]));
        return ByPath(chain, path) || chain.All(m => _sharing.Classes.Any(c => c.Value == m.Class));
    }

    private bool ByPath(Member[] chain, string path)
    {
        foreach (string listed in _sharing.Members.Concat(_sharing.Redact.Select(r => r.Member)))
        {
            if (path == listed) return true;
            if (!path.StartsWith(listed + "/", StringComparison.Ordinal)) continue;
            int named = listed.Split('/').Length;
            if (chain[named - 1].Class == "covert" || chain[named..].All(m => m.Class != "covert")) return true;
        }

        return false;
    }

    private bool IsAlways(Member[] chain) => chain[0].Name switch
    {
        "id" or "type" or "modelVersion" or "marking" => true,
        "status" => chain.Length == 1 || chain[1].Name == "state",
        "kind" or "operationalStatus" or "records" => _type == "bundle",
        _ => false,
    };

    private RedactionRule? Rule(string path) => _sharing.Redact.FirstOrDefault(r => r.Member == path);

    private Fate Value(JsonNode value, Member[] chain, string pointer, out JsonNode? result)
    {
        result = null;
        if (chain is [{ Name: "extensions" }]) return Extensions(value, out result);
        if (chain is [{ Name: "records" }] && _type == "bundle") return Records(value, out result);
        if (chain is [{ Name: "marking" }, { Name: "granular" }]) return Granular(value, chain, pointer, out result);
        object? redactor = Redactor(chain);
        if (redactor is EraseRedactor && chain is not [{ Name: "id" }]) return Holds(value) ? Fate.Masked : Fate.Nothing;
        return chain[^1].Shape == "list" ? List(value, chain, pointer, redactor, out result) : Single(value, chain, pointer, redactor, out result);
    }

    // The rule for the path itself, else for the nearest around it, else for the class; of what is no text nothing is left.
    private object? Redactor(Member[] chain)
    {
        Member member = chain[^1];
        string[] names = [.. chain.Select(m => m.Name)];
        for (int length = names.Length; length > 0; length--)
        {
            if (Rule(string.Join('/', names[..length])) is not { } rule) continue;
            if (length == names.Length && (member.Format != "part" || redactors[rule.Redactor] is EraseRedactor or PointGrid)) return redactors[rule.Redactor];
            if (member.Format == "part") return null;
            return member.Format is "text" or "value" or "code" ? redactors[rule.Redactor] : EraseRedactor.Instance;
        }

        return OfClass(chain);
    }

    private object? OfClass(Member[] chain)
    {
        if (IsAlways(chain) || chain[^1].Format == "part") return null;
        ClassRedaction? rule = _sharing.RedactClasses.FirstOrDefault(r => r.Class.Value == chain[^1].Class);
        return rule is null ? null : chain[^1].Format is "text" or "value" or "code" ? redactors[rule.Redactor] : EraseRedactor.Instance;
    }

    private Fate List(JsonNode value, Member[] chain, string pointer, object? redactor, out JsonNode? result)
    {
        result = null;
        if (value is not JsonArray items) return Fate.Wrong;
        JsonArray copy = [];
        int before = _notes.Count;
        bool any = false;
        foreach ((int index, JsonNode? item) in items.Index())
        {
            if (item is null) return Fate.Wrong;
            Fate fate = Single(item, chain, $"{pointer}/{index}", redactor, out JsonNode? one);
            if (fate is Fate.Wrong or Fate.Masked) return fate;
            any |= fate == Fate.Kept;
            copy.Add(fate == Fate.Kept ? one : new JsonObject());
        }

        result = copy;
        return any ? Fate.Kept : _notes.Count > before ? Fate.Withheld : Fate.Nothing;
    }

    private Fate Single(JsonNode value, Member[] chain, string pointer, object? redactor, out JsonNode? result)
    {
        result = null;
        Member member = chain[^1];
        JsonValueKind kind = value.GetValueKind();
        if (member.Format is "text" or "value" or "code" && kind == JsonValueKind.String) return Text((string)value!, redactor as Redactor, out result);
        if (redactor is PointGrid grid) return kind == JsonValueKind.Object ? Point((JsonObject)value, grid, out result) : Fate.Masked;
        if (redactor is not null) return Fate.Masked;
        switch (member.Format)
        {
            case "part" when value is JsonObject part:
                return Part(part, ModelData.Parts[member.Part!], chain, pointer, out result);
            case "code" when value is JsonObject code:
                return Code(code, out result);
            case "boolean" when kind is JsonValueKind.True or JsonValueKind.False:
            case "integer" when kind == JsonValueKind.Number && int.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _):
            case "decimal" when kind == JsonValueKind.Number && !value.ToJsonString().Contains('E', StringComparison.OrdinalIgnoreCase):
                result = value.DeepClone();
                return Fate.Kept;
            default:
                return Fate.Wrong;
        }
    }

    private static Fate Text(string text, Redactor? redactor, out JsonNode? result)
    {
        result = redactor is null ? text : redactor.Redact(text);
        return redactor is null || (string)result! != "" ? Fate.Kept : text.Length == 0 ? Fate.Nothing : Fate.Masked;
    }

    private Fate Part(JsonObject part, Member[] members, Member[] chain, string pointer, out JsonNode? result)
    {
        JsonObject copy = [];
        int before = _notes.Count;
        Members(part, copy, members, chain, pointer);
        result = copy;
        return copy.Count > 0 ? Fate.Kept : _notes.Count > before ? Fate.Withheld : Fate.Nothing;
    }

    private static Fate Code(JsonObject code, out JsonNode? result)
    {
        JsonObject copy = [];
        foreach (KeyValuePair<string, JsonNode?> part in code)
            if (part.Key is "list" or "code" or "label" or "national" or "text" && part.Value?.GetValueKind() == JsonValueKind.String) copy[part.Key] = part.Value.DeepClone();
        result = copy;
        return copy.Count > 0 ? Fate.Kept : code.Count == 0 ? Fate.Nothing : Fate.Wrong;
    }

    private static Fate Point(JsonObject point, PointGrid grid, out JsonNode? result)
    {
        result = null;
        if (point.Count == 0) return Fate.Nothing;
        GeoPoint given = new() { Latitude = Number(point["latitude"]), Longitude = Number(point["longitude"]), Accuracy = Number(point["accuracy"]) };
        if (grid.Snap(given) is not { } snapped) return Fate.Masked;
        result = new JsonObject { ["latitude"] = snapped.Latitude, ["longitude"] = snapped.Longitude, ["accuracy"] = snapped.Accuracy, ["anonymised"] = true };
        return Fate.Kept;
    }

    private static decimal? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? (decimal)node : null;

    private Fate Extensions(JsonNode value, out JsonNode? result)
    {
        JsonObject copy = [];
        result = copy;
        if (value is not JsonObject owners) return Fate.Wrong;
        bool held = false;
        foreach (KeyValuePair<string, JsonNode?> owner in owners)
        {
            JsonObject one = [];
            if (owner.Value is JsonObject extension && (_sharing.Extensions.Contains(owner.Key) || _sharing.Extensions.Contains("*")))
            {
                foreach (Member member in ModelData.Parts["Extension"])
                {
                    if (extension[member.Name] is not { } data) continue;
                    JsonValueKind kind = data.GetValueKind();
                    bool fits = member.Format == "json" || (member.Format == "text" ? kind == JsonValueKind.String : kind is JsonValueKind.True or JsonValueKind.False);
                    if (fits) one[member.Name] = data.DeepClone();
                }
            }

            if (one.Count > 0) copy[owner.Key] = one;
            else held |= owner.Value is not null && Holds(owner.Value);
        }

        return copy.Count > 0 ? Fate.Kept : held ? Fate.Withheld : Fate.Nothing;
    }

    private Fate Records(JsonNode value, out JsonNode? result)
    {
        JsonArray copy = [];
        result = copy;
        if (value is not JsonArray records) return Fate.Wrong;
        foreach (JsonNode? record in records)
        {
            if (record is JsonObject one && one["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && Sharing((string)type!) is not null)
                copy.Add(Minimise(one));
        }

        return copy.Count > 0 ? Fate.Kept : records.Count > 0 ? Fate.Withheld : Fate.Nothing;
    }

    private Fate Granular(JsonNode value, Member[] chain, string pointer, out JsonNode? result)
    {
        JsonArray copy = [];
        result = copy;
        foreach (JsonNode? item in (JsonArray)value)
        {
            string place = (string)item!["pointer"]!;
            bool intoRecords = _type == "bundle" && (place == "/records" || place.StartsWith("/records/", StringComparison.Ordinal));
            if (place != "" && !intoRecords && !Leads(place)) continue;
            if (Single(item, chain, pointer, null, out JsonNode? one) != Fate.Kept) continue;
            if (intoRecords) one!["pointer"] = "/records";
            copy.Add(one);
        }

        return copy.Count > 0 ? Fate.Kept : Fate.Nothing;
    }

    private JsonObject Absent(JsonNode? given)
    {
        JsonObject absent = _notes;
        if (given is not JsonObject reasons) return absent;
        foreach (KeyValuePair<string, JsonNode?> reason in reasons)
        {
            if (reason.Value?.GetValueKind() != JsonValueKind.String || !Reasons.Contains((string)reason.Value!)) continue;
            if (!absent.ContainsKey(reason.Key) && Leads(reason.Key)) absent[reason.Key] = reason.Value.DeepClone();
        }

        return absent;
    }

    private static readonly string[] Reasons = ["unknown", "missing", "inapplicable", "withheld", "declined", "masked", "template", "other"];

    private bool Leads(string pointer)
    {
        Queue<string> segments = new(pointer.Split('/').Skip(1));
        if (segments.Count == 0) return false;
        Member[] chain = [];
        Member[] members = ModelData.Records[_type];
        while (segments.TryDequeue(out string? segment))
        {
            if (members.FirstOrDefault(m => m.Name == segment) is not { } member || member.Shape == "map" || member.Format == "record" || chain.Length == 0 && segment is "view") return false;
            chain = [.. chain, member];
            if (!Reached(chain) || chain is [{ Name: "marking" }, { Name: "granular" }, ..]) return false;
            if (member.Shape == "list" && segments.TryDequeue(out string? place) && !(place == "0" || (place.Length <= 5 && place.Length > 0 && place[0] != '0' && place.All(char.IsAsciiDigit)))) return false;
            if (segments.Count > 0 && (member.Format != "part" || Redactor(chain) is EraseRedactor or PointGrid)) return false;
            if (member.Format == "part") members = ModelData.Parts[member.Part!];
        }

        return true;
    }
}
