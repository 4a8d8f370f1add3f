using System.Text.Json;
using Policing.Conformance.Clients;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;

namespace Policing.Conformance.Reports;

/// <summary>The report for programs: schemas/conformance/1.0/report.schema.json.</summary>
internal static class JsonReport
{
    public static void Write(Stream output, ConformanceRun run)
    {
        // The default encoder escapes what HTML could take for markup.
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("$schema", "https://schemas.policing-sdk.example/conformance/1.0/report.schema.json");
        json.WriteString("verdict", run.VerdictText);
        json.WriteString("note", ReportWords.Disclaimer);
        json.WriteString("kit", run.KitVersion);
        json.WriteString("edition", run.Edition);
        json.WriteString("requirementsSha256", run.RequirementsHash);
        json.WriteString("startedAt", ReportWords.Time(run.StartedAt));
        json.WriteNumber("milliseconds", (long)run.Duration.TotalMilliseconds);
        json.WriteBoolean("full", run.IsFull);
        WriteSubject(json, run);
        json.WriteStartObject("counts");
        foreach (ResultStatus status in Enum.GetValues<ResultStatus>()) json.WriteNumber(ReportWords.Of(status).Replace(" c", "C", StringComparison.Ordinal).Replace(" j", "J", StringComparison.Ordinal), run.Count(status));
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (RequirementResult result in run.Results) Write(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, ConformanceRun run)
    {
        if (run.Target is not { } target)
        {
            json.WriteStartObject("documents");
            json.WriteNumber("files", run.Inputs);
            json.WriteNumber("records", run.Records);
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("product");
        json.WriteString("supplier", ReportWords.Safe(target.Supplier));
        json.WriteString("product", ReportWords.Safe(target.Product));
        json.WriteString("version", ReportWords.Safe(target.Version));
        json.WriteStartArray("operations");
        foreach (TargetOperation operation in target.Operations) json.WriteStringValue(AdapterMessages.Name(operation));
        foreach (ClientOperation task in target.Tasks) json.WriteStringValue(ClientMessages.Name(task));
        json.WriteEndArray();
        json.WriteStartArray("types");
        foreach (string type in target.Types) json.WriteStringValue(ReportWords.Safe(type));
        json.WriteEndArray();
        json.WriteStartArray("produces");
        foreach (string type in target.Produces) json.WriteStringValue(ReportWords.Safe(type));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RequirementResult result)
    {
        json.WriteStartObject();
        json.WriteString("requirement", result.Requirement.Id);
        json.WriteString("status", ReportWords.Of(result.Status));
        json.WriteString("level", ReportWords.Of(result.Requirement.Level));
        json.WriteString("target", ReportWords.Of(result.Requirement.Target));
        json.WriteString("area", result.Requirement.Area);
        json.WriteNumber("phase", result.Requirement.Phase);
        json.WriteString("capability", result.Requirement.Capability);
        json.WriteString("text", result.Requirement.Text);
        json.WriteString("clause", result.Requirement.Clause);
        json.WriteString("hint", result.Requirement.Hint);
        json.WriteNumber("judged", result.Judged);
        json.WriteNumber("failures", result.Failures);
        if (result.Why is not null) json.WriteString("why", result.Why);
        if (result.Waiver is { } waiver)
        {
            json.WriteStartObject("waiver");
            json.WriteString("owner", ReportWords.Safe(waiver.Owner));
            json.WriteString("reason", ReportWords.Safe(waiver.Reason));
            json.WriteString("expires", waiver.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        WriteCases(json, result);
        WritePlaces(json, result);
        json.WriteEndObject();
    }

    private static void WriteCases(Utf8JsonWriter json, RequirementResult result)
    {
        if (result.Cases.Count == 0) return;
        json.WriteStartArray("cases");
        foreach (CaseResult @case in result.Cases)
        {
            json.WriteStartObject();
            json.WriteString("case", @case.Id);
            json.WriteString("about", @case.About);
            json.WriteString("status", ReportWords.Of(@case.Status));
            json.WriteString("reason", @case.Reason!.Code);
            json.WriteString("text", @case.Reason.Text);
            json.WriteString("hint", @case.Reason.Hint);
            json.WriteString("pointer", @case.Pointer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, RequirementResult result)
    {
        if (result.Places.Count == 0) return;
        json.WriteStartArray("places");
        foreach (ResultPlace place in result.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("file", place.Input);
            if (place.Path is not null) json.WriteString("path", place.Path);
            json.WriteString("pointer", place.Pointer);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
