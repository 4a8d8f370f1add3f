namespace Policing.ModelGenerator.Site;

/// <summary>
/// The data dictionary for a browser: plain HTML and one style sheet, a page per record, part, value and list, and a search that needs no
/// server. It is made of the same model as the Markdown pages.
/// </summary>
public static class SiteOutput
{
    /// <summary>The folder of the site, from the repository's root.</summary>
    public const string Folder = "docs/data-dictionary/site";

    /// <summary>The files of the style sheet and of the search, which people write.</summary>
    private const string Sources = "eng/Policing.ModelGenerator/Site";

    internal static IEnumerable<GeneratedFile> Write(string root, Model model, DictionaryRows rows)
    {
        SiteContent content = new(root, model, rows);
        ModelSnapshot now = ModelSnapshot.Read(ModelJsonOutput.Write(rows, model).Text, ModelSnapshot.CodesOf(model, release: ""));
        IEnumerable<SitePage> pages =
        [
            .. IndexPages.Write(content),
            .. TypePages.Write(content),
            .. ValuePages.Write(content),
            .. ListPages.Write(content),
            LinksPage.Write(content),
            PolePage.Write(content),
            ChangesPage.Write(ModelSnapshot.OfLastRelease(root), now),
            .. ReadingPage.Write(content),
        ];
        foreach (SitePage page in pages) yield return SiteLayout.Write(page);
        yield return new($"{Folder}/search-index.js", SearchIndex.Write(content));
        foreach (string name in (string[])["search.js", "site.css"])
            yield return new($"{Folder}/{name}", File.ReadAllText(Path.Combine(root, Sources, name)).Replace("\r\n", "\n"));
    }

    /// <summary>The page of changes between two snapshots, as it stands in the site.</summary>
    public static GeneratedFile Changes(ModelSnapshot? before, ModelSnapshot after) => SiteLayout.Write(ChangesPage.Write(before, after));
}
