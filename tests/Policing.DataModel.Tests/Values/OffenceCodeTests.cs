using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class OffenceCodeTests : TextValueBattery<OffenceCode>
{
    protected override ImmutableArray<string> Ascending => ["010000ABC", "99ZZZZZ", "COML001", "COML001A", "TH68001", "TH68001C", "TH68010"];

    protected override ImmutableArray<string> Malformed =>
        ["TH6800", "TH680010", "TH68001D", "th68001", "T168001", "COM0001", "COML01", "01000ABCDE", "01ABCDEé", "0100 ABC"];

    [Theory]
    [InlineData("TH68001", false)]
    [InlineData("010000ABC", true)]
    [InlineData("0x", false)]
    [InlineData("", false)]
    public void ALocalCodeBeginsWithAnArea(string text, bool isLocal) => Assert.Equal(isLocal, OffenceCode.FromText(text).IsLocal);
}
