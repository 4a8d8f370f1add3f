using System.Xml.Linq;

namespace Policing.Architecture.Tests.Layout;

/// <summary>What one package refers to: other packages of ours, and packages of others.</summary>
internal sealed record ProjectArrows(string Package, IReadOnlyList<string> Own, IReadOnlyList<string> Others)
{
    /// <summary>As docs/architecture.md says it should be; the document is what the tests hold the projects to.</summary>
    public static IReadOnlyList<ProjectArrows> Documented { get; } =
    [
        .. MarkdownTable.Rows(Repository.Read("docs/architecture.md"), "package").Select(row =>
            new ProjectArrows(MarkdownTable.Code(row[0]).Single(), Sorted(MarkdownTable.Code(row[1])), Sorted(MarkdownTable.Code(row[2])))),
    ];

    /// <summary>As the project file has it.</summary>
    public static ProjectArrows Of(string package)
    {
        XDocument project = XDocument.Parse(Repository.Read($"src/{package}/{package}.csproj"));
        return new ProjectArrows(
            package,
            Sorted(Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))),
            Sorted(Included(project, "PackageReference").Concat(Included(project, "FrameworkReference"))));
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Where(element => element.Attribute("PrivateAssets")?.Value is not "all")
            .Select(element => element.Attribute("Include")!.Value);

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
