using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>The pages that lead to others: the records by kind, the parts, values and lists, and the alphabet of all names.</summary>
internal static class IndexPages
{
    public static IEnumerable<SitePage> Write(SiteContent content) => [Home(content), Parts(content), Values(content), Lists(content), Alphabet(content)];

    private static SitePage Home(SiteContent content)
    {
        Model model = content.Model;
        StringBuilder body = new("<ul class=\"counts\">\n");
        Count(body, model.Records.Count(), "records", "#records");
        Count(body, model.Types.Count - model.Records.Count(), "parts of records", "~/parts.html");
        Count(body, model.Values.Count, "values", "~/values.html");
        Count(body, model.Lists.Count, "code lists", "~/lists.html");
        Count(body, content.Roles.Count, "roles of links", "~/links.html");
        body.Append("</ul>\n<p>Every record begins with <a href=\"~/envelope.html\">the envelope</a>. What somebody or something is in a matter is ");
        body.Append("<a href=\"~/links.html\">a link</a>, never a kind of person or thing. A member that is not listed is kept and written back, with a finding. ");
        body.Append("New here? <a href=\"~/reading.html\">How to read these pages</a>. Looking for a number of POLE? <a href=\"~/pole.html\">All of them</a>.</p>\n");
        body.Append("<h2 id=\"records\">Records</h2>\n");
        Groups(body, [.. model.Records], "h3");
        return new("index.html", "Data dictionary", "", "Records", "Every record, value and code list of the policing data model, what it means and where it comes from.", body.ToString());
    }

    private static void Count(StringBuilder body, int count, string name, string address) => body.Append($"<li><a href=\"{address}\"><b>{count}</b> {name}</a></li>\n");

    private static SitePage Parts(SiteContent content)
    {
        StringBuilder body = new();
        Groups(body, [.. content.Model.Types.Where(type => type.WireType is null)], "h2");
        return new("parts.html", "Parts of records", "", "Parts", "What records hold that has members of its own: an address, a name, a time window.", body.ToString());
    }

    private static void Groups(StringBuilder body, IReadOnlyList<ModelType> types, string heading)
    {
        foreach ((string folder, string title) in DictionaryOutput.Groups)
        {
            ModelType[] members = [.. types.Where(type => type.Group == folder).OrderBy(type => type.Name, StringComparer.Ordinal)];
            if (members.Length == 0) continue;
            body.Append($"<section>\n<{heading} id=\"{Html.Id("group", folder.ToLowerInvariant())}\">{Html.Escape(title)}</{heading}>\n<ul class=\"cards\">\n");
            foreach (ModelType type in members)
                body.Append(Card(SiteContent.PageOf(type), type.Name, type.Summary, type.IsTrial));
            body.Append("</ul>\n</section>\n");
        }
    }

    private static string Card(string address, string name, string meaning, bool isTrial = false) =>
        $"<li>{Html.Link(address, Html.Escape(name))}{(isTrial ? " " + Html.Tag("trial") : "")}<p>{Html.Escape(meaning)}</p></li>\n";

    private static SitePage Values(SiteContent content)
    {
        StringBuilder body = new("<ul class=\"cards\">\n");
        foreach (ModelValue value in content.Model.Values) body.Append(Card(SiteContent.PageOfValue(value.Name), value.Name, value.Summary));
        body.Append("</ul>\n");
        return new("values.html", "Values", "", "Values", "Identifiers, times and other texts that have a form of their own. A malformed one is kept as it came, with a finding.", body.ToString());
    }

    private static SitePage Lists(SiteContent content)
    {
        StringBuilder body = new(Html.TableHead("Code lists", "List", "Title", "Codes", "Source"));
        foreach (ModelCodeList list in content.Model.Lists)
        {
            body.Append("<tr role=\"row\">").Append(Html.RowHead(Html.Link(SiteContent.PageOfList(list.Id), Html.Code(list.Id)))).Append(Html.Cell("Title", Html.Escape(list.Title)));
            body.Append(Html.Cell("Codes", $"{list.Codes.Count}")).Append(Html.Cell("Source", MemberTable.Source(list.Source, list.Provenance))).Append("</tr>\n");
        }

        return new("lists.html", "Code lists", "", "Lists", "The lists whose codes members hold. A code that no list has is kept, with a finding.", body.Append(Html.TableEnd).ToString());
    }

    /// <summary>Every name in one alphabet: what there is to find without a script.</summary>
    private static SitePage Alphabet(SiteContent content)
    {
        var letters = Names(content).GroupBy(name => char.ToUpperInvariant(name.Text[0])).OrderBy(letter => letter.Key).ToArray();
        StringBuilder body = new("<nav class=\"letters\" aria-label=\"Letters\">\n");
        foreach (var letter in letters) body.Append($"<a href=\"#letter-{letter.Key}\">{letter.Key}</a>\n");
        body.Append("</nav>\n");
        foreach (var letter in letters)
        {
            body.Append($"<h2 id=\"letter-{letter.Key}\">{letter.Key}</h2>\n<dl class=\"alphabet\">\n");
            foreach (var name in letter.GroupBy(n => n.Text).OrderBy(n => n.Key, StringComparer.OrdinalIgnoreCase).ThenBy(n => n.Key, StringComparer.Ordinal))
                body.Append($"<div><dt>{Html.Escape(name.Key)}</dt><dd>{string.Join(", ", name.Select(n => Html.Link(n.Address, n.What)))}</dd></div>\n");
            body.Append("</dl>\n");
        }

        return new("a-z.html", "A to Z", "", "A to Z", "Every record, part, value, list and member by its name.", body.ToString());
    }

    private static IEnumerable<(string Text, string What, string Address)> Names(SiteContent content)
    {
        foreach (ModelType type in content.Model.Types) yield return (type.Name, type.WireType is null ? "part" : "record", SiteContent.PageOf(type));
        foreach (ModelValue value in content.Model.Values) yield return (value.Name, "value", SiteContent.PageOfValue(value.Name));
        foreach (ModelCodeList list in content.Model.Lists) yield return (list.Title, $"list {Html.Code(list.Id)}", SiteContent.PageOfList(list.Id));
        foreach (Use use in content.Uses)
            yield return (use.Row.Property.WireName, $"in {Html.Escape(use.Type is null ? "envelope" : SiteContent.NameOf(use.Type))}", SiteContent.PlaceOf(use));
    }
}
