using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>What may be linked with what: drawn by kind of record, as a table of kinds, and role by role.</summary>
internal static class LinksPage
{
    public static SitePage Write(SiteContent content)
    {
        string[] kinds = [.. DictionaryOutput.Groups.Select(g => g.Folder).Where(folder => content.Roles.SelectMany(r => r.From.Concat(r.To)).Any(name => content.Record(name).Group == folder))];
        var counts = content.Roles.SelectMany(role => Pairs(content, role)).GroupBy(pair => pair).ToDictionary(g => g.Key, g => g.Count());
        StringBuilder body = new("<h2 id=\"kinds\">Kinds of records</h2>\n<div class=\"beside\">\n");
        body.Append(Drawing(kinds, counts)).Append(Table(kinds, counts)).Append("</div>\n<h2 id=\"roles\">Roles</h2>\n");
        body.Append("<p>A link reads from left to right: <em>from</em> – <em>role</em> – <em>to</em>; a role of like things joins two of the same type.</p>\n");
        foreach (var group in content.Roles.GroupBy(role => role.Group)) body.Append(Group(group.Key, [.. group]));
        return new("links.html", "Links", "", "Links", $"How records hang together: {content.Roles.Count} roles, from one record to another.", body.ToString());
    }

    private static IEnumerable<(string From, string To)> Pairs(SiteContent content, LinkRole role)
    {
        IEnumerable<(string, string)> pairs = role.IsSameKind
            ? role.From.Select(name => (content.Record(name).Group, content.Record(name).Group))
            : role.From.SelectMany(from => role.To.Select(to => (content.Record(from).Group, content.Record(to).Group)));
        return pairs.Distinct();
    }

    private static string Drawing(string[] kinds, Dictionary<(string From, string To), int> counts)
    {
        var lines = kinds.SelectMany(from => kinds.Select(to => (From: from, To: to, Count: counts.GetValueOrDefault((from, to))))).Where(l => l.Count > 0).ToArray();
        Fan fan = new("diagram-kinds", "Links between kinds of records", TypePages.Words("How many roles lead from one kind to another: ", lines.Select(l => $"{l.From} to {l.To}, {l.Count}")));
        foreach ((string from, string to, int count) in lines) fan.Add(from, to, count);
        return fan.Write("Left where links begin, right where they lead; the thicker the line, the more roles there are. The table has the numbers.");
    }

    private static string Table(string[] kinds, Dictionary<(string From, string To), int> counts)
    {
        StringBuilder text = new(Html.TableHead("Number of roles between kinds of records", ["From", .. kinds.Select(to => $"to {to}")]));
        foreach (string from in kinds)
        {
            text.Append("<tr role=\"row\">").Append(Html.RowHead(Html.Escape(from)));
            foreach (string to in kinds)
                text.Append(Html.Cell($"to {to}", counts.TryGetValue((from, to), out int count) ? $"{count}" : ""));
            text.Append("</tr>\n");
        }

        return text.Append(Html.TableEnd).ToString();
    }

    private static string Group(string name, LinkRole[] roles)
    {
        StringBuilder text = new($"<h3 id=\"{Html.Id("group", name)}\">{Html.Escape(Sentence(name))}</h3>\n");
        text.Append(Html.TableHead($"Roles of the group {name}", "Role", "From", "Reads", "To", "In reverse"));
        foreach (LinkRole role in roles)
        {
            text.Append("<tr role=\"row\">").Append(Html.RowHead(TypePages.RoleLink(role))).Append(Html.Cell("From", string.Join(", ", role.From.Select(TypePages.RecordLink))));
            text.Append(Html.Cell("Reads", Html.Escape(role.Label))).Append(Html.Cell("To", role.IsSameKind ? "one of the same type" : string.Join(", ", role.To.Select(TypePages.RecordLink))));
            text.Append(Html.Cell("In reverse", Html.Escape(role.Inverse))).Append("</tr>\n");
        }

        return text.Append(Html.TableEnd).ToString();
    }

    private static string Sentence(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
}
