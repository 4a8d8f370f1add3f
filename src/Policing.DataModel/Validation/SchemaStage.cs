using Policing.DataModel.Json;
using Policing.DataModel.Schemas;
using Policing.JsonSchema;

namespace Policing.DataModel.Validation;

/// <summary>
/// The schema stage: holds a text to the published schema of its record type. A valid text costs a verdict and no byte; only an invalid
/// one is reported on.
/// </summary>
internal static class SchemaStage
{
    /// <summary>The same for a record in memory: what is written of it is checked, and the findings have no lines.</summary>
    public static int Check(PoliceRecord record, SchemaChoice choice, List<Finding> findings)
    {
        if (SchemaFor(record, choice) is not { } schema) return 0;
        byte[] text = PoliceJson.Write(record);
        if (schema.Check(text) == DocumentVerdict.Valid) return 0;
        int dropped = Report(text, schema, findings);
        for (int i = 0; i < findings.Count; i++) findings[i] = findings[i] with { Line = 0, Column = 0 };
        return dropped;
    }

    /// <summary>The schema of a record's type where its text does not meet it; null where it does, or the model does not define the type.</summary>
    /// <param name="utf8">The text, as it was read without fault; a byte order mark may lead it.</param>
    /// <param name="record">What was read from it.</param>
    /// <param name="choice">Which schemas.</param>
    public static CompiledSchema? FindUnmet(ReadOnlySpan<byte> utf8, PoliceRecord record, SchemaChoice choice) =>
        SchemaFor(record, choice) is { } schema && schema.Check(utf8[PoliceJson.MarkLength(utf8)..]) != DocumentVerdict.Valid ? schema : null;

    /// <summary>What a schema that is not met finds in a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="findings">Takes the findings, in the order of the text.</param>
    /// <returns>How many more there were than are listed.</returns>
    public static int Report(ReadOnlySpan<byte> utf8, CompiledSchema schema, List<Finding> findings)
    {
        int mark = PoliceJson.MarkLength(utf8);
        SchemaReport report = schema.Report(utf8[mark..]);
        if (report.Refusal is { } refusal) findings.Add(new() { Rule = FindingRules.SchemaRefused, Line = refusal.Line, Column = refusal.Column });
        foreach (SchemaError error in report.Errors.Where(e => !IsToldBetter(e, report.Errors)))
            findings.Add(new() { Rule = SchemaRules.Of(error.Keyword), Pointer = error.InstancePointer, Line = error.Line, Column = error.Column + (error.Line == 1 ? mark : 0) });
        return (int)Math.Min(int.MaxValue, report.ErrorCount - report.Errors.Count);
    }

    // A known minor version is held to what a producer may write; a later one only to what a consumer must accept. Of another major version
    // this release has no schemas.
    private static CompiledSchema? SchemaFor(PoliceRecord record, SchemaChoice choice)
    {
        if (choice == SchemaChoice.None || record is UnknownRecord) return null;
        RecordSchemas? schemas = ModelVersions.AgeOf(record.ModelVersion) switch
        {
            VersionAge.Known => choice == SchemaChoice.Open ? RecordSchemas.Open : RecordSchemas.Strict,
            VersionAge.Later => RecordSchemas.Open,
            _ => null,
        };
        return schemas?.Of(record.Type);
    }

    // Where the type has chosen what a record must meet, the errors in it say all.
    private static bool IsToldBetter(SchemaError error, IReadOnlyList<SchemaError> all) =>
        error.Keyword == "anyOf" && all.Any(e => e.KeywordPointer.StartsWith(error.KeywordPointer + "/", StringComparison.Ordinal)
            && (e.InstancePointer == error.InstancePointer || e.InstancePointer.StartsWith(error.InstancePointer + "/", StringComparison.Ordinal)));
}
