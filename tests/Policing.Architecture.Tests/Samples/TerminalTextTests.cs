using System.Globalization;
using System.Text;
using Policing.Samples.Quickstart;

namespace Policing.Architecture.Tests.Samples;

/// <summary>What a sample shows in a terminal cannot be taken for a command.</summary>
public class TerminalTextTests
{
    [Theory]
    [InlineData("plain text, Siân", "plain text, Siân")]
    [InlineData("\u001B[2J", "U+001B[2J")]
    [InlineData("a\u202Eb", "aU+202Eb")]
    [InlineData("a\u200Bb\u2028c", "aU+200BbU+2028c")]
    [InlineData("a\r\n\tb", "aU+000DU+000AU+0009b")]
    [InlineData("\u009B31m", "U+009B31m")]
    public void Control_and_bidi_characters_are_shown_by_number(string text, string shown) => Assert.Equal(shown, SafeText.Of(text));

    [Fact]
    public void No_character_that_acts_gets_through()
    {
        IEnumerable<Rune> all = Enumerable.Range(0, 0x11_0000).Where(Rune.IsValid).Select(value => new Rune(value));
        Assert.DoesNotContain(SafeText.Of(string.Concat(all)).EnumerateRunes(), rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);
    }
}
