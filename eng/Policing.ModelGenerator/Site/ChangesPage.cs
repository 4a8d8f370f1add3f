using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>What is new, gone or different since the last release.</summary>
internal static class ChangesPage
{
    public static SitePage Write(ModelSnapshot? before, ModelSnapshot after)
    {
        string body = before is null ? NoRelease : Body(before, [.. ModelChange.Between(before, after)]);
        return new("changes.html", "Changes", "", "Changes", before is null ? "There is no earlier version to compare with yet." : $"What differs from {before.Release}.", body);
    }

    private const string NoRelease =
        "<p>No version of the model has been released, so nothing can have changed since one. From the first release on, this page lists every record, part, value and "
        + "list, every member and every code that was added, removed or given another meaning since the last one.</p>\n"
        + "<p>What was done since the beginning is told in <a href=\"~/../../../CHANGELOG.md\">the changelog</a>; how the model is kept for the comparison, in "
        + "<a href=\"~/../../../RELEASING.md\">the guide to releasing</a>.</p>\n";

    private static string Body(ModelSnapshot before, ModelChange[] changes)
    {
        if (changes.Length == 0) return $"<p>Nothing: the model is that of {Html.Escape(before.Release)}.</p>\n";
        StringBuilder text = new();
        foreach (var kind in changes.GroupBy(change => change.Kind))
        {
            text.Append($"<h2 id=\"{kind.Key}\">{Heading(kind.Key)}</h2>\n").Append(Html.TableHead($"Changes of each {kind.Key}", "Where", "What", "Before", "Now"));
            foreach (ModelChange change in kind) text.Append(Row(change));
            text.Append(Html.TableEnd);
        }

        return text.ToString();
    }

    private static string Heading(string kind) => kind == "envelope" ? "Envelope" : char.ToUpperInvariant(kind[0]) + kind[1..] + "s";

    private static string Row(ModelChange change)
    {
        string name = Html.Code(change.Item is null ? change.Thing : $"{change.Thing}.{change.Item}");
        string what = change.Fact ?? (change.Before is null ? "added" : "removed");
        string before = change.Fact is null ? "" : Html.Escape(change.Before!);
        string now = change.Fact is null ? "" : Html.Escape(change.After!);
        return $"<tr role=\"row\">{Html.RowHead(Address(change) is { } address ? Html.Link(address, name) : name)}{Html.Cell("What", Html.Escape(what))}{Html.Cell("Before", before)}{Html.Cell("Now", now)}</tr>\n";
    }

    // What is gone has no page; a member or code that is gone is shown at the page that it stood on.
    private static string? Address(ModelChange change)
    {
        if (change.After is null && change.Item is null && change.Fact is null) return null;
        string page = change.Kind switch
        {
            "record" => $"records/{change.Thing}.html",
            "part" => SiteContent.PageOfPart(change.Thing),
            "value" => SiteContent.PageOfValue(change.Thing),
            "list" => SiteContent.PageOfList(change.Thing),
            _ => "envelope.html",
        };
        bool isThere = change.Item is not null && (change.After is not null || change.Fact is not null);
        return isThere ? $"{page}#{Html.Id(change.Kind == "list" ? "c" : "m", change.Item!)}" : page;
    }
}
