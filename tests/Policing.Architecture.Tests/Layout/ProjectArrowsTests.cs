using System.Reflection;

namespace Policing.Architecture.Tests.Layout;

public class ProjectArrowsTests
{
    public static TheoryData<string> Packages { get; } = [.. Repository.Packages];

    [Fact]
    public void Every_package_stands_in_the_architecture_page() =>
        Assert.Equal(Repository.Packages, ProjectArrows.Documented.Select(row => row.Package).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_project_refers_to_what_the_architecture_page_says(string package)
    {
        ProjectArrows documented = ProjectArrows.Documented.Single(row => row.Package == package);
        ProjectArrows found = ProjectArrows.Of(package);
        Assert.Equal(documented.Own, found.Own);
        Assert.Equal(documented.Others, found.Others);
    }

    [Fact]
    public void Arrows_have_no_circle()
    {
        // What has nothing below it can be taken away, again and again; what is left over is a circle.
        IReadOnlyList<ProjectArrows> left = ProjectArrows.Documented;
        int before;
        do
        {
            before = left.Count;
            HashSet<string> names = [.. left.Select(row => row.Package)];
            left = [.. left.Where(row => row.Own.Any(names.Contains))];
        }
        while (left.Count < before);
        Assert.Empty(left.Select(row => row.Package));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void An_assembly_uses_only_the_base_library_and_what_its_arrows_reach(string package)
    {
        string[] allowed = [.. Reached(package)];
        IEnumerable<string> used = Assembly.Load(package).GetReferencedAssemblies().Select(name => name.Name!);
        bool takesAspNetCore = allowed.Contains(AspNetCore);
        Assert.Empty(used.Where(name => !IsBaseLibrary(name) && !(takesAspNetCore && IsOfAspNetCore(name))).Except(allowed));
    }

    private static IEnumerable<string> Reached(string package)
    {
        ProjectArrows row = ProjectArrows.Documented.Single(candidate => candidate.Package == package);
        return row.Own.Concat(row.Others.SelectMany(Assemblies)).Concat(row.Own.SelectMany(Reached));
    }

    // Where a package's assembly has another name.
    private static string[] Assemblies(string package) => package == "xunit.v3.extensibility.core" ? [package, "xunit.v3.core"] : [package];

    private const string AspNetCore = "Microsoft.AspNetCore.App";

    // The shared framework holds the abstractions of Microsoft.Extensions too.
    private static bool IsOfAspNetCore(string assembly) =>
        assembly == "Microsoft.AspNetCore" || assembly.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static bool IsBaseLibrary(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));
}
