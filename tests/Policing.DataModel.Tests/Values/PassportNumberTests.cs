using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class PassportNumberTests : TextValueBattery<PassportNumber>
{
    protected override ImmutableArray<string> Ascending => ["000000001", "123456A", "A1", "A123456", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"];

    protected override ImmutableArray<string> Malformed =>
    [
        "", "a123456", "A-123456", "A 123456", "A123456É",
    ];

    protected override bool IsWide => true;

    [Theory]
    [InlineData("123456789", true)]
    [InlineData("A123456", true)]
    [InlineData("123456A", true)]
    [InlineData("1234567", false)]
    [InlineData("AB12345", false)]
    [InlineData("12345678", false)]
    [InlineData("A12345678", false)]
    [InlineData("a123456", false)]
    [InlineData("", false)]
    public void TheBritishFormIsToldApart(string text, bool expected) => Assert.Equal(expected, PassportNumber.FromText(text).IsBritishForm);
}
