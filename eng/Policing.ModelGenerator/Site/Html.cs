using System.Text;
using System.Text.RegularExpressions;

namespace Policing.ModelGenerator.Site;

/// <summary>
/// The pieces that pages are made of. What is written is HTML that is well-formed XML too, so that any parser can check it. An address that
/// begins with <c>~/</c> is from the folder of the site; the layout makes it relative to the page.
/// </summary>
internal static partial class Html
{
    /// <summary>Text for an element or an attribute in double quotes.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>A name as it stands in JSON or in C#.</summary>
    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    /// <summary>A link within the site.</summary>
    public static string Link(string address, string html) => $"<a href=\"~/{Escape(address)}\">{html}</a>";

    /// <summary>A mark beside a name, such as trial or retired.</summary>
    public static string Tag(string text) => $"<span class=\"tag {text}\">{text}</span>";

    /// <summary>The identifier of a place in a page: what names and codes may hold and an identifier may not is replaced.</summary>
    public static string Id(string prefix, string name) => $"{prefix}-{NotForIds().Replace(name, "_")}";

    /// <summary>A cell of a Markdown table: code stays code, of a link the words stay.</summary>
    public static string FromMarkdown(string cell) => MarkdownCode().Replace(Escape(PlainMarkdown(cell)), "<code>${code}</code>");

    /// <summary>A cell of a Markdown table without the links in it.</summary>
    public static string PlainMarkdown(string cell) => MarkdownLink().Replace(cell.Replace("\\|", "|"), "${words}");

    /// <summary>The head of a table. On a narrow screen a row becomes a block, and the roles keep it a row for a screen reader.</summary>
    public static string TableHead(string caption, params IReadOnlyList<string> columns)
    {
        StringBuilder text = new();
        text.Append($"<table role=\"table\">\n<caption class=\"unseen\">{Escape(caption)}</caption>\n<thead role=\"rowgroup\">\n<tr role=\"row\">");
        foreach (string column in columns) text.Append($"<th role=\"columnheader\" scope=\"col\">{Escape(column)}</th>");
        return text.Append("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n").ToString();
    }

    public const string TableEnd = "</tbody>\n</table>\n";

    /// <summary>The first cell of a row, which names it.</summary>
    public static string RowHead(string html) => $"<th role=\"rowheader\" scope=\"row\">{html}</th>";

    /// <summary>A cell, with the name of its column for narrow screens. An empty one is not shown there.</summary>
    public static string Cell(string column, string html) =>
        html.Length == 0 ? "<td role=\"cell\" class=\"none\"></td>" : $"<td role=\"cell\" data-label=\"{Escape(column)}\">{html}</td>";

    [GeneratedRegex("[^A-Za-z0-9._-]", RegexOptions.None, 1000)]
    private static partial Regex NotForIds();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.None, 1000)]
    private static partial Regex MarkdownCode();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\([^)]+\)", RegexOptions.None, 1000)]
    private static partial Regex MarkdownLink();
}
