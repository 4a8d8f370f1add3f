namespace Policing.Sbom.Tests;

public class RuntimeDependenciesTests
{
    private static RuntimeDependencies Found { get; } =
        RuntimeDependencies.Of(LockFileSample.Options, LockFile.Read(LockFileSample.Json, "net10.0"));

    [Fact]
    public void What_users_get_is_listed_and_what_only_builds_is_not() =>
        Assert.Equal(
            ["Abstractions", "Csv", "Own.Model", "Own.Schema", "Text"],
            Found.Components.Select(component => component.Id));

    [Fact]
    public void The_resolved_version_counts_not_the_one_asked_for() =>
        Assert.Equal("1.5.0-rc.1", Found.Components.Single(component => component.Id is "Text").Version);

    [Fact]
    public void Our_own_projects_have_their_published_name_and_the_version_of_the_release()
    {
        SbomComponent schema = Found.Components.Single(component => component.Id is "Own.Schema");
        Assert.True(schema.IsOwn);
        Assert.Equal("pkg:nuget/Own.Schema@0.1.0-alpha.1", schema.Url);
        Assert.Null(schema.ContentHash);
    }

    [Fact]
    public void The_graph_leaves_out_what_the_framework_supplies() =>
        Assert.Equal(["pkg:nuget/Text@1.5.0-rc.1"], Found.Components.Single(component => component.Id is "Csv").Needs);

    [Fact]
    public void Direct_dependencies_are_those_of_the_project() =>
        Assert.Equal(["pkg:nuget/Csv@2.0.0", "pkg:nuget/Own.Model@0.1.0-alpha.1"], Found.Direct);

    [Fact]
    public void A_reference_that_the_lock_file_does_not_have_is_an_error_that_names_it()
    {
        SbomOptions options = LockFileSample.Options with { Packages = ["Csv", "Added.Yesterday"] };
        SbomException problem = Assert.Throws<SbomException>(
            () => RuntimeDependencies.Of(options, LockFile.Read(LockFileSample.Json, "net10.0")));
        Assert.Contains("Added.Yesterday", problem.Message, StringComparison.Ordinal);
    }
}
