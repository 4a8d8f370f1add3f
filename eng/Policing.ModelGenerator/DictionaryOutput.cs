namespace Policing.ModelGenerator;

/// <summary>
/// The data dictionary: a page per record and part. The last columns of a row, source and certainty, are people's work and are kept; the
/// others follow from the C# records.
/// </summary>
internal static class DictionaryOutput
{
    private const string Folder = "docs/data-dictionary";

    public static IEnumerable<GeneratedFile> Write(string root, Model model)
    {
        Dictionary<string, string> lists = model.Lists.ToDictionary(l => l.TypeName, l => l.Id, StringComparer.Ordinal);
        foreach (ModelType type in model.Types)
        {
            IReadOnlyList<ModelProperty> own = type.Own;
            yield return Page(root, lists, FileName(type), type.WireType is null ? $"{type.Name} (part)" : $"{type.Name} (`{type.WireType}`)", type.Summary, own);
        }

        ModelType any = model.Records.First();
        yield return Page(root, lists, "envelope", "The envelope of every record", "What every record carries before its own members.", any.Envelope);
        yield return Index(model);
    }

    private static string FileName(ModelType type) => type.WireType ?? "part-" + Kebab(type.Name);

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static GeneratedFile Page(string root, Dictionary<string, string> lists, string file, string title, string summary, IReadOnlyList<ModelProperty> properties)
    {
        string path = $"{Folder}/{file}.md";
        Dictionary<string, (string Source, string Certainty)> kept = Kept(Path.Combine(root, path));
        SourceText text = new();
        text.Line($"# {title}").Line().Line(Cell(summary)).Line();
        text.Line("| member | meaning | cardinality | format | list | class | maturity | source | certainty |");
        text.Line("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (ModelProperty property in properties)
        {
            (string source, string certainty) = kept.TryGetValue(property.WireName, out var row) ? row : FromSummary(property.Summary);
            text.Line($"| {property.WireName} | {Cell(Meaning(property.Summary))} | {Cardinality(property)} | {Format(property)} | {List(lists, property)} | {ClassName(property.DataClass)} | stable | {source} | {certainty} |");
        }

        return new(path, text.ToString());
    }

    private static GeneratedFile Index(Model model)
    {
        SourceText text = new();
        text.Line("# Data dictionary").Line();
        text.Line("One page per record and part. Meaning, cardinality, format, list and class are generated from the C# records;");
        text.Line("source and certainty are written by people and kept. `verified` means that the source named was read; `own` that this");
        text.Line("SDK defines the member itself.").Line();
        text.Line("Every record begins with [the envelope](envelope.md). A member not listed is kept and written back, with a finding.").Line();
        text.Line("| record | meaning |").Line("| --- | --- |");
        foreach (ModelType type in model.Records.OrderBy(t => t.WireType, StringComparer.Ordinal)) text.Line($"| [{type.WireType}]({FileName(type)}.md) | {Cell(type.Summary)} |");
        text.Line().Line("| part | meaning |").Line("| --- | --- |");
        foreach (ModelType type in model.Types.Where(t => t.WireType is null)) text.Line($"| [{type.Name}]({FileName(type)}.md) | {Cell(type.Summary)} |");
        text.Line().Line("| code list | title | source | provenance | codes |").Line("| --- | --- | --- | --- | --- |");
        foreach (ModelCodeList list in model.Lists) text.Line($"| [{list.Id}](../../schemas/reference-data/{list.Id}.json) | {Cell(list.Title)} | {Cell(list.Source)} | {list.Provenance} | {list.Codes.Count} |");
        return new($"{Folder}/README.md", text.ToString());
    }

    private static Dictionary<string, (string Source, string Certainty)> Kept(string path)
    {
        Dictionary<string, (string, string)> rows = [];
        if (!File.Exists(path)) return rows;
        foreach (string line in File.ReadLines(path))
        {
            string[] cells = line.Split(" | ");
            if (cells.Length == 9 && line.StartsWith("| ", StringComparison.Ordinal)) rows[cells[0][2..]] = (cells[7], cells[8].TrimEnd(' ', '|'));
        }

        return rows;
    }

    // A new row starts from the source that the doc comment names; a reviewer confirms it.
    private static (string Source, string Certainty) FromSummary(string summary)
    {
        int at = summary.IndexOf("Source: ", StringComparison.Ordinal);
        if (at < 0) return ("own", "own");
        string source = summary[(at + 8)..].TrimEnd('.');
        return (Cell(source), source.StartsWith("PACE", StringComparison.Ordinal) || source.StartsWith("Summer", StringComparison.Ordinal) ? "unverified" : "verified");
    }

    private static string Meaning(string summary)
    {
        int at = summary.IndexOf("Source: ", StringComparison.Ordinal);
        return at < 0 ? summary : summary[..at].Trim();
    }

    private static string Cell(string text) => text.Replace("|", "\\|");

    private static string ClassName(string attribute) =>
        string.Concat(attribute.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Cardinality(ModelProperty property) => (property.Required ? "1" : "0") + (property.Shape == Shape.One ? (property.Required ? "" : "..1") : "..*");

    private static string Format(ModelProperty property)
    {
        string one = property.Kind switch
        {
            ValueKind.String => "text",
            ValueKind.Boolean => "true or false",
            ValueKind.Integer => "whole number",
            ValueKind.Decimal => "decimal number",
            ValueKind.Text => property.TypeName,
            ValueKind.Code => "code",
            ValueKind.Part => $"[{property.TypeName}](part-{Kebab(property.TypeName)}.md)",
            ValueKind.Raw => "any JSON",
            ValueKind.Record => "any record",
            _ => throw new InvalidOperationException(property.Name),
        };
        return property.Shape switch { Shape.List => $"list of {one}", Shape.Map => $"map of {one}", _ => one };
    }

    private static string List(Dictionary<string, string> lists, ModelProperty property) =>
        property.Kind != ValueKind.Code ? "" : $"[{lists[property.TypeName]}](../../schemas/reference-data/{lists[property.TypeName]}.json)";
}
