using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class CaseUrnTests : TextValueBattery<CaseUrn>
{
    protected override ImmutableArray<string> Ascending => ["00NP1234567", "01AB123", "01ZD0303208", "99ZZ0000120"];

    protected override ImmutableArray<string> Malformed =>
    [
        "01ZD03032081", "01ZD03", "01zD0303208", "01Z-0303208", "01ZD030320A", "01ZD 0303208",
    ];

    [Theory]
    [InlineData("00NP1234567", true)]
    [InlineData("00PP123", true)]
    [InlineData("42001234567", true)]
    [InlineData("00XP1234567", false)]
    [InlineData("A2001234567", false)]
    [InlineData("01ZD0303208", false)]
    [InlineData("00NP", false)]
    [InlineData("", false)]
    public void ADummyIsKnownByItsPattern(string text, bool isDummy) => Assert.Equal(isDummy, CaseUrn.FromText(text).IsDummy);
}
