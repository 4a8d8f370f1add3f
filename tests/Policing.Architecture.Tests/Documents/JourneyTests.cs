namespace Policing.Architecture.Tests.Documents;

/// <summary>The page for suppliers shows the files of its sample, so that who saves them has the program that CI runs.</summary>
public class JourneyTests
{
    private const string Page = "docs/journey-supplier.md";
    private const string Sample = "samples/LegacyTable";

    [Theory]
    [InlineData("csv", "legacy.csv")]
    [InlineData("json", "legacy-codes.json")]
    public void It_shows_the_file(string language, string file) =>
        Assert.Contains($"```{language}\n{Repository.Read($"{Sample}/{file}").TrimEnd('\n')}\n```", Repository.Read(Page), StringComparison.Ordinal);

    [Fact]
    public void It_shows_every_region_of_the_sample_in_its_place()
    {
        string page = Repository.Read(Page);
        string[] regions = [.. Repository.Files(Sample, "*.cs").Select(Repository.Read).SelectMany(text => CodeRegions.Read([text]).Keys)];
        Assert.Equal(6, regions.Length);
        Assert.All(regions, region => Assert.Contains($"<!-- region: {region} -->", page, StringComparison.Ordinal));

        // Program.cs is what its regions are, one after the other.
        int[] places = [.. ((string[])["JourneyImport", "JourneyCheck", "JourneyBundle"]).Select(region => page.IndexOf($"region: {region} ", StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
    }
}
