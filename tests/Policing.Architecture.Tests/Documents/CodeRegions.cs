namespace Policing.Architecture.Tests.Documents;

/// <summary>The named <c>#region</c>s of source files that are compiled, for documentation to show.</summary>
internal static class CodeRegions
{
    /// <summary>The regions of the samples and of the folders DocCode of the tests, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Read(
        Repository.Files("samples", "*.cs").Concat(Repository.Files("tests", "*.cs").Where(path => path.Contains("/DocCode/", StringComparison.Ordinal)))
            .Select(Repository.Read));

    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> sources)
    {
        Dictionary<string, string> regions = new(StringComparer.Ordinal);
        foreach ((string name, string code) in sources.SelectMany(Regions))
        {
            if (!regions.TryAdd(name, code))
            {
                throw new InvalidOperationException($"Two regions are named {name}.");
            }
        }
        return regions;
    }

    private static IEnumerable<(string Name, string Code)> Regions(string source)
    {
        string? name = null;
        List<string> lines = [];
        foreach (string line in source.Split('\n'))
        {
            string text = line.Trim();
            if (text.StartsWith("#region ", StringComparison.Ordinal))
            {
                name = text["#region ".Length..].Trim();
                lines = [];
            }
            else if (text is "#endregion" && name is not null)
            {
                yield return (name, Outdent(lines));
                name = null;
            }
            else
            {
                lines.Add(line.TrimEnd());
            }
        }
    }

    /// <summary>The lines without the indent that all of them have, and without blank lines at both ends.</summary>
    private static string Outdent(List<string> lines)
    {
        int indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..])).Trim('\n');
    }
}
