namespace Policing.Architecture.Tests.Documents;

/// <summary>
/// A C# block of a Markdown file. The line before it names the region of a compiled file that it shows:
/// <c>&lt;!-- region: FirstRecord --&gt;</c>.
/// </summary>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Region">The region named before it; null where none is.</param>
/// <param name="Code">The lines between the fences.</param>
internal sealed record CodeFence(int Line, string? Region, string Code)
{
    private const string Marker = "<!-- region: ";

    public static IReadOnlyList<CodeFence> In(string markdown)
    {
        string[] lines = markdown.Split('\n');
        List<CodeFence> fences = [];
        for (int open = 0; open < lines.Length; open++)
        {
            if (!lines[open].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }
            int close = Array.FindIndex(lines, open + 1, line => line.StartsWith("```", StringComparison.Ordinal));
            if (close < 0)
            {
                throw new InvalidOperationException($"The block that begins in line {open + 1} has no end.");
            }
            if (lines[open][3..].Trim() is "csharp" or "cs" or "c#" or "C#")
            {
                fences.Add(new CodeFence(open + 1, RegionBefore(lines, open), string.Join('\n', lines[(open + 1)..close])));
            }
            open = close;
        }
        return fences;
    }

    /// <summary>The text with the code of each fence replaced by what its region has; fences without a known region stay as they are.</summary>
    public static string Fill(string markdown, IReadOnlyDictionary<string, string> regions)
    {
        List<string> lines = [.. markdown.Split('\n')];
        foreach (CodeFence fence in In(markdown).Reverse())
        {
            if (fence.Region is not null && regions.TryGetValue(fence.Region, out string? code))
            {
                lines.RemoveRange(fence.Line, fence.Code.Length == 0 && lines[fence.Line].StartsWith("```", StringComparison.Ordinal) ? 0 : fence.Code.Split('\n').Length);
                lines.InsertRange(fence.Line, code.Split('\n'));
            }
        }
        return string.Join('\n', lines);
    }

    private static string? RegionBefore(string[] lines, int open)
    {
        string before = lines[..open].LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        return before.StartsWith(Marker, StringComparison.Ordinal) && before.EndsWith("-->", StringComparison.Ordinal)
            ? before[Marker.Length..^3].Trim()
            : null;
    }
}
