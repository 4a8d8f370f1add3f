using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>A page per record and part, and that of the envelope.</summary>
internal static class TypePages
{
    public static IEnumerable<SitePage> Write(SiteContent content)
    {
        foreach (ModelType type in content.Model.Types) yield return type.WireType is null ? Part(content, type) : Record(content, type);
        yield return new("envelope.html", "Envelope", "of every record", "Records", "What every record carries before its own members.",
            MemberTable.Write("Members of the envelope", content.Envelope));
    }

    private static SitePage Record(SiteContent content, ModelType type)
    {
        string name = type.WireType!;
        StringBuilder body = new();
        body.Append($"<dl class=\"facts\">\n<div><dt>On the wire</dt><dd><code>\"type\": \"{Html.Escape(name)}\"</code></dd></div>\n");
        body.Append($"<div><dt>In C#</dt><dd>{Html.Code(type.Name)}</dd></div>\n<div><dt>Maturity</dt><dd>{(type.IsTrial ? Html.Tag("trial") : "stable")}</dd></div>\n");
        body.Append($"<div><dt>For programs</dt><dd>{Schemas(name)}</dd></div>\n</dl>\n");
        body.Append("<nav class=\"local\" aria-label=\"On this page\"><a href=\"#members\">Members</a> <a href=\"#parts\">Parts</a> <a href=\"#links\">Links</a></nav>\n");
        body.Append($"<h2 id=\"members\">Members</h2>\n<p>Before these stands <a href=\"~/envelope.html\">the envelope</a>, as in every record.</p>\n");
        body.Append(MemberTable.Write($"Members of {name}", content.Rows(type)));
        body.Append(Parts(content, type)).Append(Links(content, name));
        return new(SiteContent.PageOf(type), type.Name, type.IsTrial ? "record, on trial" : "record", "Records", type.Summary, body.ToString());
    }

    private static SitePage Part(SiteContent content, ModelType type)
    {
        StringBuilder body = new();
        if (type.IsTrial) body.Append($"<p>{Html.Tag("trial")} May change within a major version.</p>\n");
        body.Append("<h2 id=\"members\">Members</h2>\n").Append(MemberTable.Write($"Members of {type.Name}", content.Rows(type)));
        body.Append(MemberTable.Uses("Where it stands", content.UsesOf(SiteContent.PageOf(type))));
        return new(SiteContent.PageOf(type), type.Name, type.IsTrial ? "part, on trial" : "part", "Parts", type.Summary, body.ToString());
    }

    private static string Schemas(string name) =>
        $"<a href=\"~/../../../schemas/1.0/strict/{name}.schema.json\">schema for producers</a>, <a href=\"~/../../../schemas/1.0/open/{name}.schema.json\">for consumers</a>";

    /// <summary>The parts that the record holds, by member.</summary>
    private static string Parts(SiteContent content, ModelType type)
    {
        DictionaryRow[] parts = [.. content.Rows(type).Where(row => row.Property.Kind == ValueKind.Part)];
        StringBuilder text = new("<h2 id=\"parts\">Parts</h2>\n");
        if (parts.Length == 0) return text.Append("<p>It holds no parts of its own.</p>\n").ToString();
        Fan fan = new("diagram-parts", $"Parts of {type.WireType}", Words("Its members hold these parts: ", parts.Select(row => $"{row.Property.WireName} holds {row.Property.TypeName}")));
        foreach (DictionaryRow row in parts) fan.Add(row.Property.WireName, row.Property.TypeName, 1);
        return text.Append(fan.Write("Left the members, right the parts that they hold. Each is a link in the table above.")).ToString();
    }

    /// <summary>The roles by which the record is linked.</summary>
    private static string Links(SiteContent content, string name)
    {
        StringBuilder text = new("<h2 id=\"links\">Links</h2>\n");
        LinkRole[] from = [.. content.Roles.Where(role => role.From.Contains(name))];
        LinkRole[] to = [.. content.Roles.Where(role => role.To.Contains(name))];
        if (from.Length + to.Length == 0) return text.Append("<p>No role of a link leads from it or to it.</p>\n").ToString();
        text.Append("<p>What it is to other records is told by <a href=\"~/records/link.html\">links</a>, each by one role.</p>\n");
        text.Append(Direction(name, from, isFrom: true)).Append(Direction(name, to, isFrom: false));
        return text.ToString();
    }

    private static string Direction(string name, LinkRole[] roles, bool isFrom)
    {
        if (roles.Length == 0) return "";
        string id = isFrom ? "links-from" : "links-to";
        string heading = isFrom ? $"From {name}" : $"To {name}";
        var others = roles.SelectMany(role => Others(role, name, isFrom)).GroupBy(other => other).Select(g => (Name: g.Key, Count: g.Count())).OrderBy(o => o.Name, StringComparer.Ordinal).ToArray();
        string words = Words(isFrom ? $"From {name} to: " : $"To {name} from: ", others.Select(o => $"{o.Name}, {o.Count} {(o.Count == 1 ? "role" : "roles")}"));
        Fan fan = new($"diagram-{id}", $"Links {(isFrom ? "from" : "to")} {name}", words);
        foreach ((string other, int count) in others)
        {
            if (isFrom) fan.Add(name, other, count); else fan.Add(other, name, count);
        }

        StringBuilder text = new($"<h3 id=\"{id}\">{heading}</h3>\n<div class=\"beside\">\n");
        text.Append(fan.Write($"The records that it may be linked with; the thicker the line, the more roles there are."));
        string other2 = isFrom ? "To" : "From";
        text.Append(Html.TableHead($"Roles {(isFrom ? "from" : "to")} {name}", "Role", "Reads", other2));
        foreach (LinkRole role in roles)
        {
            text.Append("<tr role=\"row\">").Append(Html.RowHead(RoleLink(role))).Append(Html.Cell("Reads", Html.Escape(isFrom ? role.Label : role.Inverse)));
            text.Append(Html.Cell(other2, string.Join(", ", Others(role, name, isFrom).Select(RecordLink)))).Append("</tr>\n");
        }

        return text.Append(Html.TableEnd).Append("</div>\n").ToString();
    }

    private static IEnumerable<string> Others(LinkRole role, string name, bool isFrom) => role.IsSameKind ? [name] : isFrom ? role.To : role.From;

    public static string RoleLink(LinkRole role) => Html.Link($"lists/link-role.html#{Html.Id("c", role.Code)}", Html.Code(role.Code));

    public static string RecordLink(string wireType) => Html.Link($"records/{wireType}.html", Html.Escape(wireType));

    public static string Words(string opening, IEnumerable<string> each) => opening + string.Join("; ", each) + ".";
}
