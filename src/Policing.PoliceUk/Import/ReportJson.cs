using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.PoliceUk.Import;

/// <summary>Writes the report as JSON: its shape is described in docs/mapping-data-police-uk.md.</summary>
internal static class ReportJson
{
    private const int Version = 1;

    public static void Write(Stream output, ArchiveImportReport report)
    {
        // For people to read; it is never put into HTML.
        using var json = new Utf8JsonWriter(
            output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("report"u8, Version);
        json.WriteStartArray("inputs"u8);
        foreach (var input in report.Inputs)
            WriteInput(json, input);
        json.WriteEndArray();
        json.WriteNumber("ignored"u8, report.Ignored);
        json.WriteNumber("repeated"u8, report.Repeated);
        WriteTotals(json, report);
        WriteDuration(json, report.Duration);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, ArchiveImportReport report)
    {
        json.WriteStartObject("totals"u8);
        json.WriteNumber("inputs"u8, report.Inputs.Count);
        json.WriteNumber("unreadable"u8, report.Unreadable);
        WriteRows(json, report.Read, report.Written, report.Rejected);
        json.WriteNumber("records"u8, report.Records);
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, ArchiveInputReport input)
    {
        json.WriteStartObject();
        json.WriteNumber("input"u8, input.Input);
        if (input.Error is { } error)
            WriteError(json, error);
        else
            WriteImported(json, input);
        WriteDuration(json, input.Duration);
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, Archive.UnreadableInputException error)
    {
        json.WriteStartObject("error"u8);
        json.WriteString("rule"u8, error.Rule.Id);
        if (error.Line > 0)
            json.WriteNumber("line"u8, error.Line);
        json.WriteString("message"u8, error.Rule.Message);
        json.WriteString("hint"u8, error.Rule.Hint);
        if (error.MissingColumns.Count > 0)
        {
            json.WriteStartArray("missingColumns"u8);
            foreach (var column in error.MissingColumns)
                json.WriteStringValue(column);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteImported(Utf8JsonWriter json, ArchiveInputReport input)
    {
        json.WriteString("kind"u8, input.Kind switch
        {
            Archive.ArchiveKind.Street => "street",
            Archive.ArchiveKind.Outcomes => "outcomes",
            Archive.ArchiveKind.StopAndSearch => "stop-and-search",
            _ => throw PlannedInput.NoTable(),
        });
        json.WriteString("output"u8, input.OutputFile);
        if (input.RejectsFile is not null)
            json.WriteString("rejects"u8, input.RejectsFile);
        WriteRows(json, input.Read, input.Written, input.Rejected);
        json.WriteStartObject("records"u8);
        foreach (var (type, count) in input.RecordsByType)
            json.WriteNumber(type, count);
        json.WriteEndObject();
        WriteFindings(json, "rowFindings", input.RowFindings);
        WriteFindings(json, "recordFindings", input.RecordFindings);
    }

    private static void WriteRows(Utf8JsonWriter json, long read, long written, long rejected)
    {
        json.WriteNumber("read"u8, read);
        json.WriteNumber("written"u8, written);
        json.WriteNumber("rejected"u8, rejected);
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, IReadOnlyList<RuleFindings> findings)
    {
        json.WriteStartArray(name);
        foreach (var found in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, found.Rule.Id);
            json.WriteString("severity"u8, found.Rule.Severity switch
            {
                DataModel.Validation.Severity.Error => "error",
                DataModel.Validation.Severity.Warning => "warning",
                DataModel.Validation.Severity.Information => "information",
                _ => throw new InvalidOperationException("A rule has one of three severities."),
            });
            json.WriteString("message"u8, found.Rule.Message);
            json.WriteString("hint"u8, found.Rule.Hint);
            json.WriteNumber("count"u8, found.Count);
            WritePlaces(json, found.Places);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, IReadOnlyList<FindingPlace> places)
    {
        json.WriteStartArray("places"u8);
        foreach (var place in places)
        {
            json.WriteStartObject();
            if (place.Pointer is not null)
                json.WriteString("pointer"u8, place.Pointer);
            json.WriteNumber("line"u8, place.Line);
            json.WriteNumber("column"u8, place.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDuration(Utf8JsonWriter json, TimeSpan duration) =>
        json.WriteNumber("milliseconds"u8, (long)duration.TotalMilliseconds);
}
