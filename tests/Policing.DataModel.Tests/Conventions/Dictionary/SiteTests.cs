using System.Text.Json;
using System.Xml.Linq;
using Policing.ModelGenerator;
using Policing.ModelGenerator.Site;

namespace Policing.DataModel.Tests.Conventions.Dictionary;

/// <summary>The static site of the data dictionary, as it is committed. That it is not stale is a test of the generator's whole output.</summary>
public sealed class SiteTests
{
    private static readonly string s_folder = Path.Combine(Reflected.Root(), SiteOutput.Folder);
    private static readonly JsonSerializerOptions s_json = new() { AllowTrailingCommas = true };
    private static readonly Lazy<SitePages> s_site = new(() => new SitePages(s_folder));
    private static readonly Lazy<Model> s_model = new(() => ModelReader.Read(Reflected.Root()));

    [Fact]
    public void EveryLinkLeadsToAFileAndAPlaceInIt()
    {
        Assert.True(s_site.Value.Pages.Count > 300);
        Assert.Empty(s_site.Value.Broken());
    }

    [Theory]
    [InlineData("<a href='gone.html'>x</a>")]
    [InlineData("<a href='other.html#gone'>x</a>")]
    [InlineData("<a href='#gone'>x</a>")]
    [InlineData("<script src='gone.js'></script>")]
    [InlineData("<form action='gone.html'></form>")]
    public void ALinkThatLeadsNowhereIsFound(string element)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("policing-site");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "other.html"), "<!DOCTYPE html>\n<html><p id='there'>x</p></html>");
            File.WriteAllText(Path.Combine(folder.FullName, "page.html"), $"<!DOCTYPE html>\n<html><a href='other.html#there'>x</a>{element}</html>");
            Assert.Single(new SitePages(folder.FullName).Broken());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void NoIdentifierStandsTwiceInAPage()
    {
        foreach ((string path, XDocument page) in s_site.Value.Pages)
            Assert.True(SitePages.Ids(page).Distinct(StringComparer.Ordinal).Count() == SitePages.Ids(page).Count(), path);
    }

    /// <summary>Nothing is loaded from elsewhere, and a page's policy would refuse it; no script and no style stands in a page.</summary>
    [Fact]
    public void APageNeedsNothingButTheFilesBesideIt()
    {
        foreach ((string path, XDocument page) in s_site.Value.Pages)
        {
            Assert.All(SitePages.Targets(page), target => Assert.DoesNotContain(':', target.Split('#')[0]));
            string policy = page.Descendants("meta").Single(m => m.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value;
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.All(page.Descendants("script"), script => Assert.NotNull(script.Attribute("src")));
            Assert.Empty(page.Descendants("style"));
            Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.True(page.Descendants("h1").Count() == 1 && page.Root!.Attribute("lang")?.Value == "en-GB", path);
        }

        Assert.DoesNotContain("url(", File.ReadAllText(Path.Combine(s_folder, "site.css")), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRecordPartValueAndListHasAPageWithAllThatBelongsToIt()
    {
        SitePages site = s_site.Value;
        foreach (ModelType type in s_model.Value.Types)
        {
            string page = type.WireType is null ? $"parts/{Kebab(type.Name)}.html" : $"records/{type.WireType}.html";
            Assert.All(type.Own, member => Assert.True(site.Has(page, $"m-{member.WireName}"), $"{page}: {member.WireName}"));
        }

        Assert.All(s_model.Value.Values, value => Assert.True(site.Pages.ContainsKey($"values/{Kebab(value.Name)}.html"), value.Name));
        foreach (ModelCodeList list in s_model.Value.Lists)
            Assert.All(list.Codes, code => Assert.True(site.Has($"lists/{list.Id}.html", $"c-{code.Code}"), $"{list.Id}: {code.Code}"));
    }

    [Fact]
    public void EveryPageIsReachedFromTheFirst()
    {
        HashSet<string> reached = ["index.html"];
        Queue<string> open = new(reached);
        while (open.TryDequeue(out string? page))
            foreach (string next in s_site.Value.Neighbours(page).Where(reached.Add)) open.Enqueue(next);
        Assert.Equal(s_site.Value.Pages.Keys.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    /// <summary>The search finds every member and code there is, and each entry of its index leads to a place.</summary>
    [Fact]
    public void TheIndexOfTheSearchHasEverythingAndLeadsThere()
    {
        string script = File.ReadAllText(Path.Combine(s_folder, "search-index.js"));
        string json = script[script.IndexOf('[', StringComparison.Ordinal)..script.LastIndexOf(']')] + "]";
        string[][] entries = JsonSerializer.Deserialize<string[][]>(json, s_json)!;
        Assert.All(entries, entry =>
        {
            string[] address = entry[2].Split('#');
            Assert.True(address.Length == 1 ? s_site.Value.Pages.ContainsKey(address[0]) : s_site.Value.Has(address[0], address[1]), entry[2]);
        });
        ILookup<string, string[]> byKind = entries.ToLookup(entry => entry[0]);
        Assert.Equal(s_model.Value.Records.Count(), byKind["record"].Count());
        Assert.Equal(s_model.Value.Types.Sum(type => type.Own.Count) + s_model.Value.Records.First().Envelope.Count, byKind["member"].Count());
        Assert.Equal(s_model.Value.Lists.Sum(list => list.Codes.Count), byKind["code"].Count());
    }

    /// <summary>A diagram says in words what it shows, or it is nothing to those who do not see it.</summary>
    [Fact]
    public void EveryDiagramHasATitleAndADescription()
    {
        XElement[] diagrams = [.. s_site.Value.Pages.Values.SelectMany(page => page.Descendants("svg"))];
        Assert.True(diagrams.Length > 50);
        Assert.All(diagrams, svg =>
        {
            Assert.Equal("img", svg.Attribute("role")?.Value);
            Assert.Equal(svg.Attribute("aria-labelledby")?.Value, $"{svg.Element("title")!.Attribute("id")!.Value} {svg.Element("desc")!.Attribute("id")!.Value}");
            Assert.NotEqual("", svg.Element("desc")!.Value);
        });
    }

    [Fact]
    public void TheSiteIsSmallEnoughToBeCommitted() =>
        Assert.InRange(new DirectoryInfo(s_folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), 1, 6_000_000);

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
