namespace Policing.ModelGenerator.Site;

/// <summary>The tables of pages that people write, from which the site takes what the C# records do not say.</summary>
internal static class MarkdownRows
{
    /// <summary>The rows of the table whose first column has this heading, as cells.</summary>
    public static IReadOnlyList<string[]> Read(string path, string firstHeading)
    {
        string[] lines = [.. File.ReadLines(path).SkipWhile(l => !l.StartsWith($"| {firstHeading} |", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|'))];
        if (lines.Length < 3) throw new InvalidOperationException($"{Path.GetFileName(path)}: has no table that begins with the column '{firstHeading}'.");
        return [.. lines.Skip(2).Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];
    }
}
