using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>What the columns and marks of the pages mean, and the page of the search.</summary>
internal static class ReadingPage
{
    private static readonly (string Word, string Html)[] s_words =
    [
        ("Member", "The name on the wire, in JSON. In C# it begins with a capital letter."),
        ("Holds", "Text, a number, a <a href=\"~/values.html\">value</a> with a form of its own, a code of a <a href=\"~/lists.html\">list</a>, or a <a href=\"~/parts.html\">part</a> with members of its own."),
        ("How many", "<code>1</code>: exactly one. <code>0..1</code>: none or one. <code>0..*</code>: none, one or more."),
        ("Source", "Where the member comes from; <em>own</em> where this SDK defines it. A source that was not read, or only in part, is marked <span class=\"tag unverified\">unverified</span>."),
        ("Trial", "<span class=\"tag trial\">trial</span> may change within a major version; everything else keeps its meaning."),
        ("Retired", "<span class=\"tag retired\">retired</span> codes are read and written as ever, and are found when something new uses them."),
    ];

    public static IEnumerable<SitePage> Write(SiteContent content) => [Reading(content), Search()];

    private static SitePage Reading(SiteContent content)
    {
        StringBuilder body = new("<h2 id=\"words\">Columns and marks</h2>\n<dl class=\"facts\">\n");
        foreach ((string word, string html) in s_words) body.Append($"<div><dt>{word}</dt><dd>{html}</dd></div>\n");
        body.Append("</dl>\n<h2 id=\"classes\">Data classes</h2>\n<p>Every member has one, so that a host can redact by class.</p>\n<dl class=\"facts\">\n");
        foreach ((string name, string meaning) in content.DataClasses)
            body.Append($"<div id=\"{Html.Id("class", name)}\"><dt>{name}</dt><dd>{Html.Escape(meaning)}</dd></div>\n");
        body.Append("</dl>\n<h2 id=\"more\">More</h2>\n<p>The same for programs: <a href=\"~/../../../schemas/1.0/model.json\">model.json</a>; as Markdown: ");
        body.Append("<a href=\"~/../README.md\">README.md</a>. Guides: <a href=\"~/../../wire-format.md\">the wire format</a>, <a href=\"~/../../values.md\">values</a>, ");
        body.Append("<a href=\"~/../../reference-data.md\">reference data</a>, <a href=\"~/../../words-of-the-trade.md\">the words of the trade</a>.</p>\n");
        return new("reading.html", "How to read these pages", "", null, "What the columns, marks and data classes mean.", body.ToString());
    }

    private static SitePage Search() => new(
        "search.html", "Search", "", null, "Names, numbers of POLE, codes and words of their meaning.",
        "<noscript><p>The search is a script of this site and needs no server. Without scripts, <a href=\"~/a-z.html\">A to Z</a> has every name, "
        + "<a href=\"~/lists.html\">the lists</a> every code and <a href=\"~/pole.html\">POLE</a> every number.</p></noscript>\n"
        + "<p id=\"found\" role=\"status\"></p>\n<ol id=\"results\" class=\"results\"></ol>\n")
    {
        Searches = true,
    };
}
