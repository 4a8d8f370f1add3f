using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>What stands around every page: head, search, navigation, foot.</summary>
internal static class SiteLayout
{
    // Nothing is loaded but the files beside the page. A page read from a disk has no origin that every browser takes for 'self'; there
    // the scheme says it, which no page of a server can load from.
    private const string Policy = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; form-action 'self' file:; base-uri 'none'";

    private static readonly (string Section, string Path)[] s_navigation =
    [
        ("Records", "index.html"),
        ("Parts", "parts.html"),
        ("Values", "values.html"),
        ("Lists", "lists.html"),
        ("Links", "links.html"),
        ("POLE", "pole.html"),
        ("Changes", "changes.html"),
        ("A to Z", "a-z.html"),
    ];

    public static GeneratedFile Write(SitePage page)
    {
        StringBuilder text = new();
        Head(text, page);
        Top(text, page);
        text.Append("<main id=\"content\" tabindex=\"-1\">\n");
        text.Append($"<h1>{Html.Escape(page.Title)}{(page.Kind.Length == 0 ? "" : $" <span class=\"kind\">{Html.Escape(page.Kind)}</span>")}</h1>\n");
        text.Append($"<p class=\"lead\">{Html.Escape(page.Summary)}</p>\n{page.Body}</main>\n");
        text.Append("<footer>\n<p>Generated from the C# records and the code lists of the Policing SDK, model version 1.0. It is a proposal: no body named here has ");
        text.Append("approved it. <a href=\"~/reading.html\">How to read these pages</a></p>\n</footer>\n</body>\n</html>\n");
        string up = page.Path.Contains('/') ? "../" : "";
        return new($"{SiteOutput.Folder}/{page.Path}", text.ToString().Replace("\"~/", $"\"{up}"));
    }

    private static void Head(StringBuilder text, SitePage page)
    {
        string title = page.Path == "index.html" ? page.Title : $"{page.Title}{(page.Kind.Length == 0 ? "" : $" ({page.Kind})")} - data dictionary";
        text.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n");
        text.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\" />\n");
        text.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<meta name=\"color-scheme\" content=\"light dark\" />\n");
        text.Append($"<title>{Html.Escape(title)}</title>\n<link rel=\"stylesheet\" href=\"~/site.css\" />\n");
        if (page.Searches) text.Append("<script src=\"~/search-index.js\" defer=\"defer\"></script>\n<script src=\"~/search.js\" defer=\"defer\"></script>\n");
        text.Append("</head>\n<body>\n");
    }

    private static void Top(StringBuilder text, SitePage page)
    {
        text.Append("<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<div class=\"bar\">\n");
        text.Append("<a class=\"home\" href=\"~/index.html\">Policing SDK <span>data dictionary</span></a>\n");
        text.Append("<form role=\"search\" action=\"~/search.html\" method=\"get\">\n<label class=\"unseen\" for=\"q\">Search the data dictionary</label>\n");
        text.Append("<input type=\"search\" id=\"q\" name=\"q\" placeholder=\"vrm, DS_072, postcode\" autocomplete=\"off\" />\n<button type=\"submit\">Search</button>\n</form>\n</div>\n");
        text.Append("<nav aria-label=\"Parts of the dictionary\">\n<ul>\n");
        foreach ((string section, string path) in s_navigation)
        {
            string current = path == page.Path ? " aria-current=\"page\"" : section == page.Section ? " aria-current=\"true\"" : "";
            text.Append($"<li><a href=\"~/{path}\"{current}>{section}</a></li>\n");
        }

        text.Append("</ul>\n</nav>\n</header>\n");
    }
}
