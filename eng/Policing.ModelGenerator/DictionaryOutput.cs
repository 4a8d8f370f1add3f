namespace Policing.ModelGenerator;

/// <summary>
/// The data dictionary for people: a page per record and part.
/// </summary>
internal static class DictionaryOutput
{
    /// <summary>The folders of the records, in the order in which a reader meets them.</summary>
    public static readonly (string Folder, string Title)[] Groups =
    [
        ("People", "People and organisations"),
        ("Objects", "Objects"),
        ("Locations", "Locations"),
        ("Events", "Events"),
        ("Case", "Investigation and case file"),
        ("Links", "Links"),
        ("Judgements", "Assessments and decisions"),
        ("Exchange", "Exchange"),
        ("Envelope", "The envelope"),
        ("Values", "Times"),
    ];

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
        text.Line("may change. The same as data, for programs: [model.json](../../schemas/1.0/model.json). For a browser, with search and diagrams, on a");
        text.Line("disk or any web server: [site/index.html](site/index.html).").Line();
        text.Line("Every record begins with [the envelope](envelope.md). A member not listed is kept and written back, with a finding.");
        text.Line("What somebody or something is in a matter is a [link](link.md), by one of the roles of [link-role](../../schemas/reference-data/link-role.json).").Line();
        text.Line("How it compares: [POLE](../mapping-pole.md), [lists of the criminal justice system](../mapping-cjs-lists.md),");
        text.Line("[data.police.uk](../mapping-data-police-uk.md), [the words of the trade](../words-of-the-trade.md).");
        Types(text, "Records", "record", [.. model.Records], type => type.WireType!);
        Types(text, "Parts of records", "part", [.. model.Types.Where(t => t.WireType is null)], type => type.Name);
        text.Line().Line("## Values").Line().Line("| value | meaning |").Line("| --- | --- |");
        foreach (ModelValue value in model.Values) text.Line($"| {value.Name} | {Cell(value.Summary)} |");
        text.Line().Line("## Code lists").Line().Line("| code list | title | source | provenance | codes |").Line("| --- | --- | --- | --- | --- |");
        foreach (ModelCodeList list in model.Lists) text.Line($"| {List(list.Id)} | {Cell(list.Title)} | {Cell(list.Source)} | {list.Provenance} | {list.Codes.Count} |");
        return new($"{DictionaryRows.Folder}/README.md", text.ToString());
    }

    private static void Types(SourceText text, string heading, string kind, IReadOnlyList<ModelType> types, Func<ModelType, string> name)
    {
        text.Line().Line($"## {heading}");
        if (types.FirstOrDefault(type => Groups.All(group => group.Folder != type.Group)) is { } homeless)
            throw new InvalidOperationException($"{homeless.Name}: the folder {homeless.Group} has no title in the index of the dictionary.");
        foreach ((string folder, string title) in Groups)
        {
            ModelType[] members = [.. types.Where(type => type.Group == folder).OrderBy(name, StringComparer.Ordinal)];
            if (members.Length == 0) continue;
            text.Line().Line($"### {title}").Line().Line($"| {kind} | meaning | maturity |").Line("| --- | --- | --- |");
            foreach (ModelType type in members) text.Line($"| {Link(name(type), type)} | {Cell(type.Summary)} | {Maturity(type)} |");
        }
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
