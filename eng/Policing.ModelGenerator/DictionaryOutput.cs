namespace Policing.ModelGenerator;

/// <summary>
/// The data dictionary for people: a page per record and part.
/// </summary>
internal static class DictionaryOutput
{
    public static IEnumerable<GeneratedFile> Write(DictionaryRows rows, Model model)
    {
        foreach (ModelType type in model.Types)
            yield return Page(DictionaryRows.PageOf(type), type.WireType is null ? $"{type.Name} (part)" : $"{type.Name} (`{type.WireType}`)", type.Summary, rows.Own(type));

        yield return Page(DictionaryRows.EnvelopePage, "The envelope of every record", "What every record carries before its own members.", rows.Envelope());
        yield return Index(model);
    }

    private static GeneratedFile Page(string path, string title, string summary, IEnumerable<DictionaryRow> rows)
    {
        SourceText text = new();
        text.Line($"# {title}").Line().Line(Cell(summary)).Line();
        text.Line("| member | meaning | cardinality | format | list | class | maturity | source | certainty |");
        text.Line("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (DictionaryRow row in rows)
            text.Line($"| {row.Property.WireName} | {Cell(row.Meaning)} | {row.Cardinality} | {Format(row.Property)} | {List(row.List)} | {row.DataClass} | {row.Maturity} | {row.Source} | {row.Certainty} |");
        return new(path, text.ToString());
    }

    private static GeneratedFile Index(Model model)
    {
        SourceText text = new();
        text.Line("# Data dictionary").Line();
        text.Line("One page per record and part. Meaning, cardinality, format, list, class and maturity are generated from the C# records;");
        text.Line("source and certainty are written by people and kept. `verified` means that the source named was read; `unverified` that it was");
        text.Line("not, or only in part; `own` that this SDK defines the member itself. `stable` members keep their meaning within 1.x; `trial` ones");
        text.Line("may change. The same as data, for programs: [model.json](../../schemas/1.0/model.json).").Line();
        text.Line("Every record begins with [the envelope](envelope.md). A member not listed is kept and written back, with a finding.").Line();
        text.Line("| record | meaning | maturity |").Line("| --- | --- | --- |");
        foreach (ModelType type in model.Records.OrderBy(t => t.WireType, StringComparer.Ordinal)) text.Line($"| {Link(type.WireType!, type)} | {Cell(type.Summary)} | {Maturity(type)} |");
        text.Line().Line("| part | meaning | maturity |").Line("| --- | --- | --- |");
        foreach (ModelType type in model.Types.Where(t => t.WireType is null)) text.Line($"| {Link(type.Name, type)} | {Cell(type.Summary)} | {Maturity(type)} |");
        text.Line().Line("| value | meaning |").Line("| --- | --- |");
        foreach (ModelValue value in model.Values) text.Line($"| {value.Name} | {Cell(value.Summary)} |");
        text.Line().Line("| code list | title | source | provenance | codes |").Line("| --- | --- | --- | --- | --- |");
        foreach (ModelCodeList list in model.Lists) text.Line($"| {List(list.Id)} | {Cell(list.Title)} | {Cell(list.Source)} | {list.Provenance} | {list.Codes.Count} |");
        return new($"{DictionaryRows.Folder}/README.md", text.ToString());
    }

    private static string Link(string text, ModelType type) => $"[{text}]({Path.GetFileName(DictionaryRows.PageOf(type))})";

    private static string Maturity(ModelType type) => type.IsTrial ? "trial" : "stable";

    private static string Cell(string text) => text.Replace("|", "\\|");

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
            ValueKind.Part => $"[{property.TypeName}]({Path.GetFileName(DictionaryRows.PageOfPart(property.TypeName))})",
            ValueKind.Raw => "any JSON",
            ValueKind.Record => "any record",
            _ => throw new InvalidOperationException(property.Name),
        };
        return property.Shape switch { Shape.List => $"list of {one}", Shape.Map => $"map of {one}", _ => one };
    }

    private static string List(string? id) => id is null ? "" : $"[{id}](../../schemas/reference-data/{id}.json)";
}
