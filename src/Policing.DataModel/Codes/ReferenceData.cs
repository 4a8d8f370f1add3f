using System.Collections.Concurrent;

namespace Policing.DataModel.Codes;

/// <summary>
/// The code lists of this release, and those with a force's own codes laid over them. Immutable and thread-safe; a list is read when it is
/// first asked for.
/// </summary>
public sealed class ReferenceData : IReferenceData
{
    private const int OverlayBytes = 4 << 20;
    private const string ResourceFolder = "reference-data/";
    private const string ResourceEnding = ".json";

    private readonly ReferenceData? _below;
    private readonly ConcurrentDictionary<string, CodeListContent?> _lists = new(StringComparer.Ordinal);

    private ReferenceData(ReferenceData? below) => _below = below;

    /// <summary>The lists of this release.</summary>
    public static ReferenceData BuiltIn { get; } = new(below: null);

    /// <summary>The ids of the lists, in ordinal order. An overlay brings no list of its own.</summary>
    public static IReadOnlyList<string> ListIds { get; } =
    [
        .. typeof(ReferenceData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .Select(name => name[ResourceFolder.Length..^ResourceEnding.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A whole list, with what overlays add to it; null when there is none of this id.</summary>
    /// <param name="listId">The list's id, for example <c>sex</c>.</param>
    public CodeList? FindList(string listId)
    {
        ArgumentNullException.ThrowIfNull(listId);
        if (_below is null) return List(listId) is { } list ? CodeList.Of(list) : null;
        return _below.FindList(listId) is { } below ? Over(below) : null;
    }

    // A code that an overlay adds to stays in its place; a new one follows.
    private CodeList Over(CodeList below)
    {
        if (List(below.Id) is not { } own) return below;
        IEnumerable<CodeEntry> kept = below.Codes.Select(code => own.Codes.GetValueOrDefault(code.Code, code));
        HashSet<string> known = [.. below.Codes.Select(code => code.Code)];
        return below with { Codes = ValueList.From(kept.Concat(own.Codes.Values.Where(code => !known.Contains(code.Code)))) };
    }

    /// <inheritdoc/>
    public CodeEntry? Find(string listId, string code) =>
        List(listId)?.Codes.GetValueOrDefault(code) ?? _below?.Find(listId, code);

    /// <inheritdoc/>
    public CodeEntry? FindMapped(string listId, string system, string text) =>
        Mapped(listId, system, text) is { } entry ? Find(listId, entry.Code) : null;

    /// <inheritdoc/>
    public AgencyEntry? FindAgency(string slugOrName)
    {
        AgencyEntry? entry = Named(slugOrName);
        return entry is null || entry.Id == slugOrName ? entry : Named(entry.Id);
    }

    /// <summary>
    /// These lists with an overlay: a file of the form of schemas/reference-data, for one list. It adds codes; and to a code that is there,
    /// given without a label, it adds mappings and, of a police body, aliases. It can neither remove a code nor change what a code, mapping or
    /// alias that is there means. Overlays may be laid over each other.
    /// </summary>
    /// <param name="overlay">The file's content, at most 4 MiB.</param>
    /// <exception cref="ReferenceDataException">
    /// The content is no list, is for a list that there is not, or would change something; the message quotes nothing.
    /// </exception>
    public ReferenceData WithOverlay(ReadOnlyMemory<byte> overlay)
    {
        if (overlay.Length > OverlayBytes) throw new ReferenceDataException("The overlay is larger than 4 MiB. Split it.");
        CodeListContent list = CodeListContent.Read(overlay);
        if (!Has(list.Id)) throw new ReferenceDataException("The overlay is for a list that there is not. Check its 'id' against schemas/reference-data.");
        foreach (string code in list.Codes.Keys)
            if (Find(list.Id, code) is not null)
                throw new ReferenceDataException("The overlay redefines a code that is in the list already. Leave its label and dates out to add mappings to it, or give yours another code.");
        foreach (CodeAddition addition in list.Additions) Extend(list, addition);
        Refuse(list);
        ReferenceData combined = new(this);
        combined._lists[list.Id] = list;
        return combined;
    }

    /// <summary>These lists with the codes of an overlay file added; see <see cref="WithOverlay(ReadOnlyMemory{byte})"/>.</summary>
    /// <exception cref="ReferenceDataException">The file's content is no list, or redefines a code.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReferenceData WithOverlay(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileInfo file = new(path);
        if (file.Exists && file.Length > OverlayBytes) throw new ReferenceDataException("The overlay is larger than 4 MiB. Split it.");
        return WithOverlay(File.ReadAllBytes(path));
    }

    private void Extend(CodeListContent list, CodeAddition addition)
    {
        if (list.Codes.ContainsKey(addition.Code)) throw new ReferenceDataException("The overlay has a code twice. Write it once.");
        CodeEntry below = Find(list.Id, addition.Code)
            ?? throw new ReferenceDataException("The overlay adds to a code that is not in the list. Check the code, or give it a label to add the code itself.");
        list.Extend(below, list.Id == CodeListContent.AgencyList ? Named(addition.Code) : null, addition);
    }

    // What is found by a text today is found by it with the overlay too.
    private void Refuse(CodeListContent list)
    {
        foreach (((string system, string text), CodeEntry entry) in list.Mapped)
            if (Mapped(list.Id, system, text) is { } other && other.Code != entry.Code)
                throw new ReferenceDataException("The overlay maps a text to one code that is mapped to another already. Leave that mapping out.");
        foreach ((string name, AgencyEntry agency) in list.Agencies)
            if (Named(name) is { } other && other.Id != agency.Id)
                throw new ReferenceDataException("The overlay gives a police body a name that is another body's. Leave that name out.");
    }

    private bool Has(string id) => List(id) is not null || _below?.Has(id) == true;

    private CodeEntry? Mapped(string listId, string system, string text) =>
        List(listId)?.Mapped.GetValueOrDefault((system, text)) ?? _below?.Mapped(listId, system, text);

    private AgencyEntry? Named(string slugOrName) =>
        List(CodeListContent.AgencyList)?.Agencies.GetValueOrDefault(slugOrName) ?? _below?.Named(slugOrName);

    private CodeListContent? List(string id) => _lists.TryGetValue(id, out CodeListContent? list) ? list : _below is null ? Load(id) : null;

    private CodeListContent? Load(string id) => _lists.GetOrAdd(id, static id =>
    {
        using Stream? resource = typeof(ReferenceData).Assembly.GetManifestResourceStream(ResourceFolder + id + ResourceEnding);
        if (resource is null) return null;
        byte[] content = new byte[resource.Length];
        resource.ReadExactly(content);
        return CodeListContent.Read(content);
    });
}
