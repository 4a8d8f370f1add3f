namespace Policing.Architecture.Tests;

/// <summary>The rows of the tables in a Markdown text, as far as these tests need them.</summary>
internal static class MarkdownTable
{
    /// <summary>The cells of each row of the table whose first heading is given, without heading and rule.</summary>
    public static IReadOnlyList<string[]> Rows(string markdown, string firstHeading)
    {
        List<string[]> rows = [];
        bool inside = false;
        foreach (string line in markdown.Split('\n'))
        {
            if (!line.StartsWith('|'))
            {
                inside = false;
                continue;
            }
            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
            if (cells[0] == firstHeading)
            {
                inside = true;
            }
            else if (inside && !cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                rows.Add(cells);
            }
        }
        return rows;
    }

    /// <summary>The texts in back-quotes of a cell.</summary>
    public static IReadOnlyList<string> Code(string cell) => [.. cell.Split('`').Where((_, place) => place % 2 == 1)];
}
