using System.Collections.Concurrent;

namespace Policing.DataModel.Codes;

/// <summary>
/// The code lists of this release, and those with a force's own codes laid over them. Immutable and thread-safe; a list is read when it is
/// first asked for.
/// </summary>
public sealed class ReferenceData : IReferenceData
{
    private const int OverlayBytes = 4 << 20;
    private const string Agencies = "agencies";

    private readonly ReferenceData? _below;
    private readonly ConcurrentDictionary<string, CodeListContent?> _lists = new(StringComparer.Ordinal);

    private ReferenceData(ReferenceData? below) => _below = below;

    /// <summary>The lists of this release.</summary>
    public static ReferenceData BuiltIn { get; } = new(below: null);

    /// <inheritdoc/>
    public CodeEntry? Find(string listId, string code) =>
        List(listId)?.Codes.GetValueOrDefault(code) ?? _below?.Find(listId, code);

    /// <inheritdoc/>
    public CodeEntry? FindMapped(string listId, string system, string text) =>
        List(listId)?.Mapped.GetValueOrDefault((system, text)) ?? _below?.FindMapped(listId, system, text);

    /// <inheritdoc/>
    public AgencyEntry? FindAgency(string slugOrName) =>
        List(Agencies)?.Agencies.GetValueOrDefault(slugOrName) ?? _below?.FindAgency(slugOrName);

    /// <summary>
    /// These lists with the codes of an overlay added: a file of the form of schemas/reference-data, for one list. It adds codes and
    /// mappings; it can neither remove nor redefine a code that is there.
    /// </summary>
    /// <param name="overlay">The file's content, at most 4 MiB.</param>
    /// <exception cref="ReferenceDataException">The content is no list, or redefines a code; the message quotes nothing.</exception>
    public ReferenceData WithOverlay(ReadOnlyMemory<byte> overlay)
    {
        if (overlay.Length > OverlayBytes) throw new ReferenceDataException("The overlay is larger than 4 MiB. Split it by list.");
        CodeListContent list = CodeListContent.Read(overlay);
        foreach (string code in list.Codes.Keys)
            if (Find(list.Id, code) is not null)
                throw new ReferenceDataException("The overlay redefines a code that is in the list already. Leave it out, or give yours another code.");
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
        if (file.Exists && file.Length > OverlayBytes) throw new ReferenceDataException("The overlay is larger than 4 MiB. Split it by list.");
        return WithOverlay(File.ReadAllBytes(path));
    }

    private CodeListContent? List(string id) => _lists.TryGetValue(id, out CodeListContent? list) ? list : _below is null ? Load(id) : null;

    private CodeListContent? Load(string id) => _lists.GetOrAdd(id, static id =>
    {
        using Stream? resource = typeof(ReferenceData).Assembly.GetManifestResourceStream($"reference-data/{id}.json");
        if (resource is null) return null;
        byte[] content = new byte[resource.Length];
        resource.ReadExactly(content);
        return CodeListContent.Read(content);
    });
}
