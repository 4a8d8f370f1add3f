using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.DataModel.Completeness;
using Policing.DataModel.Schemas;
using Policing.DataModel.Validation;
using Policing.ModelGenerator;

namespace Policing.ConformanceGenerator;

/// <summary>The requirements as JSON, as CSV and as a page.</summary>
internal static class RequirementFiles
{
    private const string Json = "schemas/conformance/requirements.json";
    private const string Sharing = "data management and sharing";
    private const string Preparation = "data preparation";

    public static IReadOnlyList<GeneratedFile> Generate(string root)
    {
        JsonElement index = JsonElement.Parse(File.ReadAllBytes(Path.Combine(root, "tests/corpora/index.json")));
        Row[] rows = [.. Rules(index).Concat(Gaps()).Concat(Schemas(root)).Concat(Programs(root)).Concat(ServerRows.Read(root)).Concat(ClientRows.Read(root)).OrderBy(r => r.Id, StringComparer.Ordinal)];
        string edition = index.GetProperty("modelVersion").GetString()!;
        return [new(Json, JsonText(rows, edition)), new("schemas/conformance/requirements.csv", Csv(rows)), new("docs/conformance/requirements.md", Page(rows))];
    }

    /// <summary>A rule of the validator is a requirement of documents, by its own id.</summary>
    private static IEnumerable<Row> Rules(JsonElement index)
    {
        ILookup<string, string> files = index.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()!)
            .Where(p => p.StartsWith("rules/", StringComparison.Ordinal)).ToLookup(p => p.Split('/')[1], StringComparer.Ordinal);
        Dictionary<string, string> without = index.GetProperty("rulesWithoutFile").EnumerateArray().ToDictionary(r => r.GetProperty("rule").GetString()!, r => r.GetProperty("why").GetString()!);
        foreach (FindingRule rule in FindingRules.All)
        {
            (string area, int phase, string capability) = rule.Id.Split('-')[1] switch
            {
                "JSON" => ("text", 1, Sharing),
                "SCH" => ("schema", 2, Sharing),
                "COD" => ("codes", 2, Preparation),
                _ => ("rules", 3, Preparation),
            };
            string level = rule.Severity switch { Severity.Error => "MUST", Severity.Warning => "SHOULD", _ => "MAY" };
            string? why = without.GetValueOrDefault(rule.Id);
            yield return new(rule.Id, $"In no document: {char.ToLowerInvariant(rule.Message[0])}{rule.Message[1..]}", rule.Hint, rule.Clause, level, "document", area, phase, capability, "stable",
                why is null ? ["documents", "check"] : [], why is null ? [.. files[rule.Id]] : [], why);
        }
    }

    /// <summary>A gap of the POLE profiles is one, by the id of the rule that finds it. It is asked where a run is told to.</summary>
    private static IEnumerable<Row> Gaps() =>
        from profile in CompletenessProfiles.Pole.Profiles
        from gap in profile.Gaps
        let rule = gap.Rule
        select new Row(rule.Id, $"In no document, of the entity '{profile.Title}': {char.ToLowerInvariant(rule.Message[0])}{rule.Message[1..]}", rule.Hint, rule.Clause,
            rule.Severity == Severity.Warning ? "SHOULD" : "MAY", "document", "completeness", 2, Preparation, "stable", ["profile"], [], null);

    /// <summary>Each strict schema is one; its number is kept from the file that is there.</summary>
    private static IEnumerable<Row> Schemas(string root)
    {
        Dictionary<string, string> ids = KnownIds(root);
        int last = ids.Values.Select(id => int.Parse(id[^4..], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        foreach ((string name, JsonElement schema) in SchemaSet.BuiltIn.Strict.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            string id = ids.GetValueOrDefault(name) ?? FormattableString.Invariant($"PSDK-STR-{++last:D4}");
            bool isStable = Text(schema, "x-psdk-maturity") != "trial";
            bool isRecord = schema.TryGetProperty("properties", out JsonElement members) && members.TryGetProperty("modelVersion", out _) && members.TryGetProperty("type", out JsonElement type) && type.TryGetProperty("const", out _);
            yield return new(id, $"Each '{name}' meets all {Keywords(schema)} keywords of its schema for producers.", "Hold it to the schema with any validator of draft 2020-12; policing validate names the place.",
                $"schemas/1.0/strict/{name}.schema.json", isStable ? "MUST" : "MAY", "document", "schema", 2, Sharing, isStable ? "stable" : "trial",
                isRecord ? ["documents", "check"] : ["check"], [$"schema-cases/{name}.json"], null);
        }
    }

    private static Dictionary<string, string> KnownIds(string root)
    {
        string path = Path.Combine(root, Json);
        if (!File.Exists(path)) return [];
        JsonElement known = JsonElement.Parse(File.ReadAllBytes(path));
        if (!known.TryGetProperty("requirements", out JsonElement requirements)) return [];
        return requirements.EnumerateArray().Where(r => Text(r, "id").StartsWith("PSDK-STR-", StringComparison.Ordinal))
            .ToDictionary(r => Path.GetFileNameWithoutExtension(r.GetProperty("cases")[0].GetString()!), r => Text(r, "id"), StringComparer.Ordinal);
    }

    // As the corpora count them: keywords, members of 'properties', names of 'required', branches of 'anyOf'. Annotations are none.
    private static int Keywords(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return 0;
        int count = 0;
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            if (keyword.Name is "$schema" or "$id" or "title" or "description" || keyword.Name.StartsWith("x-", StringComparison.Ordinal)) continue;
            count += 1 + keyword.Name switch
            {
                "properties" => keyword.Value.EnumerateObject().Sum(m => 1 + Keywords(m.Value)),
                "required" or "anyOf" when keyword.Value.GetArrayLength() > 1 => keyword.Value.GetArrayLength(),
                _ => Keywords(keyword.Value),
            };
        }

        return count;
    }

    private static IEnumerable<Row> Programs(string root)
    {
        JsonElement programs = JsonElement.Parse(File.ReadAllBytes(Path.Combine(root, "eng/Policing.ConformanceGenerator/programs.json")));
        foreach (JsonElement one in programs.GetProperty("requirements").EnumerateArray())
        {
            yield return new(Text(one, "id"), Text(one, "text"), Text(one, "hint"), Text(one, "clause"), Text(one, "level"), Text(one, "target"), Text(one, "area"),
                one.GetProperty("phase").GetInt32(), Text(one, "capability"), "stable", [Text(one, "operation")], [], null);
        }
    }

    private static string Text(JsonElement value, string name) => value.TryGetProperty(name, out JsonElement text) ? text.GetString()! : "";

    private static string JsonText(Row[] rows, string edition)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://schemas.policing-sdk.example/conformance/1.0/requirements.schema.json");
            json.WriteString("edition", edition);
            json.WriteStartArray("requirements");
            foreach (Row row in rows) Write(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("text", row.Text);
        json.WriteString("hint", row.Hint);
        json.WriteString("clause", row.Clause);
        json.WriteString("level", row.Level);
        json.WriteString("target", row.Target);
        json.WriteString("area", row.Area);
        json.WriteNumber("phase", row.Phase);
        json.WriteString("capability", row.Capability);
        json.WriteString("maturity", row.Maturity);
        Write(json, "judgedBy", row.JudgedBy);
        Write(json, "cases", row.Cases);
        if (row.NotTested is not null) json.WriteString("notTested", row.NotTested);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Csv(Row[] rows)
    {
        StringBuilder csv = new("id,level,target,area,phase,capability,maturity,text,clause,hint,judgedBy,cases,notTested\n");
        foreach (Row row in rows)
        {
            string[] cells = [row.Id, row.Level, row.Target, row.Area, row.Phase.ToString(CultureInfo.InvariantCulture), row.Capability, row.Maturity, row.Text, row.Clause, row.Hint,
                string.Join(' ', row.JudgedBy), string.Join(' ', row.Cases), row.NotTested ?? ""];
            csv.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }

        return csv.ToString();
    }

    // A cell that a spreadsheet would run is text.
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Page(Row[] rows)
    {
        StringBuilder page = new("""
            # Requirements

            Written by eng/Policing.ConformanceGenerator from the validator's rules, the strict schemas, and programs.json, clients.json and servers.json beside it; change those and run it.

            What the kit judges products by: [how](README.md), [how a program in any language joins](adapter.md), [what shows that each is caught](kill-table.md). The same as
            data: [requirements.json](../../schemas/conformance/requirements.json) and [.csv](../../schemas/conformance/requirements.csv). An id is never used again for
            another meaning. MUST, SHOULD and MAY are those of RFC 2119; only a MUST decides. The phase and the capability are those of the National Policing Digital
            Strategy that a requirement serves as we read it ([strategy.md](../strategy.md)). No police body has endorsed any of it.


            """.ReplaceLineEndings("\n"));
        page.Append("| target | MUST | SHOULD | MAY |\n| --- | --- | --- | --- |\n");
        foreach (string target in (string[])["document", "consumer", "producer", "client", "server"])
            page.Append(CultureInfo.InvariantCulture, $"| {target} | {Count(rows, target, "MUST")} | {Count(rows, target, "SHOULD")} | {Count(rows, target, "MAY")} |\n");
        foreach ((string title, string intro, Func<Row, bool> isIn) in Parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{intro}\n\n| id | level | requirement | from | phase | judged by |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (Row row in rows.Where(isIn))
                page.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {row.Level}{(row.Maturity == "trial" ? ", on trial" : "")} | {Escaped(row.Text)} | {Escaped(row.Clause)} | {row.Phase} | {(row.NotTested is null ? string.Join(", ", row.JudgedBy) : $"nothing: {Escaped(row.NotTested)}")} |\n");
        }

        return page.ToString();
    }

    private static readonly (string Title, string Intro, Func<Row, bool> IsIn)[] Parts =
    [
        ("Programs that read", "The operation is what a program must claim to be judged by it: [adapter.md](adapter.md#operations).", r => r.Target == "consumer"),
        ("Programs that write", "Judged on three records of each type that a program claims.", r => r.Target == "producer"),
        ("Clients", "What a client of the partner API must do, judged against a host that the kit starts ([clients.md](clients.md)). The operations are those that a client is asked for.", r => r.Target == "client"),
        ("Servers", "Counted from the contract of the partner API: each call with each problem that it can answer, and what it does besides. Judged over HTTP ([servers.md](servers.md)).", r => r.Target == "server"),
        ("Documents: rules", "A rule of the validator is the requirement of the same id; [findings.md](../findings.md) has examples. `check` is asked of programs that check documents themselves.", r => r.Area is "text" or "schema" or "codes" or "rules" && !r.Id.StartsWith("PSDK-STR-", StringComparison.Ordinal)),
        ("Documents: completeness", "One for each gap of the POLE profiles ([completeness.md](../completeness.md)), judged where a run is asked for it: `--profile pole`. None of them decides.", r => r.Area == "completeness"),
        ("Documents: schemas", "One for each strict schema. Those of records are judged on documents; those of the parts that records share by the cases for programs that check.", r => r.Id.StartsWith("PSDK-STR-", StringComparison.Ordinal)),
    ];

    private static int Count(Row[] rows, string target, string level) => rows.Count(r => r.Target == target && r.Level == level);

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
