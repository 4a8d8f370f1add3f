using System.Globalization;
using System.Text;
using Policing.Cli.Output;

namespace Policing.Cli.Tests.Output;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain text, Siân", "plain text, Siân")]
    [InlineData("\u001B[2J", "U+001B[2J")]
    [InlineData("a\u202Eb", "aU+202Eb")]
    [InlineData("a\r\n\tb", "aU+000DU+000AU+0009b")]
    public void ControlAndBidiCharactersAreShownByNumber(string text, string shown) => Assert.Equal(shown, SafeText.Of(text));

    [Fact]
    public void NoCharacterThatActsGetsThrough()
    {
        IEnumerable<Rune> all = Enumerable.Range(0, 0x11_0000).Where(Rune.IsValid).Select(value => new Rune(value));
        Assert.DoesNotContain(SafeText.Of(string.Concat(all)).EnumerateRunes(), rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);
    }
}
