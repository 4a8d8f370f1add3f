using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class CroNumberTests : TextValueBattery<CroNumber>
{
    protected override ImmutableArray<string> Ascending => ["065656/91H", "SF05/482703J", "SF83/50058Z"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("65656/91H", "065656/91H"),
        ("SF83/050058Z", "SF83/50058Z"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "85227/65G", "065656/91J", "065656/92H", "65656/91h", "65656-91H", "0065656/91H", "/91H", "65656/9H", "SF83/50058A",
        "SF83-50058Z", "sf83/50058Z", "SF8/50058Z", "SF83/Z", "SF83/0050058Z", "SX83/50058Z", "65656/91 H", "SF050/48270J",
    ];

    [Theory]
    [InlineData("SF83/50058Z", true)]
    [InlineData("SF83/50058A", false)]
    [InlineData("65656/91H", false)]
    [InlineData("", false)]
    public void AFileWithoutFingerprintsBeginsWithSf(string text, bool expected) => Assert.Equal(expected, CroNumber.FromText(text).IsWithoutFingerprints);

    /// <summary>Of the years 39 to 64 the sources differ: with the year in the sum, and without.</summary>
    [Fact]
    public void BeforeSixtyFiveAnSfNumberMayLeaveTheYearOutOfTheSum()
    {
        foreach (int year in Enumerable.Range(0, 100))
        {
            string with = CheckLetters.For((year * 100_000L) + 12_345), without = CheckLetters.For(12_345);
            Assert.False(CroNumber.FromText($"SF{year:D2}/12345{with}").IsMalformed);
            Assert.Equal(with != without && year is < 39 or > 64, CroNumber.FromText($"SF{year:D2}/12345{without}").IsMalformed);
        }
    }
}
