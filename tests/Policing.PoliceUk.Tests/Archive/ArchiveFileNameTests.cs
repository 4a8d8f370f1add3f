using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

public sealed class ArchiveFileNameTests
{
    [Theory]
    [InlineData("2018-02-city-of-london-street.csv", "2018-02", "city-of-london", ArchiveKind.Street)]
    [InlineData("2012-01-metropolitan-outcomes.csv", "2012-01", "metropolitan", ArchiveKind.Outcomes)]
    [InlineData("2015-12-btp-stop-and-search.csv", "2015-12", "btp", ArchiveKind.StopAndSearch)]
    [InlineData("2015-12-street-street.CSV", "2015-12", "street", ArchiveKind.Street)]
    public void A_name_of_the_archive_says_month_force_and_table(string text, string month, string force, ArchiveKind kind)
    {
        var name = ArchiveFileName.Parse(text);
        Assert.Equal((text, month, force, kind), (name.Text, name.Month, name.Force, name.Kind));
    }

    [Theory]
    [InlineData("a/b/2018-02-kent-street.csv")]
    [InlineData(@"C:\a\2018-02-kent-street.csv")]
    [InlineData("2018-02/2018-02-kent-street.csv.gz")]
    [InlineData("2018-02-kent-street.csv.GZ")]
    public void Folder_and_gz_are_stripped(string text)
    {
        var name = ArchiveFileName.Parse(text);
        Assert.Equal(("2018-02-kent-street.csv", "kent"), (name.Text, name.Force));
    }

    [Theory]
    [InlineData("")]
    [InlineData("crimes.csv")]
    [InlineData("2018-13-kent-street.csv")]
    [InlineData("2018-00-kent-street.csv")]
    [InlineData("2018-02-street.csv")]
    [InlineData("2018-02--street.csv")]
    [InlineData("2018-02-Kent Police-street.csv")]
    [InlineData("2018-02-kent-neighbourhoods.csv")]
    [InlineData("2018-02-kent-street.txt")]
    [InlineData("２018-02-kent-street.csv")]
    public void A_name_of_another_form_keeps_its_text_only(string text)
    {
        var name = ArchiveFileName.Parse(text);
        Assert.Equal((text, null, null, ArchiveKind.Unknown), (name.Text, name.Month, name.Force, name.Kind));
    }

    [Fact]
    public void Default_is_the_empty_name() => Assert.Equal(string.Empty, default(ArchiveFileName).Text);
}
