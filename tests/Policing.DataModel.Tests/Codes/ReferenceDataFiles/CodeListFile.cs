using System.Text.Json.Serialization;

namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

/// <summary>A file of schemas/reference-data, read without any type of the library.</summary>
internal sealed record CodeListFile
{
    [JsonIgnore]
    public string FileName { get; init; } = "";

    [JsonIgnore]
    public string Text { get; init; } = "";

    public required string Id { get; init; }

    public required string TypeName { get; init; }

    public required string Title { get; init; }

    public required string Owner { get; init; }

    public required string Edition { get; init; }

    public required string Source { get; init; }

    public required string Provenance { get; init; }

    public required IReadOnlyList<CodeEntry> Codes { get; init; }

    /// <summary>What the archive prints for a code, and the code.</summary>
    public IEnumerable<(string Printed, CodeEntry Code)> PrintedByPoliceUk() =>
        from code in Codes
        from printed in code.MappedTo("data.police.uk")
        select (printed, code);

    /// <summary>Every text that leads to a code: labels, what data.police.uk prints, and aliases.</summary>
    public IReadOnlySet<string> KnownTexts() =>
        Codes.SelectMany(c => c.Label.Values.Concat(c.MappedTo("data.police.uk")).Concat(c.Aliases ?? []))
            .ToHashSet(StringComparer.Ordinal);

    public CodeEntry Code(string code) =>
        Codes.SingleOrDefault(c => c.Code == code) ?? throw new InvalidOperationException($"{Id} has no code {code}.");
}
