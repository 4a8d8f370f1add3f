using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Policing.Conformance.Targets;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>Programs that read or write, each wrong in a way that is met in practice.</summary>
internal static partial class ProgramMutants
{
    private static readonly PolicingValidator Open = new(new ValidationOptions { Schema = SchemaChoice.Open });
    private static readonly HashSet<string> Known =
        [.. SchemaSet.BuiltIn.Strict.Values.Where(s => s.TryGetProperty("properties", out _)).SelectMany(s => s.GetProperty("properties").EnumerateObject()).Select(p => p.Name)];

    public static IReadOnlyList<Mutant> All { get; } = [.. Readers(), .. Keepers(), .. Changers(), .. Writers()];

    private static IEnumerable<Mutant> Readers()
    {
        yield return new("Refuses a type that it claims", "PSDK-CON-0001", "custody-minimal", "refused", Refusing(q => Text(q).Contains("\"custody\"", StringComparison.Ordinal)));
        yield return new("Mends what is not JSON", "PSDK-CON-0002", "mistyped-literal", "accepted", Overlooking("PSDK-JSON-0001"));
        yield return new("Takes the last of two members of one name", "PSDK-CON-0003", "same-name", "accepted", Overlooking("PSDK-JSON-0002"));
        yield return new("Looks for double names before it unescapes them", "PSDK-CON-0003", "same-name-escaped", "accepted", Accepting(q => Text(q).Contains("\\u0073ex", StringComparison.Ordinal)));
        yield return new("Replaces what is not Unicode", "PSDK-CON-0004", "half-pair", "accepted", Overlooking("PSDK-JSON-0003"));
        yield return new("Takes the first record of an array", "PSDK-CON-0005", "array", "accepted", Overlooking("PSDK-JSON-0004"));
        yield return new("Guesses the type", "PSDK-CON-0006", "no-type", "accepted", Overlooking("PSDK-JSON-0005"));
        yield return new("Has no limit of depth", "PSDK-CON-0007", "depth", "accepted", Overlooking("PSDK-JSON-0006"));
        yield return new("Does not look at the major version", "PSDK-CON-0008", "other-major", "accepted", Overlooking("PSDK-JSON-0013"));
        yield return new("Refuses every version but its own", "PSDK-CON-0009", "later-minor", "refused", RefusingFound("PSDK-JSON-0014"));
        yield return new("Does not look at mustUnderstand", "PSDK-CON-0010", "must-understand", "accepted", Overlooking("PSDK-JSON-0015"));
        yield return new("Refuses all extensions", "PSDK-CON-0011", "extension", "refused", Refusing(q => Text(q).Contains("\"extensions\"", StringComparison.Ordinal)));
        yield return new("Refuses nulls", "PSDK-CON-0012", "null", "refused", RefusingFound("PSDK-JSON-0010"));
        yield return new("Refuses codes that it does not know", "PSDK-CON-0013", "unknown-code", "refused", RefusingFound("PSDK-COD-0001"));
        yield return new("Does not look at the marking", "PSDK-CON-0014", "above-ceiling", "accepted", Overlooking("PSDK-RUL-0018"));
        yield return new("Looks at the marking of the whole only", "PSDK-CON-0014", "part-above-ceiling", "accepted", Accepting(q => Text(q).Contains("\"granular\"", StringComparison.Ordinal)));
        yield return new("Refuses members that it does not know", "PSDK-CON-0015", "unknown-member", "refused", RefusingFound("PSDK-JSON-0012"));
        yield return new("Takes the good records of a bundle in", "PSDK-CON-0016", "fault-in-second-record", "accepted", Accepting(q => Text(q).Contains("\"bundle\"", StringComparison.Ordinal)));
        yield return new("Refuses types that it does not know", "PSDK-CON-0017", "unknown-record-in-bundle", "refused", RefusingFound("PSDK-JSON-0008"));
    }

    private static IEnumerable<Mutant> Keepers()
    {
        yield return Keeper("Has no column for languages", "PSDK-CON-0101", "person-typical", "lost", r => r.Remove("languages"));
        yield return Keeper("Maps to classes and drops the rest at the top", "PSDK-CON-0102", "at-top", "lost", r => Prune(r, deep: false));
        yield return Keeper("Keeps the rest at the top, and drops it in parts", "PSDK-CON-0103", "in-entry", "lost", r => { foreach ((_, JsonNode? part) in r.ToArray()) Prune(part, deep: true); });
        yield return Keeper("Maps codes by its own table", "PSDK-CON-0104", "unknown-code", "changed", r => { if (r["sex"] is JsonValue { } v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>().Length > 1) r["sex"] = "0"; });
        yield return Keeper("Makes one code of a coded value", "PSDK-CON-0105", "parts-of-a-code", "changed", r => { if (r["sex"] is JsonObject { } coded && coded["national"] is { } national) r["sex"] = national.DeepClone(); });
        yield return Keeper("Leaves out nulls and empty lists everywhere", "PSDK-CON-0106", "extension", "lost", DropNothings);
        yield return Keeper("Has no column for reasons of absence", "PSDK-CON-0107", "absent", "lost", r => r.Remove("absent"));
        yield return KeeperOfText("Completes a month with its first day", "PSDK-CON-0108", "month", "changed", t => t.Replace("\"1987-03\"", "\"1987-03-01\"", StringComparison.Ordinal));
        yield return KeeperOfText("Takes a time without offset for UTC", "PSDK-CON-0108", "no-offset", "changed", t => t.Replace("\"2025-03-04T09:30\"", "\"2025-03-04T09:30:00Z\"", StringComparison.Ordinal));
        yield return KeeperOfText("Writes its own version over that of others", "PSDK-CON-0109", "later-minor", "changed", t => LaterMinor.Replace(t, "\"modelVersion\":\"1.0\""));
        yield return Keeper("Drops records of unknown types from a bundle", "PSDK-CON-0110", "unknown-record-in-bundle", "lost", r => { if (r["records"] is JsonArray records) foreach (JsonNode? alien in records.Where(x => x!["type"]!.GetValue<string>() == "drone-flight").ToArray()) records.Remove(alien); });
        yield return Keeper("Drops dates that it cannot parse", "PSDK-CON-0111", "malformed-date", "lost", r => { if (r["datesOfBirth"]?[0] is JsonObject date && date["date"]!.GetValue<string>().Contains('/', StringComparison.Ordinal)) date.Remove("date"); });
        yield return KeeperOfText("Makes texts of numbers", "PSDK-CON-0112", "wrong-kind", "changed", t => t.Replace("\"surname\":7", "\"surname\":\"7\"", StringComparison.Ordinal));
        yield return Keeper("Sorts names and drops doubles", "PSDK-CON-0113", "order", "changed", r => { if (r["names"] is JsonArray names) r["names"] = new JsonArray([.. names.Select(n => n!.DeepClone()).DistinctBy(n => n.ToJsonString()).OrderBy(n => n.ToJsonString(), StringComparer.Ordinal)]); });
        yield return Keeper("Trims text", "PSDK-CON-0114", "letters", "changed", r => { foreach (JsonNode? name in r["names"] as JsonArray ?? []) if (name?["full"] is JsonValue full) name["full"] = full.GetValue<string>().Trim(); });
        yield return KeeperOfText("Writes ids in small letters", "PSDK-CON-0115", "id-case", "changed", t => Uuid.Replace(t, m => m.Value.ToLowerInvariant()));
        yield return KeeperOfText("Reads decimals as binary floating point", "PSDK-CON-0116", "digits", "changed", t => Decimal.Replace(t, m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)));
        yield return Keeper("Writes the default status", "PSDK-CON-0117", "nothing-added", "added", r => { if (!r.ContainsKey("status")) r["status"] = new JsonObject { ["state"] = "active" }; });
        yield return Keeper("Keeps the marking of the whole only", "PSDK-CON-0118", "granular", "lost", r => (r["marking"] as JsonObject)?.Remove("granular"));
        yield return new("Refuses to write what had a null", "PSDK-CON-0119", "nothings", "refused", Bent(TargetOperation.RoundTrip, (q, a) => Text(q).Contains(":null", StringComparison.Ordinal) ? TargetAnswer.Refused : a));
        yield return Keeper("Adds its controller to everything", "PSDK-CON-0120", "tombstone", "added", r => { if (!r.ContainsKey("controllers")) r["controllers"] = new JsonArray(new JsonObject { ["scheme"] = "police", ["id"] = "essex" }); });
    }

    private static IEnumerable<Mutant> Changers()
    {
        yield return new("Loses the change", "PSDK-CON-0201", "known", "not-changed", Bent(TargetOperation.Change, (q, _) => TargetAnswer.Written(q.Document)));
        yield return new("Writes the record anew from what it knows", "PSDK-CON-0202", "unknown-kept", "lost", BentRecord(TargetOperation.Change, r => Prune(r, deep: false)));
        yield return new("Sets the value beside the reason for its absence", "PSDK-CON-0203", "reason", "reason-kept", Bent(TargetOperation.Change, (q, a) =>
        {
            JsonObject record = JsonNode.Parse(q.Document.Span)!.AsObject();
            record[q.Pointer![1..]] = JsonNode.Parse(q.Value!);
            return TargetAnswer.Written(Bytes(record));
        }));
    }

    private static IEnumerable<Mutant> Writers()
    {
        yield return Writer("Writes nulls", "PSDK-PRO-0001", "person-1", "breaks-schema", r => r["religions"] = null);
        yield return Writer("Writes times of the far future", "PSDK-PRO-0002", "crime-1", "breaks-rule", r => { if (r["type"]!.GetValue<string>() == "crime") r["reportedAt"] = "2999-01-01"; });
        yield return Writer("Writes codes of its own", "PSDK-PRO-0003", "person-1", "has-warning", r => { if (r["type"]!.GetValue<string>() == "person") r["sex"] = "female"; });
        yield return Writer("Writes one type only", "PSDK-PRO-0004", "person-1", "other-type", r => r["type"] = "crime");
        yield return Writer("Writes one id for all", "PSDK-PRO-0005", "bundle-2", "id-twice", r => r["id"] = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057");
        yield return Writer("Writes random ids", "PSDK-PRO-0006", "person-1", "id-form", r => r["id"] = "urn:uuid:6f1fbc1d-3a1b-4c39-9d2f-0c5f4c3a2b11");
        yield return Writer("Writes every bundle as actual", "PSDK-PRO-0007", "bundle-1", "not-test", r => { if (r["type"]!.GetValue<string>() == "bundle") r["operationalStatus"] = "actual"; });
        yield return Writer("Leaves out where records are from", "PSDK-PRO-0008", "person-1", "no-source", r => r.Remove("source"));
        yield return new("Writes a byte order mark", "PSDK-PRO-0009", "person-1", "byte-order-mark", Bent(TargetOperation.Produce, (_, a) => a.Document is { } d ? TargetAnswer.Written((byte[])[0xEF, 0xBB, 0xBF, .. d.Span]) : a));
    }

    private static Mutant Keeper(string name, string requirement, string @case, string reason, Action<JsonObject> bend) => new(name, requirement, @case, reason, BentRecord(TargetOperation.RoundTrip, bend));

    private static Mutant KeeperOfText(string name, string requirement, string @case, string reason, Func<string, string> bend) => new(name, requirement, @case, reason,
        Bent(TargetOperation.RoundTrip, (_, a) => a.Document is { } d ? TargetAnswer.Written(Encoding.UTF8.GetBytes(bend(Encoding.UTF8.GetString(d.Span)))) : a));

    private static Mutant Writer(string name, string requirement, string @case, string reason, Action<JsonObject> bend) => new(name, requirement, @case, reason, BentRecord(TargetOperation.Produce, bend));

    private static MutantTarget Bent(TargetOperation operation, Func<TargetQuestion, TargetAnswer, TargetAnswer> bend) => new((q, a) => q.Operation == operation ? bend(q, a) : a);

    private static MutantTarget BentRecord(TargetOperation operation, Action<JsonObject> bend) => Bent(operation, (_, answer) =>
    {
        if (answer.Document is not { } document) return answer;
        JsonObject record = JsonNode.Parse(document.Span)!.AsObject();
        bend(record);
        return TargetAnswer.Written(Bytes(record));
    });

    private static MutantTarget Refusing(Func<TargetQuestion, bool> when) => Bent(TargetOperation.Accept, (q, a) => when(q) ? TargetAnswer.Refused : a);

    private static MutantTarget Accepting(Func<TargetQuestion, bool> when) => Bent(TargetOperation.Accept, (q, a) => when(q) ? TargetAnswer.Taken : a);

    /// <summary>A reader that has not this check.</summary>
    private static MutantTarget Overlooking(string rule) => Accepting(q => Open.Validate(q.Document.Span).Findings.Where(f => f.Severity == Severity.Error).All(f => f.Id == rule));

    /// <summary>A reader that takes for an error what is none.</summary>
    private static MutantTarget RefusingFound(string rule) => Refusing(q => Open.Validate(q.Document.Span).Findings.Any(f => f.Id == rule));

    private static void Prune(JsonNode? node, bool deep)
    {
        if (node is JsonArray list) foreach (JsonNode? item in list) Prune(item, deep);
        if (node is not JsonObject part) return;
        foreach ((string name, JsonNode? value) in part.ToArray())
        {
            if (!Known.Contains(name) && !name.StartsWith("http", StringComparison.Ordinal) && !name.StartsWith('/')) part.Remove(name);
            else if (deep && name != "extensions") Prune(value, deep);
        }
    }

    private static void DropNothings(JsonNode? node)
    {
        if (node is JsonArray list) foreach (JsonNode? item in list) DropNothings(item);
        if (node is not JsonObject part) return;
        foreach ((string name, JsonNode? value) in part.ToArray())
        {
            if (value is null or JsonArray { Count: 0 }) part.Remove(name);
            else DropNothings(value);
        }
    }

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static string Text(TargetQuestion question) => Encoding.UTF8.GetString(question.Document.Span);

    [GeneratedRegex("\"modelVersion\":\"1\\.[1-9]\"", RegexOptions.None, 1000)]
    private static partial Regex LaterMinor { get; }

    [GeneratedRegex("[0-9A-F]{8}-[0-9A-F-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Uuid { get; }

    [GeneratedRegex(@"-?[0-9]+\.[0-9]+(?=[,}])", RegexOptions.None, 1000)]
    private static partial Regex Decimal { get; }
}
