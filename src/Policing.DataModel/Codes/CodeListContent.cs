using System.Globalization;
using System.Text.Json;

namespace Policing.DataModel.Codes;

/// <summary>One list as its file has it, with the ways to find a code.</summary>
internal sealed class CodeListContent
{
    /// <summary>The list whose codes are police bodies.</summary>
    public const string AgencyList = "agencies";

    private CodeListContent(string id) => Id = id;

    public string Id { get; }

    /// <summary>What the file says of the list as a whole.</summary>
    public string Title { get; private init; } = "";

    public string Owner { get; private init; } = "";

    public string Edition { get; private init; } = "";

    public string Source { get; private init; } = "";

    /// <summary>What an overlay adds to codes that are there already; they are not in <see cref="Codes"/> until <see cref="Extend"/>.</summary>
    public List<CodeAddition> Additions { get; } = [];

    public Dictionary<string, CodeEntry> Codes { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string System, string Text), CodeEntry> Mapped { get; } = new(MappingComparer.Instance);

    public Dictionary<string, AgencyEntry> Agencies { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static CodeListContent Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            JsonElement root = document.RootElement;
            CodeListContent list = new(Needed(root, "id"))
            {
                Title = Text(root, "title") ?? "",
                Owner = Text(root, "owner") ?? "",
                Edition = Text(root, "edition") ?? "",
                Source = Text(root, "source") ?? "",
            };
            bool verified = Text(root, "provenance") == "verified";
            foreach (JsonElement code in root.GetProperty("codes").EnumerateArray()) list.Add(code, verified);
            return list;
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ReferenceDataException("The content is not a code list: see schemas/reference-data/README.md for the form.");
        }
    }

    /// <summary>Takes in a code of the list below with what the overlay adds to it.</summary>
    public void Extend(CodeEntry below, AgencyEntry? agency, CodeAddition addition)
    {
        ValueMap<ValueList<string>> mappings = below.Mappings;
        foreach (KeyValuePair<string, ValueList<string>> mapping in addition.Mappings)
        {
            mappings.TryGetValue(mapping.Key, out ValueList<string> known);
            mappings = mappings.With(mapping.Key, ValueList.From(known.Union(mapping.Value, StringComparer.Ordinal)));
        }

        CodeEntry entry = below with { Mappings = mappings };
        Codes.Add(entry.Code, entry);
        AddMapped(entry, addition.Mappings);
        if (agency is not null) AddAgency(agency with { Aliases = ValueList.From(agency.Aliases.Union(addition.Aliases, StringComparer.OrdinalIgnoreCase)) });
    }

    private void Add(JsonElement code, bool verified)
    {
        if (CodeAddition.TryRead(code, out CodeAddition? addition))
        {
            Additions.Add(addition);
            return;
        }

        CodeEntry entry = Entry(code, verified);
        Codes.Add(entry.Code, entry);
        AddMapped(entry, entry.Mappings);
        if (Id == AgencyList) AddAgency(code, entry);
    }

    private void AddMapped(CodeEntry entry, ValueMap<ValueList<string>> mappings)
    {
        foreach (KeyValuePair<string, ValueList<string>> mapping in mappings)
            foreach (string text in mapping.Value) Mapped.TryAdd((mapping.Key, text), entry);
    }

    private static CodeEntry Entry(JsonElement code, bool verified)
    {
        JsonElement label = code.GetProperty("label");
        bool isRole = code.TryGetProperty("inverse", out _);
        return new CodeEntry
        {
            Code = Needed(code, "code"),
            Label = Needed(label, "en"),
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
            JoinsLikeOnly = code.TryGetProperty("sameKind", out JsonElement same) && same.GetBoolean(),
            Inverse = Text(code, "inverse"),
            DataSubjectCategory = Text(code, "dpaCategory"),
            Fits = Texts(code, "fits"),
        };
    }

    // A body is found by its published codes as by a mapping.
    private void AddAgency(JsonElement code, CodeEntry entry)
    {
        AgencyEntry agency = Agency(code, entry);
        AddAgency(agency);
        foreach (string pncCode in agency.PncCodes) AddPublished("pnc", pncCode, entry);
        if (agency.OnsCode is { } area) AddPublished("ons-gss", area, entry);
    }

    private void AddPublished(string system, string text, CodeEntry entry)
    {
        if (!Mapped.TryAdd((system, text), entry) && Mapped[(system, text)].Code != entry.Code)
            throw new ReferenceDataException("Two police bodies of the list have one published code. Leave it out of one of them.");
    }

    private static AgencyEntry Agency(JsonElement code, CodeEntry entry) => new()
    {
        Id = entry.Code,
        Name = entry.Label,
        Kind = Needed(code, "kind"),
        PncCodes = code.TryGetProperty("pncCodes", out JsonElement codes) ? PncCodes(codes) : default,
        OnsCode = Text(code, "onsCode"),
        PoliceUkId = Text(code, "policeUkId"),
        Aliases = Texts(code, "aliases"),
        From = Day(code, "from"),
        To = Day(code, "to"),
        Successors = Texts(code, "successors"),
    };

    private static ValueList<string> PncCodes(JsonElement codes)
    {
        string[] all = new string[codes.GetArrayLength()];
        int place = 0;
        foreach (JsonElement code in codes.EnumerateArray()) all[place++] = Needed(code, "code");
        return new(all);
    }

    private void AddAgency(AgencyEntry agency)
    {
        AddAgency(agency.Id, agency);
        AddAgency(agency.Name, agency);
        foreach (string alias in agency.Aliases) AddAgency(alias, agency);
    }

    private void AddAgency(string name, AgencyEntry agency)
    {
        if (!Agencies.TryAdd(name, agency) && Agencies[name].Id != agency.Id)
            throw new ReferenceDataException("Two police bodies of the list have one name. Leave it out of one of them.");
    }

    // Loops, here and below: every process reads some lists, and what LINQ makes of structs is compiled in each of them.
    internal static ValueMap<ValueList<string>> Mappings(JsonElement code)
    {
        if (!code.TryGetProperty("mappings", out JsonElement mappings)) return default;
        var entries = new KeyValuePair<string, ValueList<string>>[mappings.GetPropertyCount()];
        int place = 0;
        foreach (JsonProperty mapping in mappings.EnumerateObject()) entries[place++] = new(mapping.Name, Texts(mapping.Value));
        return new(entries);
    }

    internal static ValueList<string> Texts(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement texts) ? Texts(texts) : default;

    private static ValueList<string> Texts(JsonElement texts)
    {
        string[] all = new string[texts.GetArrayLength()];
        int place = 0;
        foreach (JsonElement text in texts.EnumerateArray()) all[place++] = text.GetString() ?? throw new FormatException();
        return new(all);
    }

    internal static string Needed(JsonElement element, string name) =>
        element.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException();

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
