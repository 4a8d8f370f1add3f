using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class VinTests : TextValueBattery<Vin>
{
    protected override ImmutableArray<string> Ascending => ["11111111111111111", "1M8GDM9AXKP042788", "AAAAAAAAAAAAAAAAA", "WVWZZZ1JZXW000001"];

    protected override ImmutableArray<string> Malformed =>
    [
        "1111111111111111", "111111111111111111", "1111111111111111I", "1111111111111111O", "Q1111111111111111",
        "1111111111111111a", "11111111-11111111", "11111111 11111111",
    ];

    /// <summary>The check digit of North America, a number and X; elsewhere it means nothing and is not required.</summary>
    [Theory]
    [InlineData("11111111111111111", true)]
    [InlineData("1M8GDM9AXKP042788", true)]
    [InlineData("1M8GDM9A1KP042788", false)]
    [InlineData("WVWZZZ1JZXW000001", false)]
    [InlineData("1111111111111111O", false)]
    [InlineData("", false)]
    public void TheNorthAmericanCheckDigitIsToldButNotRequired(string text, bool expected) =>
        Assert.Equal(expected, Vin.FromText(text).HasNorthAmericanCheckDigit);
}
