using System.Xml;
using System.Xml.Linq;

namespace Policing.DataModel.Tests.Conventions.Dictionary;

/// <summary>The pages of a site on disk, parsed: they are well-formed XML, or they do not parse.</summary>
internal sealed class SitePages
{
    private readonly string _folder;
    private readonly Dictionary<string, HashSet<string>> _places;

    public SitePages(string folder)
    {
        _folder = folder;
        Pages = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), Parse, StringComparer.Ordinal);
        _places = Pages.ToDictionary(page => page.Key, page => Ids(page.Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Every page by its path from the folder.</summary>
    public IReadOnlyDictionary<string, XDocument> Pages { get; }

    /// <summary>Whether a page has an element with this identifier.</summary>
    public bool Has(string page, string id) => _places.TryGetValue(page, out HashSet<string>? ids) && ids.Contains(id);

    public static IEnumerable<string> Ids(XDocument page) => page.Descendants().Attributes("id").Select(id => id.Value);

    /// <summary>What a page names outside of itself: links, scripts, style sheets, forms.</summary>
    public static IEnumerable<string> Targets(XDocument page) =>
        page.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src" or "action").Select(a => a.Value);

    /// <summary>The pages that a page leads to.</summary>
    public IEnumerable<string> Neighbours(string page) => Targets(Pages[page]).Select(target => Resolve(page, target).Path).Where(Pages.ContainsKey);

    /// <summary>Every link that leads to no file, or to no place in a page.</summary>
    public IEnumerable<string> Broken() =>
        from page in Pages
        from target in Targets(page.Value)
        where !LeadsSomewhere(page.Key, target)
        select $"{page.Key}: {target}";

    private bool LeadsSomewhere(string page, string target)
    {
        (string path, string place) = Resolve(page, target);
        return File.Exists(Path.Combine(_folder, path)) && (place.Length == 0 || Has(path, place));
    }

    private static (string Path, string Place) Resolve(string page, string target)
    {
        string[] parts = target.Split('#', 2);
        string place = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        if (parts[0].Length == 0) return (page, place);
        // Deep enough that what leads out of the folder is not stopped at the root of the disk.
        const string folder = "/site/site/site/site/site";
        string path = Path.GetRelativePath(folder, Path.GetFullPath(Path.Combine(folder, Path.GetDirectoryName(page)!, parts[0])));
        return (path.Replace('\\', '/'), place);
    }

    private static XDocument Parse(string path)
    {
        using XmlReader reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
