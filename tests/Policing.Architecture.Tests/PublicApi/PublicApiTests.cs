using System.Reflection;
using PublicApiGenerator;

namespace Policing.Architecture.Tests.PublicApi;

public class PublicApiTests
{
    // xunit's attributes have in them where they were compiled.
    private static readonly ApiGeneratorOptions s_options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["Xunit.FactAttribute", "Xunit.TheoryAttribute"],
    };

    public static TheoryData<string> Packages { get; } = [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_approved_one(string package)
    {
        string received = Assembly.Load(package).GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string approvedPath = Path.Combine(Repository.Root, "tests/Policing.Architecture.Tests/PublicApi", package + ".approved.txt");
        if (Approval.IsAsked)
        {
            File.WriteAllText(approvedPath, received);
        }
        string approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        if (approved == received)
        {
            return;
        }

        string receivedPath = Path.Combine(Repository.Root, "artifacts/public-api", package + ".received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
        File.WriteAllText(receivedPath, received);
        Assert.Fail($"""
            The public API of {package} is not the approved one. First difference:
            {FirstDifference(approved, received)}
            All of it: compare {package}.approved.txt with artifacts/public-api/{package}.received.txt.
            If the change is meant, say so in CHANGELOG.md and approve it: {Approval.Command}
            """);
    }

    private static string FirstDifference(string approved, string received)
    {
        string[] old = approved.Split('\n');
        string[] now = received.Split('\n');
        int line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"  line {line + 1}\n  - {old.ElementAtOrDefault(line)}\n  + {now.ElementAtOrDefault(line)}";
    }
}
