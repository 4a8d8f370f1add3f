using System.Globalization;
using System.Text.Json;

namespace Policing.DataModel.Codes;

/// <summary>One list as its file has it, with the ways to find a code.</summary>
internal sealed class CodeListContent
{
    private CodeListContent(string id) => Id = id;

    public string Id { get; }

    public Dictionary<string, CodeEntry> Codes { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string System, string Text), CodeEntry> Mapped { get; } = new(MappingComparer.Instance);

    public Dictionary<string, AgencyEntry> Agencies { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static CodeListContent Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            JsonElement root = document.RootElement;
            CodeListContent list = new(Text(root, "id")!);
            bool verified = Text(root, "provenance") == "verified";
            foreach (JsonElement code in root.GetProperty("codes").EnumerateArray()) list.Add(code, verified);
            return list;
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ReferenceDataException("The content is not a code list: see schemas/reference-data/README.md for the form.");
        }
    }

    private void Add(JsonElement code, bool verified)
    {
        CodeEntry entry = Entry(code, verified);
        Codes.Add(entry.Code, entry);
        foreach (KeyValuePair<string, ValueList<string>> mapping in entry.Mappings)
            foreach (string text in mapping.Value) Mapped.TryAdd((mapping.Key, text), entry);
        if (code.TryGetProperty("kind", out JsonElement kind)) AddAgency(code, entry, kind.GetString()!);
    }

    private static CodeEntry Entry(JsonElement code, bool verified)
    {
        JsonElement label = code.GetProperty("label");
        bool isRole = code.TryGetProperty("inverse", out _);
        return new CodeEntry
        {
            Code = Text(code, "code")!,
            Label = Text(label, "en")!,
            WelshLabel = Text(label, "cy"),
            ValidFrom = Day(code, "validFrom"),
            ValidTo = Day(code, "validTo"),
            IsRetired = Text(code, "status") == "retired",
            ReplacedBy = Text(code, "replacedBy"),
            Group = Text(code, "group"),
            IsVerified = Text(code, "provenance") is { } own ? own == "verified" : verified,
            Mappings = Mappings(code),
            From = isRole ? Texts(code, "from") : default,
            To = isRole ? Texts(code, "to") : default,
            DataSubjectCategory = Text(code, "dpaCategory"),
        };
    }

    private void AddAgency(JsonElement code, CodeEntry entry, string kind)
    {
        AgencyEntry agency = new()
        {
            Id = entry.Code,
            Name = entry.Label,
            Kind = kind,
            PncCodes = code.TryGetProperty("pncCodes", out JsonElement codes) ? ValueList.From(codes.EnumerateArray().Select(c => Text(c, "code")!)) : default,
            OnsCode = Text(code, "onsCode"),
            PoliceUkId = Text(code, "policeUkId"),
            Aliases = Texts(code, "aliases"),
            Successors = Texts(code, "successors"),
        };
        Agencies.TryAdd(agency.Id, agency);
        Agencies.TryAdd(agency.Name, agency);
        foreach (string alias in agency.Aliases) Agencies.TryAdd(alias, agency);
    }

    private static ValueMap<ValueList<string>> Mappings(JsonElement code)
    {
        ValueMap<ValueList<string>> map = default;
        if (!code.TryGetProperty("mappings", out JsonElement mappings)) return map;
        foreach (JsonProperty mapping in mappings.EnumerateObject())
            map = map.With(mapping.Name, ValueList.From(mapping.Value.EnumerateArray().Select(t => t.GetString()!)));
        return map;
    }

    private static ValueList<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement texts) ? ValueList.From(texts.EnumerateArray().Select(t => t.GetString()!)) : default;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static DateOnly? Day(JsonElement element, string name) =>
        Text(element, name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private sealed class MappingComparer : IEqualityComparer<(string System, string Text)>
    {
        public static readonly MappingComparer Instance = new();

        public bool Equals((string System, string Text) x, (string System, string Text) y) =>
            string.Equals(x.System, y.System, StringComparison.Ordinal) && string.Equals(x.Text, y.Text, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string System, string Text) mapping) =>
            HashCode.Combine(string.GetHashCode(mapping.System, StringComparison.Ordinal), string.GetHashCode(mapping.Text, StringComparison.OrdinalIgnoreCase));
    }
}
