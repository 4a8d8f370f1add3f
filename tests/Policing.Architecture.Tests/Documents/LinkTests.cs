using System.Text.RegularExpressions;

namespace Policing.Architecture.Tests.Documents;

public partial class LinkTests
{
    public static TheoryData<string> Documents { get; } = [.. Repository.Files(".", "*.md")];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link { get; }

    // What stands between fences is shown, not linked.
    [GeneratedRegex(@"^```.*?^```", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fenced { get; }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_inside_the_project_leads_somewhere(string path)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, path))!;
        IEnumerable<string> broken = Link.Matches(Fenced.Replace(Repository.Read(path), ""))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }
}
