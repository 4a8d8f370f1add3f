using System.Globalization;
using System.Text;

namespace Policing.ModelGenerator.Site;

/// <summary>
/// A diagram of lines between names on the left and names on the right, the thicker the more they stand for. It is as wide as a telephone
/// and says in words, for those who do not see it, what it shows; the page has the same as a list or table beside it.
/// </summary>
internal sealed class Fan(string id, string title, string description)
{
    private const int LeastWidth = 360;
    private const int LinesWidth = 90;
    private const int RowHeight = 26;
    private const int Top = 14;
    private const int Gap = 8;

    private readonly List<(string Left, string Right, int Count)> _lines = [];

    /// <summary>One line, and how many things it stands for.</summary>
    public Fan Add(string left, string right, int count)
    {
        _lines.Add((left, right, count));
        return this;
    }

    /// <summary>The figure; nothing where there is no line.</summary>
    public string Write(string caption)
    {
        if (_lines.Count == 0) return "";
        string[] left = [.. _lines.Select(l => l.Left).Distinct()];
        string[] right = [.. _lines.Select(l => l.Right).Distinct()];
        int height = (Top * 2) + (RowHeight * (Math.Max(left.Length, right.Length) - 1)) + 8;
        int width = Math.Max(LeastWidth, Room(left) + LinesWidth + Room(right));
        StringBuilder text = new($"<figure>\n<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-words\">\n");
        text.Append($"<title id=\"{id}-title\">{Html.Escape(title)}</title>\n<desc id=\"{id}-words\">{Html.Escape(description)}</desc>\n");
        (int Left, int Right) edges = (Room(left), width - Room(right));
        int most = _lines.Max(l => l.Count);
        foreach ((string from, string to, int count) in _lines) text.Append(Line(edges, Place(left, from, height), Place(right, to, height), Thickness(count, most)));
        foreach (string name in left) text.Append(Name(name, edges.Left - Gap, Place(left, name, height), "end"));
        foreach (string name in right) text.Append(Name(name, edges.Right + Gap, Place(right, name, height), "start"));
        return text.Append($"</svg>\n<figcaption>{Html.Escape(caption)}</figcaption>\n</figure>\n").ToString();
    }

    // The shorter side stands in the middle of the longer one.
    private static decimal Place(string[] names, string name, int height) =>
        (height / 2m) + (RowHeight * (Array.IndexOf(names, name) - ((names.Length - 1) / 2m)));

    // What letters take at the size of the style sheet, in the widest of the usual fonts.
    private static int Room(string[] names) => (names.Max(name => name.Length) * 39 / 5) + (2 * Gap);

    private static decimal Thickness(int count, int most) => most == 1 ? 1.5m : decimal.Round(1 + (6m * (count - 1) / (most - 1)), 1);

    private static string Line((int Left, int Right) edges, decimal from, decimal to, decimal thickness)
    {
        int middle = (edges.Left + edges.Right) / 2;
        return $"<path d=\"M{edges.Left} {Number(from)} C{middle} {Number(from)} {middle} {Number(to)} {edges.Right} {Number(to)}\" stroke-width=\"{Number(thickness)}\" />\n";
    }

    private static string Name(string name, int x, decimal y, string anchor) =>
        $"<text x=\"{x}\" y=\"{Number(y + 4)}\" text-anchor=\"{anchor}\">{Html.Escape(name)}</text>\n";

    private static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
