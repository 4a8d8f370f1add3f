using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class TelephoneNumberTests : TextValueBattery<TelephoneNumber>
{
    protected override ImmutableArray<string> Ascending => ["+12025550123", "+390612345678", "+442079460123", "+6907290", "+999999999999999"];

    protected override ImmutableArray<string> Malformed =>
    [
        "442079460123", "00442079460123", "+44 20 7946 0123", "+44(0)2079460123", "+4402079460123", "+0442079460123", "+441234",
        "+1234567890123456", "+44207946O123", "+44-2079460123", "02079460123", "++442079460123",
    ];

    /// <summary>The country codes begin as the zones of the numbering plan do.</summary>
    [Theory]
    [InlineData("+442079460123", 44)]
    [InlineData("+12025550123", 1)]
    [InlineData("+79123456789", 7)]
    [InlineData("+35312345678", 353)]
    [InlineData("+390612345678", 39)]
    [InlineData("+6907290", 690)]
    [InlineData("+8612345678901", 86)]
    [InlineData("+88012345678901", 880)]
    [InlineData("02079460123", 0)]
    [InlineData("", 0)]
    public void TheCountryCodeIsRead(string text, int expected) => Assert.Equal(expected, TelephoneNumber.FromText(text).CountryCode);
}
