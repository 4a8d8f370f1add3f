using System.Text.Json;

namespace Policing.JsonSchema;

/// <summary>What a validator found in a document.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SchemaReport
{
    /// <summary>The verdict.</summary>
    public required DocumentVerdict Verdict { get; init; }

    /// <summary>Whether the document meets the schema.</summary>
    public bool IsValid => Verdict is DocumentVerdict.Valid;

    /// <summary>Why the document was refused; null where it was judged.</summary>
    public DocumentRefusal? Refusal { get; init; }

    /// <summary>The errors, in the order of the document; never more than <see cref="DocumentLimits.MaxErrors"/>.</summary>
    public IReadOnlyList<SchemaError> Errors { get; init; } = [];

    /// <summary>The number of all errors, listed or not.</summary>
    public long ErrorCount { get; init; }

    /// <summary>Writes the output "flag": <c>{"valid":false}</c>.</summary>
    /// <param name="writer">Takes one object. It is not flushed.</param>
    public void WriteFlag(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteBoolean("valid", IsValid);
        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes the output "list": the verdict and, in <c>details</c>, a unit for each failing schema and value with <c>evaluationPath</c>,
    /// <c>schemaLocation</c>, <c>instanceLocation</c> and <c>errors</c> by keyword. Only failing units are listed. Of a refused document the
    /// only unit has the reason as the error of the keyword <c>$refused</c>.
    /// </summary>
    /// <param name="writer">Takes one object. It is not flushed.</param>
    public void WriteList(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteBoolean("valid", IsValid);
        if (!IsValid)
        {
            writer.WriteStartArray("details");
            if (Refusal is not null)
            {
                WriteUnit(writer, "", "", "", [("$refused", Refusal.Message)]);
            }
            foreach (var unit in Errors.GroupBy(error => (Path: Parent(error.KeywordPointer), Schema: Parent(error.SchemaLocation), error.InstancePointer)))
            {
                WriteUnit(writer, unit.Key.Path, unit.Key.Schema, unit.Key.InstancePointer, unit.Select(error => (error.Keyword, error.Message)));
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter writer, string path, string schema, string instance, IEnumerable<(string Keyword, string Message)> errors)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", false);
        writer.WriteString("evaluationPath", path);
        writer.WriteString("schemaLocation", schema);
        writer.WriteString("instanceLocation", instance);
        writer.WriteStartObject("errors");
        foreach (var keyword in errors.GroupBy(error => error.Keyword, error => error.Message, StringComparer.Ordinal))
        {
            writer.WriteString(keyword.Key, string.Join(' ', keyword));
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Without the last segment of the pointer, which may be the fragment of a URI.</summary>
    private static string Parent(string pointer) =>
        pointer.LastIndexOf('/') is var cut and >= 0 && cut > pointer.IndexOf('#', StringComparison.Ordinal) ? pointer[..cut] : pointer;
}
