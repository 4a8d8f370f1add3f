using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>A page per value: what is well formed, an example, what is checked, and where it stands.</summary>
internal static class ValuePages
{
    public static IEnumerable<SitePage> Write(SiteContent content) => content.Model.Values.Select(value => Page(content, value));

    private static SitePage Page(SiteContent content, ModelValue value)
    {
        StringBuilder body = new("<dl class=\"facts\">\n");
        if (content.ValueFacts.TryGetValue(value.Name, out ValueFacts? facts))
        {
            Fact(body, "Names", Html.FromMarkdown(facts.Names));
            Fact(body, "Well formed", Html.FromMarkdown(facts.WellFormed));
            Fact(body, "For example", Html.FromMarkdown(facts.Example));
            Fact(body, "Canonical form of that", Html.FromMarkdown(facts.Canonical));
            Fact(body, "Checked", Html.FromMarkdown(facts.Checked));
            Fact(body, "Not checked", Html.FromMarkdown(facts.NotChecked));
            Fact(body, "Source", MemberTable.Source(Html.PlainMarkdown(facts.Source), "verified"));
            Fact(body, "Certainty", Html.FromMarkdown(facts.Certainty));
        }

        if (value.Pattern is not null) Fact(body, "Pattern (ECMA-262)", Html.Code(value.Pattern));
        Fact(body, "In JSON", "a text; one that is malformed is kept as it came, with a finding");
        body.Append("</dl>\n").Append(MemberTable.Uses("Where it stands", content.UsesOf(SiteContent.PageOfValue(value.Name))));
        return new(SiteContent.PageOfValue(value.Name), value.Name, "value", "Values", value.Summary, body.ToString());
    }

    private static void Fact(StringBuilder body, string name, string html)
    {
        if (html.Length > 0) body.Append($"<div><dt>{name}</dt><dd>{html}</dd></div>\n");
    }
}
