using System.Text.Json;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Reports;

/// <summary>SARIF 2.1.0: a rule for each requirement, a result for each place or case where one is not met.</summary>
internal static class SarifReport
{
    private const string Information = "https://policing-sdk.example/conformance";

    public static void Write(Stream output, ConformanceRun run)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, run);
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteString("startTimeUtc", ReportWords.Time(run.StartedAt));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("columnKind", "unicodeCodePoints");
        json.WriteStartArray("results");
        for (int i = 0; i < run.Results.Count; i++) WriteResults(json, run.Results[i], i);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("verdict", run.VerdictText);
        json.WriteString("note", ReportWords.Disclaimer);
        json.WriteString("subject", ReportWords.Subject(run));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, ConformanceRun run)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policing conformance");
        json.WriteString("semanticVersion", run.KitVersion);
        json.WriteString("informationUri", Information);
        json.WriteStartArray("rules");
        foreach (RequirementResult result in run.Results) WriteRule(json, result.Requirement);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Requirement requirement)
    {
        json.WriteStartObject();
        json.WriteString("id", requirement.Id);
        WriteText(json, "shortDescription", requirement.Text);
        WriteText(json, "fullDescription", $"{ReportWords.Of(requirement.Level)}: {requirement.Text} From: {requirement.Clause}.");
        WriteText(json, "help", requirement.Hint);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(requirement));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("area", requirement.Area);
        json.WriteNumber("phase", requirement.Phase);
        json.WriteString("capability", requirement.Capability);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, RequirementResult result, int ruleIndex)
    {
        if (!result.IsUnmet) return;
        foreach (ResultPlace place in result.Places)
        {
            Begin(json, result, ruleIndex, $"{result.Requirement.Text} {result.Requirement.Hint}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Uri(place));
            json.WriteEndObject();
            if (place.Line > 0)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", place.Line);
                json.WriteNumber("startColumn", Math.Max(place.Column, 1));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            WriteLogical(json, place.Pointer);
            json.WriteEndObject();
            json.WriteEndArray();
            End(json, result);
        }

        foreach (CaseResult @case in result.Cases)
        {
            Begin(json, result, ruleIndex, $"{result.Requirement.Text} {@case.Reason!.Text} {@case.Reason.Hint}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            WriteLogical(json, $"{@case.Id}#{@case.Pointer}");
            json.WriteEndObject();
            json.WriteEndArray();
            End(json, result);
        }
    }

    private static void Begin(Utf8JsonWriter json, RequirementResult result, int ruleIndex, string message)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Requirement.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(result.Requirement));
        WriteText(json, "message", message);
    }

    private static void End(Utf8JsonWriter json, RequirementResult result)
    {
        if (result.Waiver is { } waiver)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", $"{ReportWords.Safe(waiver.Owner)}: {ReportWords.Safe(waiver.Reason)}");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLogical(Utf8JsonWriter json, string pointer)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", pointer.Length > 0 ? pointer : "/");
        json.WriteString("kind", "member");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // A name that is no path, unless paths were asked for.
    private static string Uri(ResultPlace place) => place.Path is { } path
        ? string.Join('/', path.Split('/', '\\').Select(System.Uri.EscapeDataString))
        : FormattableString.Invariant($"file-{place.Input}");

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Requirement requirement) => requirement.Level switch { RequirementLevel.Must => "error", RequirementLevel.Should => "warning", _ => "note" };
}
