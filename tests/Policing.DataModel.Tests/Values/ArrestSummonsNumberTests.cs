using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class ArrestSummonsNumberTests : TextValueBattery<ArrestSummonsNumber>
{
    protected override ImmutableArray<string> Ascending => ["2005FF0500000000555P", "20B05FF0500000000555P", "22FD112200001234560X", "9700000000000123456K"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("97/0000/00/123456K", "9700000000000123456K"),
        ("97/0000/00/00000123456K", "9700000000000123456K"),
        ("20/05FF/05/555P", "2005FF0500000000555P"),
        ("22/FD11/22/1234560X", "22FD112200001234560X"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "2202XC0200000000021D", "2005FF0500000000555Q", "2005FF0500000000556P", "2005ff0500000000555P", "2005FF0500000000555p",
        "205FF0500000000555P", "2005FF050000000555P", "2005FF05000000005555P", "20505FF0500000000555P", "97/0000/00/123456L",
        "97/0000/00/K", "97/0000/00123456K", "97/000000/123456K", "97-0000-00-123456K", "97/0000/00/000000123456K",
        "97/B0000/00/123456K", "2005FF050000000055 P", "97/00/0000/123456K", "97/0000/0/0123456K", "97/0000/00/",
    ];

    /// <summary>The patterns of the source, one or two texts of each; the last rows are near ones that are none.</summary>
    [Theory]
    [InlineData("0800NP0100000000001H", true)]
    [InlineData("0800PP0100000000001H", true)]
    [InlineData("0836NRPR00000000001A", true)]
    [InlineData("1512LN0000000000001A", true)]
    [InlineData("1500NP0000000000001A", true)]
    [InlineData("1563001200000000001A", true)]
    [InlineData("1506SSAA00000000001A", true)]
    [InlineData("1500XXAA00000000001A", true)]
    [InlineData("1550110100000000001A", true)]
    [InlineData("155012ZZ00000000001A", true)]
    [InlineData("1550210100000000001A", true)]
    [InlineData("1550410100000000001A", true)]
    [InlineData("1550420100000000001A", true)]
    [InlineData("1550430100000000001A", true)]
    [InlineData("1550OF0100000000001A", true)]
    [InlineData("1550SJ0100000000001A", true)]
    [InlineData("15B50SJ0100000000001A", true)]
    [InlineData("15/0000/XX/1A", false)]
    [InlineData("1500NP0100000000001A", false)]
    [InlineData("0800PP0000000000001A", false)]
    [InlineData("1500PP0000000000001A", false)]
    [InlineData("15630ZZ00000000001A", false)]
    [InlineData("15ABNRPR00000000001A", false)]
    [InlineData("1550150100000000001A", false)]
    [InlineData("2005FF0500000000555P", false)]
    [InlineData("X500XXAA00000000001A", false)]
    [InlineData("00XX", false)]
    [InlineData("", false)]
    public void ADummyIsKnownByItsPattern(string text, bool isDummy) => Assert.Equal(isDummy, ArrestSummonsNumber.FromText(text).IsDummy);

    [Fact]
    public void ADummyInTheDisplayFormIsOneToo()
    {
        string letter = CheckLetters.For((15L * 100_000_000_000) + 1);
        Assert.True(ArrestSummonsNumber.Parse($"15/00XX/AA/1{letter}").IsDummy);
    }

    /// <summary>The unit and the top-level letter are not in the sum.</summary>
    [Theory]
    [InlineData("2005AA0500000000555P")]
    [InlineData("20C05FF0500000000555P")]
    public void WhatTheLetterDoesNotCover(string text) => Assert.False(ArrestSummonsNumber.FromText(text).IsMalformed);
}
