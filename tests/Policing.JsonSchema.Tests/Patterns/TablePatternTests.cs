using System.Text;
using System.Text.RegularExpressions;
using Policing.JsonSchema.Patterns;

namespace Policing.JsonSchema.Tests.Patterns;

/// <summary>Patterns that run on bytes, with the engine of .NET as the second opinion: of ASCII patterns both think the same.</summary>
public class TablePatternTests
{
    private static readonly string[] s_pieces = ["a", "b", "[ab]", "[^a]", @"\d", "[a-c1-3]", "(a|b1)", "(?:ab|a)", "(a(b)?)", @"\.", "-"];
    private static readonly string[] s_repeats = ["", "", "", "?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}"];
    private static readonly string[] s_letters = ["a", "b", "c", "1", "3", ".", "-", "é", "\n"];

    [Theory]
    [InlineData(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", "2026-03-31 2026-12 2026", "2026-13 2026-03-32 2026- 202 2026-03-311")]
    [InlineData(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$", "2026-03-04T10:15:30Z 2026-03-04T10:15:30.5Z 2026-03-04T10:15:30.123456789Z", "2026-03-04T10:15:30 2026-03-04T10:15:30.Z 2026-03-04T10:15:30.1234567890Z")]
    [InlineData("^[a-z0-9]+(-[a-z0-9]+)*$", "a avon-and-somerset 9-z", "- a- -a a--b A a_b")]
    [InlineData("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}$", "urn:uuid:0190b4a2-6c1e", "urn:uuid:0190b4a2-6c1g urn:uuid:0190b4a2-6c1 urn:uuid:0190b4a2-6c1ee urn:uuid:0190b4a2_6c1e")]
    [InlineData("Z$", "Z aZ", "z Za")]
    [InlineData("b[^a]", "ab1 bé", "ba b")]
    public void A_pattern_takes_what_it_should(string pattern, string good, string bad)
    {
        PatternMatcher matcher = PatternMatcher.Compile(pattern, TimeSpan.FromSeconds(1));
        Assert.True(matcher.Sequence is not null || matcher.Automaton is not null);
        Assert.All(good.Split(' '), text => Assert.True(matcher.IsMatch(Encoding.UTF8.GetBytes(text)), text));
        Assert.All(bad.Split(' '), text => Assert.False(matcher.IsMatch(Encoding.UTF8.GetBytes(text)), text));
    }

    [Fact]
    public void Random_patterns_take_what_the_other_engine_takes()
    {
        Random random = new(20260305);
        int onBytes = 0;
        int matched = 0;
        for (int round = 0; round < 3_000; round++)
        {
            string pattern = RandomPattern(random);
            PatternMatcher matcher = PatternMatcher.Compile(pattern, TimeSpan.FromSeconds(5));
            onBytes += matcher.Sequence is not null || matcher.Automaton is not null ? 1 : 0;
            // \z: unlike $ of .NET, $ of ECMA-262 is not before a line end too.
            Regex regex = new(pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(5));
            for (int text = 0; text < 20; text++)
            {
                string letters = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pick(random, s_letters[..(text < 10 ? 4 : 9)])));
                bool expected = regex.IsMatch(letters);
                Assert.True(expected == matcher.IsMatch(Encoding.UTF8.GetBytes(letters)), $"{pattern} and {letters}: {expected}");
                matched += expected ? 1 : 0;
            }
        }
        Assert.True(onBytes > 2_000, $"{onBytes} of 3000 patterns run on bytes");
        Assert.InRange(matched, 3_000, 57_000);
    }

    private static string RandomPattern(Random random)
    {
        IEnumerable<string> pieces = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(random, s_pieces) + Pick(random, s_repeats));
        string body = string.Concat(pieces);
        body = random.Next(4) == 0 ? $"({body}|{Pick(random, s_pieces)})" : body;
        return (random.Next(3) > 0 ? "^" : "") + body + (random.Next(3) > 0 ? "$" : "");
    }

    private static string Pick(Random random, string[] list) => list[random.Next(list.Length)];
}
