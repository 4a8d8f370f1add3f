using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>Values from small pools, so that equal ones and near ones meet often. A double holds every number of them exactly.</summary>
internal static class Values
{
    public static readonly string[] Names = ["a", "b", "c", "aa", "ab", "foo", "é", "😀", "a/b", "a~b", "a%b", "", " ", "\"", "x-1", "#", "é".Normalize(System.Text.NormalizationForm.FormD)];

    public static readonly string[] Strings =
        ["", "a", "b", "ab", "aa", "aab", "é", "é".Normalize(System.Text.NormalizationForm.FormD), "😀", "a😀", "😀😀", "foo", "foo bar", "1", "12", "true", "null", "\n", "a\nb", "\u2028", "_", "A", "٣", "-"];

    public static readonly string[] Numbers =
        ["0", "-0", "0.0", "1", "1.0", "10e-1", "2", "2.00", "3", "-1", "-1.0", "0.5", "5e-1", "1.5", "-0.25", "10", "1e1", "1E+1", "100", "12.0", "7", "1000000", "2147483648", "-2147483649", "1099511627776"];

    public static JsonNode? Any(Random random, int depth) => random.Next(depth > 0 ? 10 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 or 3 => Number(random),
        4 or 5 => Pick(random, Strings),
        6 or 7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth - 1))]),
        _ => Object(random, depth),
    };

    public static JsonNode Number(Random random) => JsonNode.Parse(Pick(random, Numbers))!;

    public static string Pick(Random random, string[] pool) => pool[random.Next(pool.Length)];

    private static JsonObject Object(Random random, int depth)
    {
        JsonObject members = [];
        for (int count = random.Next(4); count > 0; count--)
        {
            members[Pick(random, Names)] = Any(random, depth - 1);
        }
        return members;
    }
}
