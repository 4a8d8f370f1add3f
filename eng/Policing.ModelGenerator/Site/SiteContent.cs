using System.Text.Json;
using System.Text.RegularExpressions;

namespace Policing.ModelGenerator.Site;

/// <summary>All that the pages tell, read once and indexed in the directions in which a reader follows it.</summary>
internal sealed partial class SiteContent
{
    private readonly Dictionary<ModelType, IReadOnlyList<DictionaryRow>> _rows;
    private readonly ILookup<string, Use> _uses;
    private readonly ILookup<string, Use> _pole;

    public SiteContent(string root, Model model, DictionaryRows rows)
    {
        Model = model;
        Envelope = [.. rows.Envelope()];
        _rows = model.Types.ToDictionary(type => type, type => (IReadOnlyList<DictionaryRow>)[.. rows.Own(type)]);
        Uses = [.. Envelope.Select(row => new Use(null, row)), .. model.Types.OrderBy(NameOf, StringComparer.Ordinal).SelectMany(type => _rows[type].Select(row => new Use(type, row)))];
        _uses = Uses.Where(use => Target(use.Row) is not null).ToLookup(use => Target(use.Row)!, StringComparer.Ordinal);
        _pole = Uses.SelectMany(use => PoleNumbers(use.Row.Source).Select(number => (number, use))).ToLookup(pair => pair.number, pair => pair.use, StringComparer.Ordinal);
        Lists = model.Lists.ToDictionary(list => list.Id, list => ReadList(root, list.Id), StringComparer.Ordinal);
        Roles = [.. Lists["link-role"].GetProperty("codes").EnumerateArray().Select(ReadRole)];
        string mapping = Path.Combine(root, "docs/mapping-pole.md");
        Pole = [.. MarkdownRows.Read(mapping, "attribute").Select(ReadAttribute), .. MarkdownRows.Read(mapping, "entity").Select(ReadEntity)];
        ValueFacts = MarkdownRows.Read(Path.Combine(root, "docs/values.md"), "type")
            .ToDictionary(cells => cells[0].Trim('`'), cells => new ValueFacts(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]), StringComparer.Ordinal);
        DataClasses = ModelReader.ReadDataClasses(root);
    }

    public Model Model { get; }

    /// <summary>The members of the envelope.</summary>
    public IReadOnlyList<DictionaryRow> Envelope { get; }

    /// <summary>Every member there is, with its owner.</summary>
    public IReadOnlyList<Use> Uses { get; }

    /// <summary>The files of the code lists, by identifier: the generated C# has not all that they say.</summary>
    public IReadOnlyDictionary<string, JsonElement> Lists { get; }

    public IReadOnlyList<LinkRole> Roles { get; }

    public IReadOnlyList<PoleEntry> Pole { get; }

    public IReadOnlyDictionary<string, ValueFacts> ValueFacts { get; }

    /// <summary>The data classes and what they mean.</summary>
    public IReadOnlyList<(string Name, string Meaning)> DataClasses { get; }

    /// <summary>The members of a record or part, without the envelope.</summary>
    public IReadOnlyList<DictionaryRow> Rows(ModelType type) => _rows[type];

    /// <summary>The members that hold what this page is about.</summary>
    public IEnumerable<Use> UsesOf(string page) => _uses[page];

    /// <summary>The members whose source names this number of POLE.</summary>
    public IEnumerable<Use> MembersOf(PoleEntry entry) => _pole[entry.Number];

    /// <summary>A record by the name that it has on the wire.</summary>
    public ModelType Record(string wireType) => Model.Types.Single(type => type.WireType == wireType);

    /// <summary>The name by which readers know a type: on the wire for a record, in C# for a part.</summary>
    public static string NameOf(ModelType type) => type.WireType ?? type.Name;

    public static string PageOf(ModelType? type) => type switch
    {
        null => "envelope.html",
        { WireType: { } wireType } => $"records/{wireType}.html",
        _ => PageOfPart(type.Name),
    };

    public static string PageOfPart(string name) => $"parts/{DictionaryRows.Kebab(name)}.html";

    public static string PageOfValue(string name) => $"values/{DictionaryRows.Kebab(name)}.html";

    public static string PageOfList(string id) => $"lists/{id}.html";

    /// <summary>The page of what a member holds; null for plain text, numbers and any JSON.</summary>
    public static string? Target(DictionaryRow row) => row.Property.Kind switch
    {
        ValueKind.Part => PageOfPart(row.Property.TypeName),
        ValueKind.Text => PageOfValue(row.Property.TypeName),
        ValueKind.Code => PageOfList(row.List!),
        _ => null,
    };

    /// <summary>The place of a member.</summary>
    public static string PlaceOf(Use use) => $"{PageOf(use.Type)}#{Html.Id("m", use.Row.Property.WireName)}";

    /// <summary>A member with its owner, as one writes it.</summary>
    public static string FullName(Use use) => $"{(use.Type is null ? "envelope" : NameOf(use.Type))}.{use.Row.Property.WireName}";

    /// <summary>The numbers of POLE that a source names.</summary>
    public static IEnumerable<string> PoleNumbers(string source) => PoleNumber().Matches(source).Select(match => match.Value).Distinct();

    private static JsonElement ReadList(string root, string id)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "schemas/reference-data", id + ".json")));
        return document.RootElement.Clone();
    }

    private static PoleEntry ReadAttribute(string[] cells) => new(cells[0], cells[1], cells[2], cells.ElementAtOrDefault(3) ?? "");

    private static PoleEntry ReadEntity(string[] cells) =>
        new(cells[0], cells[1], cells[3].Length == 0 ? cells[2] : $"{cells[2]}, as {cells[3]}", cells.ElementAtOrDefault(4) ?? "");

    private static LinkRole ReadRole(JsonElement code) => new(
        code.GetProperty("code").GetString()!, code.GetProperty("label").GetProperty("en").GetString()!, code.GetProperty("inverse").GetString()!,
        code.GetProperty("group").GetString()!, Texts(code, "from"), Texts(code, "to"), code.TryGetProperty("sameKind", out _));

    private static string[] Texts(JsonElement code, string name) => [.. code.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    [GeneratedRegex(@"\b(?:DS|[POEL])_\d{3}\b", RegexOptions.None, 1000)]
    private static partial Regex PoleNumber();
}
