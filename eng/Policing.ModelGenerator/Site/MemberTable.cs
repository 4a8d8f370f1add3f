using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>The members of a record or part as a table, and those that use something as a list.</summary>
internal static class MemberTable
{
    public static string Write(string caption, IReadOnlyList<DictionaryRow> rows)
    {
        StringBuilder text = new(Html.TableHead(caption, "Member", "Meaning", "Holds", "How many", "Data class", "Source"));
        foreach (DictionaryRow row in rows)
        {
            string id = Html.Id("m", row.Property.WireName);
            text.Append($"<tr role=\"row\" id=\"{id}\">");
            text.Append(Html.RowHead($"<a class=\"self\" href=\"#{id}\">{Html.Code(row.Property.WireName)}</a>{(row.Property.IsTrial ? " " + Html.Tag("trial") : "")}"));
            text.Append(Html.Cell("Meaning", Html.Escape(row.Meaning))).Append(Html.Cell("Holds", Holds(row))).Append(Html.Cell("How many", row.Cardinality));
            text.Append(Html.Cell("Data class", $"<a href=\"~/reading.html#{Html.Id("class", row.DataClass)}\">{row.DataClass}</a>"));
            text.Append(Html.Cell("Source", Source(row.Source.Replace("\\|", "|"), row.Certainty))).Append("</tr>\n");
        }

        return text.Append(Html.TableEnd).ToString();
    }

    /// <summary>The members that hold something, under a heading.</summary>
    public static string Uses(string heading, IEnumerable<Use> uses)
    {
        Use[] all = [.. uses];
        if (all.Length == 0) return $"<h2 id=\"used\">{heading}</h2>\n<p>No member of a record or part.</p>\n";
        StringBuilder text = new($"<h2 id=\"used\">{heading}</h2>\n<ul class=\"plain\">\n");
        foreach (Use use in all) text.Append($"<li>{MemberLink(use)} <span class=\"quiet\">{Html.Escape(use.Row.Meaning)}</span></li>\n");
        return text.Append("</ul>\n").ToString();
    }

    public static string MemberLink(Use use) => Html.Link(SiteContent.PlaceOf(use), Html.Code(SiteContent.FullName(use)));

    /// <summary>A source, with links from numbers of POLE to what they are, and whether it was read.</summary>
    public static string Source(string source, string certainty)
    {
        if (source == "own") return "own";
        string html = Html.Escape(source);
        foreach (string number in SiteContent.PoleNumbers(source)) html = html.Replace(number, $"<a href=\"~/pole.html#{number}\">{number}</a>");
        return certainty == "verified" ? html : $"{html} {Html.Tag("unverified")}";
    }

    private static string Holds(DictionaryRow row)
    {
        ModelProperty property = row.Property;
        string one = property.Kind switch
        {
            ValueKind.String => "text",
            ValueKind.Boolean => "true or false",
            ValueKind.Integer => "whole number",
            ValueKind.Decimal => "decimal number",
            ValueKind.Text or ValueKind.Part => Html.Link(SiteContent.Target(row)!, Html.Escape(property.TypeName)),
            ValueKind.Code => $"code of {Html.Link(SiteContent.Target(row)!, Html.Escape(row.List!))}",
            ValueKind.Raw => "any JSON",
            ValueKind.Record => "any record",
            _ => throw new InvalidOperationException(property.Name),
        };
        return property.Shape switch { Shape.List => $"list of {one}", Shape.Map => $"map of {one}", _ => one };
    }
}
