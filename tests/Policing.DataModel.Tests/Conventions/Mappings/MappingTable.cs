namespace Policing.DataModel.Tests.Conventions.Mappings;

/// <summary>The tables of a page under docs/, as far as these tests need them.</summary>
internal static class MappingTable
{
    /// <summary>The cells of each row of the table whose first heading is given, without heading and rule.</summary>
    public static IReadOnlyList<string[]> Rows(string page, string firstHeading)
    {
        List<string[]> rows = [];
        bool inside = false;
        foreach (string line in File.ReadLines(Path.Combine(Reflected.Root(), "docs", page)))
        {
            string[] cells = line.StartsWith('|') ? [.. line.Trim()[1..^1].Split('|').Select(cell => cell.Trim())] : [];
            if (cells.Length == 0) inside = false;
            else if (cells[0] == firstHeading) inside = true;
            else if (inside && !cells[0].StartsWith("---", StringComparison.Ordinal)) rows.Add(cells);
        }

        return rows;
    }

    /// <summary>The texts in back-quotes of a cell.</summary>
    public static IReadOnlyList<string> Code(string cell) => [.. cell.Split('`').Where((_, place) => place % 2 == 1)];
}
