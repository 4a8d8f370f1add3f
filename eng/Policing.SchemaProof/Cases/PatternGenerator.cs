using System.Text;

namespace Policing.SchemaProof.Cases;

/// <summary>Patterns that ECMA-262 takes with the flag <c>u</c>.</summary>
internal static class PatternGenerator
{
    private static readonly string[] s_known =
    [
        "^a", "b$", "^[a-c]+$", @"\d", @"^\w*$", "^.{2}$", "^[^a]$", "😀+", "^(a|b)*$", "a{2}", @"^\S+$", @"\bfoo\b", "^(?:a(?=b)|b)+$", @"[\u{1F600}-\u{1F64F}]",
        @"^[^\d]{1,2}$", @"(a)\1", "^$", "", "^x-", "é", @"^\p{L}*$", @"\P{L}", "^[^\\p{Lu}]+$", @"^[a-z]{1,3}\d?$", "^(?!a)", @"(?<=a)b", @"^.$", "[^]", "^[A-Z]?[a-z]*$",
    ];

    private static readonly string[] s_atoms =
        ["a", "b", ".", "[ab]", "[^a]", @"\d", @"\D", @"\w", @"\W", @"\s", @"\S", "é", "😀", "[😀é]", "[^😀]", @"\.", @"\/", @"\u0061", @"\x62", "[a-c1]", @"[\d_]", @"[\w-]", "[^]", @"\p{L}", "1", "_"];

    private static readonly string[] s_repeats = ["", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,1}", "{2,}", "*?", "+?", "??"];

    /// <summary>A pattern for the names of members: without references to groups, which a peer gets wrong.</summary>
    public static string ForNames(Random random)
    {
        string pattern = Next(random);
        return pattern.Contains(@"\1", StringComparison.Ordinal) ? "^a" : pattern;
    }

    public static string Next(Random random) => random.Next(2) == 0 ? Values.Pick(random, s_known) : Alternatives(random, 2);

    private static string Alternatives(Random random, int depth)
    {
        StringBuilder pattern = new();
        for (int part = random.Next(4) == 0 ? 2 : 1; part > 0; part--)
        {
            pattern.Append(random.Next(3) == 0 ? "^" : "");
            for (int term = random.Next(1, 4); term > 0; term--)
            {
                pattern.Append(Term(random, depth));
            }
            pattern.Append(random.Next(3) == 0 ? "$" : "").Append(part > 1 ? "|" : "");
        }
        return pattern.ToString();
    }

    private static string Term(Random random, int depth) => random.Next(10) switch
    {
        0 when depth > 0 => $"(?:{Alternatives(random, depth - 1)}){Values.Pick(random, s_repeats)}",
        1 when depth > 0 => $"({Alternatives(random, depth - 1)}){Values.Pick(random, s_repeats)}",
        2 when depth > 0 => $"{Values.Pick(random, ["(?=", "(?!", "(?<=", "(?<!"])}{Alternatives(random, depth - 1)})",
        3 => Values.Pick(random, [@"\b", @"\B"]),
        _ => Values.Pick(random, s_atoms) + Values.Pick(random, s_repeats),
    };
}
