using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Policing.DataModel.Tests.Conventions.Mappings;

/// <summary>docs/mapping-cjs-lists.md says what the lists and the model say.</summary>
public sealed partial class JusticeListsPageTests
{
    private const string Page = "mapping-cjs-lists.md";

    private static readonly IReadOnlyList<string[]> s_rows = MappingTable.Rows(Page, "list there");

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+\\.[a-z][A-Za-z]+)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Member { get; }

    [Fact]
    public void EveryListIsThereWithTheMembersThatUseIt()
    {
        Assert.True(s_rows.Count >= 13);
        Assert.All(s_rows, row =>
        {
            string list = ListOf(row);
            Assert.Equal(PublishedModel.MembersWith(list).Order(StringComparer.Ordinal), MappingTable.Code(row[2]).Order(StringComparer.Ordinal));
            JsonElement[] codes = Codes(list);
            Assert.Equal(codes.Length.ToString(CultureInfo.InvariantCulture), row[3]);
            Assert.Equal(codes.SelectMany(Mappings).Select(mapping => mapping.Name).Distinct().Order(StringComparer.Ordinal), MappingTable.Code(row[4]));
        });
    }

    [Fact]
    public void EveryCodeThatIsMappedStandsWithWhatOthersWrite()
    {
        Dictionary<string, string[]> printed = [];
        foreach (string line in File.ReadLines(Path.Combine(Reflected.Root(), "docs", Page)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Trim()[1..^1].Split('|').Select(cell => cell.Trim())];
            printed.Add(cells[1].Trim('`'), cells);
        }

        int checkedCodes = 0;
        foreach (string list in s_rows.Select(ListOf).Where(list => Codes(list).SelectMany(Mappings).Any(mapping => s_justice.Contains(mapping.Name))))
        {
            string type = CodeList(list).GetProperty("typeName").GetString()!;
            foreach (JsonElement code in Codes(list))
            {
                string[] cells = printed[$"{type}.{code.GetProperty("name").GetString()}"];
                Assert.Equal($"`{code.GetProperty("code").GetString()}`", cells[0]);
                Assert.Equal(code.GetProperty("label").GetProperty("en").GetString(), cells[2]);
                Assert.Equal(
                    Mappings(code).Where(mapping => s_justice.Contains(mapping.Name)).Select(mapping => string.Join(", ", mapping.Value.EnumerateArray())).Order(StringComparer.Ordinal),
                    cells[3..].Where(cell => cell.Length > 0).Order(StringComparer.Ordinal));
                checkedCodes++;
            }
        }

        Assert.Equal(printed.Count, checkedCodes);
    }

    /// <summary>The members that the text names exist.</summary>
    [Fact]
    public void ItNamesNoMemberThatIsNot()
    {
        string text = File.ReadAllText(Path.Combine(Reflected.Root(), "docs", Page));
        string[] members = [.. Member.Matches(text).Select(match => match.Groups["name"].Value).Where(name => char.IsLower(name[name.IndexOf('.') + 1]))];
        Assert.NotEmpty(members);
        Assert.Empty(members.Except(PublishedModel.SourceOf.Keys));
    }

    private static readonly string[] s_justice = ["cjs", "pnc", "spi", "xhibit", "hmcts"];

    private static string ListOf(string[] row) => MappingTable.Code(row[1])[0];

    private static JsonElement CodeList(string list) =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(Reflected.Root(), "schemas", "reference-data", $"{list}.json")));

    private static JsonElement[] Codes(string list) => [.. CodeList(list).GetProperty("codes").EnumerateArray()];

    private static IEnumerable<JsonProperty> Mappings(JsonElement code) =>
        code.TryGetProperty("mappings", out JsonElement mappings) ? mappings.EnumerateObject() : [];
}
