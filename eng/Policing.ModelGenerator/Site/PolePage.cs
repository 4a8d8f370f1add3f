using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>The numbers of the POLE dictionary, and the members that they stand in.</summary>
internal static class PolePage
{
    private const string AttributePrefix = "DS_";

    public static SitePage Write(SiteContent content)
    {
        StringBuilder body = new("<p>Numbers are those of the Minimum POLE Data Standards Dictionary v1.1; the words are ours. More is told in ");
        body.Append("<a href=\"~/../../mapping-pole.md\">the mapping</a> and <a href=\"~/../../departures-from-pole.md\">the departures</a>. Members are those whose source names the number.</p>\n");
        body.Append("<h2 id=\"attributes\">Attributes</h2>\n").Append(Html.TableHead("Attributes of POLE", "Number", "What it is", "Members", "Remark"));
        foreach (PoleEntry entry in content.Pole.Where(IsAttribute)) body.Append(Row(content, entry, place: ""));
        body.Append(Html.TableEnd).Append("<h2 id=\"entities\">Entities</h2>\n").Append(Html.TableHead("Entities of POLE", "Number", "What it is", "Here", "Members", "Remark"));
        foreach (PoleEntry entry in content.Pole.Where(entry => !IsAttribute(entry))) body.Append(Row(content, entry, Html.Cell("Here", Html.FromMarkdown(entry.Place))));
        return new("pole.html", "POLE", "", "POLE", "Where each attribute and entity of the POLE dictionary has its place.", body.Append(Html.TableEnd).ToString());
    }

    private static bool IsAttribute(PoleEntry entry) => entry.Number.StartsWith(AttributePrefix, StringComparison.Ordinal);

    private static string Row(SiteContent content, PoleEntry entry, string place) =>
        $"<tr role=\"row\" id=\"{entry.Number}\">{Html.RowHead($"<a class=\"self\" href=\"#{entry.Number}\">{Html.Code(entry.Number)}</a>")}{Html.Cell("What it is", Html.FromMarkdown(entry.Name))}{place}"
        + $"{Html.Cell("Members", string.Join(", ", content.MembersOf(entry).Select(MemberTable.MemberLink)))}{Html.Cell("Remark", Html.FromMarkdown(entry.Remark))}</tr>\n";
}
