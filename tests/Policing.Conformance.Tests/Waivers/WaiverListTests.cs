using System.Text;
using Policing.Conformance.Waivers;

namespace Policing.Conformance.Tests.Waivers;

public sealed class WaiverListTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense Robin")]
    [InlineData("[]")]
    [InlineData("""{"waivers":{}}""")]
    [InlineData("""{"waivers":["Robin"]}""")]
    [InlineData("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"Robin","reason":"x"}]}""")]
    [InlineData("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":" ","reason":"x","expires":"2027-05-31"}]}""")]
    [InlineData("""{"waivers":[{"requirement":"Robin","owner":"a","reason":"x","expires":"2027-05-31"}]}""")]
    [InlineData("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"a","reason":"x","expires":"Robin"}]}""")]
    [InlineData("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"a","reason":"x","expires":"2027-02-30"}]}""")]
    [InlineData("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"a","reason":"x","expires":"2027-05-31","Robin":1}]}""")]
    [InlineData("""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"a","reason":"x","expires":"2027-05-31"},{"requirement":"PSDK-RUL-0006","owner":"a","reason":"x","expires":"2027-05-31"}]}""")]
    public void WhatIsNotRightIsRefusedAndNotQuoted(string text)
    {
        WaiverException trouble = Assert.Throws<WaiverException>(() => WaiverList.Read(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotContain("Robin", trouble.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALargeFileIsRefused() => Assert.Throws<WaiverException>(() => WaiverList.Read(new byte[(1 << 20) + 1]));
}
