namespace Policing.Testing.Tests;

public class PublicTypesTests
{
    /// <summary>
    /// A type becomes public because a user needs it: this list is changed on purpose only. Members are approved elsewhere.
    /// </summary>
    [Fact]
    public void The_public_types_are_these() => Assert.Equal(
        [
            "DamagedFiles", "DirtyVariant", "DirtyVariants", "SafeIdentifier", "SafeRange", "SafeRangeCertainty", "SafeRanges", "ScenarioCase", "SyntheticArchive", "SyntheticArchiveFile",
            "SyntheticArchiveManifest", "SyntheticArchiveOptions", "SyntheticCase", "SyntheticCases", "SyntheticDirt", "SyntheticFeature", "SyntheticFileKind",
            "SyntheticFileManifest", "SyntheticLineEnds", "SyntheticRecords", "SyntheticScenario",
        ],
        typeof(SyntheticArchive).Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));
}
