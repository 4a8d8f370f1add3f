namespace Policing.Architecture.Tests.Conventions;

public class LogMessageTests
{
    public static TheoryData<string> Packages { get; } = [.. Repository.Packages];

    /// <remarks>The generator writes the classes that have some in any order, so two of them would make packs that differ from run to run.</remarks>
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_its_log_messages_in_one_class(string package)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", package), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("[LoggerMessage(", StringComparison.Ordinal))
                .Select(file => Path.GetRelativePath(Repository.Root, file)),
        ];
        Assert.True(files.Length <= 1, "Move these to one: " + string.Join(", ", files));
    }
}
