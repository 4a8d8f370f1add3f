using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.DataModel.Tests.Validation;
using Policing.DataModel.Validation;
using Policing.ModelGenerator;

namespace Policing.CorpusGenerator;

/// <summary>index.json: what each file is, and what is to be found in it.</summary>
internal sealed class CorpusIndex(SchemaFolder strict, SchemaFolder open)
{
    /// <summary>The rules that no file causes, and why.</summary>
    public static readonly (FindingRule Rule, string Why)[] WithoutFile =
    [
        (FindingRules.OtherType, "No document causes it alone: it says that the caller asked for a record of another type."),
        (FindingRules.SchemaRefused, "The limits of reading are met first; what they let pass, the schema's limits let pass."),
    ];

    private readonly JsonArray _files = [];
    private readonly JsonArray _cases = [];

    public void AddValid(GeneratedFile file, string type, string about) => Add(file, type, null, about);

    // No role of our list has the details of victims, of witnesses and of suspects.
    public void AddEverything(GeneratedFile file, string type)
    {
        if (type == "link") Add(file, type, (FindingRules.NotMapped, "/role"), "A value in every member of the record and of its parts; the role is of another list, since none of ours has all details.");
        else AddValid(file, type, "A value in every member of the record and of its parts.");
    }

    public void AddRule(GeneratedFile file, FindingRule rule, string pointer) => Add(file, TypeOf(file.Text), (rule, pointer), rule.Message);

    public void AddSchemaCases(GeneratedFile file, string block, int count) =>
        _cases.Add(new JsonObject { ["path"] = file.Path, ["schema"] = strict.PathOf(block), ["tests"] = count });

    public string Text()
    {
        JsonObject index = new()
        {
            ["modelVersion"] = "1.0",
            ["today"] = RuleCase.Today.ToString("yyyy-MM-dd", null),
            ["files"] = new JsonArray([.. _files.Select(f => f!.DeepClone()).OrderBy(f => f!["path"]!.GetValue<string>(), StringComparer.Ordinal)]),
            ["rulesWithoutFile"] = new JsonArray([.. WithoutFile.Select(r => new JsonObject { ["rule"] = r.Rule.Id, ["why"] = r.Why })]),
            ["schemaCases"] = _cases.DeepClone(),
        };
        return CorpusText.Indented(index);
    }

    // An error makes a record invalid; a warning or an information does not.
    private void Add(GeneratedFile file, string? type, (FindingRule Rule, string Pointer)? finding, string about)
    {
        byte[] text = Encoding.UTF8.GetBytes(file.Text);
        JsonObject entry = new() { ["path"] = file.Path, ["type"] = type, ["valid"] = finding?.Rule.Severity != Severity.Error };
        if (type is not null)
        {
            string block = strict.IsRecord(type) ? type : SchemaFolder.AnyRecord;
            entry["strict"] = strict.IsValid(block, text);
            entry["open"] = open.IsValid(block, text);
        }

        entry["findings"] = finding is { } found ? new JsonArray(Finding(found.Rule, found.Pointer)) : new JsonArray();
        entry["about"] = about;
        _files.Add(entry);
    }

    private static JsonObject Finding(FindingRule rule, string pointer) =>
        new() { ["rule"] = rule.Id, ["severity"] = JsonNamingPolicy.CamelCase.ConvertName(rule.Severity.ToString()), ["pointer"] = pointer };

    // The schemas are asked only of what is I-JSON: other validators may take a text that is none for another.
    private static string? TypeOf(string text)
    {
        try
        {
            JsonElement root = JsonElement.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out JsonElement type) && IsUnicode(root) ? type.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsUnicode(JsonElement root)
    {
        try
        {
            _ = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(root.GetRawText()));
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            return false;
        }
    }
}
