using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>The numbers of the POLE dictionary, and the members that they stand in.</summary>
internal static class PolePage
{
    public static SitePage Write(SiteContent content)
    {
        StringBuilder body = new("<p>Numbers are those of the Minimum POLE Data Standards Dictionary v1.1; the words are ours. More is told in ");
        body.Append("<a href=\"~/../../mapping-pole.md\">the mapping</a> and <a href=\"~/../../departures-from-pole.md\">the departures</a>. Members are those whose source names the number.</p>\n");
        body.Append(Html.TableHead("Numbers of POLE", "Number", "What it is", "Here", "Members", "Remark"));
        foreach (PoleEntry entry in content.Pole)
        {
            body.Append($"<tr role=\"row\" id=\"{entry.Number}\">").Append(Html.RowHead($"<a class=\"self\" href=\"#{entry.Number}\">{Html.Code(entry.Number)}</a>"));
            body.Append(Html.Cell("What it is", Html.FromMarkdown(entry.Name))).Append(Html.Cell("Here", Html.FromMarkdown(entry.Place)));
            body.Append(Html.Cell("Members", string.Join(", ", content.MembersOf(entry).Select(MemberTable.MemberLink))));
            body.Append(Html.Cell("Remark", Html.FromMarkdown(entry.Remark))).Append("</tr>\n");
        }

        return new("pole.html", "POLE", "", "POLE", "Where each attribute and entity of the POLE dictionary has its place.", body.Append(Html.TableEnd).ToString());
    }
}
