namespace Policing.ModelGenerator;

/// <summary>
/// The rows of the data dictionary. Source and certainty, the last columns of a page, are people's work and are read from it; all else
/// follows from the C# records.
/// </summary>
internal sealed class DictionaryRows(string root, Model model)
{
    public const string Folder = "docs/data-dictionary";
    public const string EnvelopePage = Folder + "/envelope.md";

    private readonly Dictionary<string, string> _lists = model.Lists.ToDictionary(l => l.TypeName, l => l.Id, StringComparer.Ordinal);

    /// <summary>The page of a record or part, from the repository's root.</summary>
    public static string PageOf(ModelType type) => type.WireType is null ? PageOfPart(type.Name) : $"{Folder}/{type.WireType}.md";

    /// <summary>The page of a part, by its name.</summary>
    public static string PageOfPart(string name) => $"{Folder}/part-{Kebab(name)}.md";

    /// <summary>A C# name in kebab-case.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The rows of a record's or part's own members.</summary>
    public IEnumerable<DictionaryRow> Own(ModelType type) => Rows(PageOf(type), type.Own);

    /// <summary>The rows of what every record carries.</summary>
    public IEnumerable<DictionaryRow> Envelope() => Rows(EnvelopePage, model.Records.First().Envelope);

    private IEnumerable<DictionaryRow> Rows(string page, IReadOnlyList<ModelProperty> properties)
    {
        Dictionary<string, (string Source, string Certainty)> kept = Kept(Path.Combine(root, page));
        foreach (ModelProperty property in properties)
        {
            (string source, string certainty) = kept.TryGetValue(property.WireName, out var row) ? row : FromSummary(property.Summary);
            yield return new(property, property.Kind == ValueKind.Code ? _lists[property.TypeName] : null, source, certainty);
        }
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
        string source = summary[(at + 8)..].TrimEnd('.').Replace("|", "\\|");
        return (source, source.StartsWith("PACE", StringComparison.Ordinal) || source.StartsWith("Summer", StringComparison.Ordinal) ? "unverified" : "verified");
    }
}
