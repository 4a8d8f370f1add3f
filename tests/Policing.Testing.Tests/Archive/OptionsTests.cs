namespace Policing.Testing.Tests.Archive;

public class OptionsTests
{
    [Fact]
    public void All_forces_can_be_asked_for()
    {
        var options = new SyntheticArchiveOptions
        {
            Forces = [.. SyntheticForce.All.Select(force => force.Slug)],
            Months = 1,
            StreetRows = 50,
            OutcomeRows = 0,
            StopRows = 0,
        };
        var manifest = new SyntheticArchive(options).Describe(TestContext.Current.CancellationToken);
        Assert.Equal(43 * 50, manifest.Rows);
        Assert.Equal(SyntheticForce.All.Select(force => force.Ordinal), Enumerable.Range(0, 43));
    }

    public static TheoryData<string> Wrong { get; } = ["none", "unknown", "twice", "months", "rows", "nothing", "year", "dirt"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_options_are_refused(string what)
    {
        var options = new SyntheticArchiveOptions();
        options = what switch
        {
            "none" => options with { Forces = [] },
            "unknown" => options with { Forces = ["metropolitan", "ruritania"] },
            "twice" => options with { Forces = ["kent", "kent"] },
            "months" => options with { Months = 0 },
            "rows" => options with { StopRows = 1_000_001 },
            "nothing" => options with { StreetRows = 0, OutcomeRows = 0, StopRows = 0 },
            "year" => options with { FirstMonth = new(1999, 12, 1) },
            _ => options with { Dirt = (SyntheticDirt)9 },
        };

        var error = Assert.ThrowsAny<ArgumentException>(() => new SyntheticArchive(options));
        Assert.DoesNotContain("ruritania", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_the_list_of_forces_later_changes_nothing()
    {
        var forces = new List<string> { "kent" };
        var archive = new SyntheticArchive(new() { Forces = forces });
        forces.Add("surrey");
        Assert.Equal(["kent"], archive.Options.Forces);
    }
}
