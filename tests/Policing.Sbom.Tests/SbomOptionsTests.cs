namespace Policing.Sbom.Tests;

public class SbomOptionsTests
{
    private static readonly string[] s_arguments =
    [
        "--id", "Own.Import", "--version", "0.1.0", "--licence", "", "--lock-file", "packages.lock.json", "--framework", "net10.0",
        "--packages-folder", "packages", "--output", "bom.cdx.json", "--package", "Csv", "--package", "Text", "--project", "Own.Model",
    ];

    [Fact]
    public void References_may_be_given_many_times_and_a_licence_may_be_empty()
    {
        SbomOptions options = SbomOptions.Parse(s_arguments);
        Assert.Equal(["Csv", "Text"], options.Packages);
        Assert.Equal(["Own.Model"], options.Projects);
        Assert.Equal(new PackageSubject("Own.Import", "0.1.0", null), options.Subject);
    }

    [Theory]
    [InlineData("--id", "Another")]
    [InlineData("--colour", "blue")]
    [InlineData("--package")]
    public void What_is_unknown_given_twice_or_without_a_value_is_refused(params string[] more) =>
        Assert.Throws<SbomException>(() => SbomOptions.Parse([.. s_arguments, .. more]));

    [Fact]
    public void A_missing_argument_is_named()
    {
        SbomException problem = Assert.Throws<SbomException>(() => SbomOptions.Parse(s_arguments[2..]));
        Assert.Contains("--id", problem.Message, StringComparison.Ordinal);
    }
}
