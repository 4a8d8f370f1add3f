namespace Policing.Architecture.Tests.Layout;

/// <summary>The tests of a package lie where its sources do, so that the one is found from the other.</summary>
public class TestFoldersTests
{
    /// <summary>What is tested across the folders of a package.</summary>
    private static readonly string[] s_acrossFolders = ["Canary", "Conventions", "Corpora", "DocCode", "Mutants", "SampleServer", "Suite"];

    public static TheoryData<string> Packages { get; } = [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_a_test_project_whose_folders_are_its_own(string package)
    {
        string[] tests = Folders($"tests/{package}.Tests");
        Assert.NotEmpty(tests);
        Assert.Empty(tests.Except(Folders($"src/{package}"), StringComparer.Ordinal).Except(s_acrossFolders, StringComparer.Ordinal));
    }

    private static string[] Folders(string project) =>
    [
        .. Repository.Files(project, "*.cs").Select(path => path[(project.Length + 1)..].Split('/'))
            .Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct(StringComparer.Ordinal),
    ];
}
