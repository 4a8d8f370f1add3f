namespace Policing.Architecture.Tests.Conventions;

public class SourceRulesTests
{
    private static IEnumerable<string> Broken(params (string Path, string Text)[] files) =>
        SourceRules.BrokenIn([.. files.Select(file => new SourceFile(file.Path, file.Text))]);

    [Fact]
    public void The_packages_keep_the_rules()
    {
        SourceFile[] files = [.. Repository.Files("src", "*.cs").Select(path => new SourceFile(path, Repository.Read(path)))];
        Assert.Empty(SourceRules.BrokenIn(files));
    }

    [Theory]
    [InlineData("src/A.B/Thing.cs", "namespace A.B; public record Thing; internal record Other;")]
    [InlineData("src/A.B/Parts/Thing.Reading.cs", "namespace A.B.Parts; public partial record Thing;")]
    [InlineData("src/A.B/List{T}.cs", "namespace A.B; public struct List<T>; public static class List;")]
    [InlineData("src/A.B/ListOfT.cs", "namespace A.B; public struct List<T>;")]
    [InlineData("src/A.B/Many.g.cs", "namespace A.B; public class One; public class Two;")]
    [InlineData("src/A.B/Nest.cs", "namespace A.B; public class Nest { public class Egg; }")]
    public void A_good_file_passes(string path, string text) => Assert.Empty(Broken((path, text)));

    [Theory]
    [InlineData("src/A.B/Thing.cs", "namespace A.B; public record Thing; public delegate void Other();", "more than one public type")]
    [InlineData("src/A.B/Things.cs", "namespace A.B; public record Thing;", "not named after its public type")]
    [InlineData("src/A.B/Thing.cs", "namespace A.Bee; public record Thing;", "does not begin with the name of the assembly")]
    [InlineData("src/A.B/Thing.cs", "namespace A.B.Utils; public record Thing;", "which part of the job")]
    [InlineData("src/A.B/Models/Thing.cs", "namespace A.B; public record Thing;", "which part of the job")]
    [InlineData("src/A.B/ThingManager.cs", "namespace A.B; internal class ThingManager;", "what it does")]
    [InlineData("src/A.B/B.cs", "namespace A.B; public record B;", "part of a namespace")]
    [InlineData("src/A.B/Thing.cs", "namespace A.B; class Thing { object x = System.DateTime.Now; }", "TimeProvider")]
    [InlineData("src/A.B/Thing.cs", "namespace A.B; class Thing { object x = DateTimeOffset.UtcNow; }", "TimeProvider")]
    [InlineData("src/A.B/Thing.cs", "namespace A.B; class Thing; // TODO: more", "a note to self")]
    [InlineData("src/A.B/Thing.cs", "namespace A.B; class Thing { void X() => throw new NotImplementedException(); }", "NotImplementedException")]
    public void A_bad_file_is_found(string path, string text, string rule) =>
        Assert.Contains(Broken((path, text)), line => line.Contains(rule, StringComparison.Ordinal));
}
