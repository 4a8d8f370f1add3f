using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Conventions;

/// <summary>docs/wire-format.md says what the code does.</summary>
public sealed partial class WireFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Reflected.Root(), "docs", "wire-format.md"));

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Example { get; }

    [GeneratedRegex(@"PSDK-[A-Z]+-[0-9]{4}", RegexOptions.None, 1_000)]
    private static partial Regex RuleId { get; }

    [GeneratedRegex(@"\| (?<default>[^|]+) \| `(?<member>[A-Za-z]+)` \|\n", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Limit { get; }

    [Fact]
    public void ItsExampleIsARecordWithoutAFinding()
    {
        foreach (Match example in Assert.IsType<MatchCollection>(Example.Matches(Page)))
        {
            ReadResult read = new PolicingValidator().Read(JsonText.Utf8(example.Groups["json"].Value));
            Assert.True(read.IsReadable);
            Assert.Empty(read.Report.Findings);
        }

        Assert.NotEmpty(Example.Matches(Page));
    }

    [Fact]
    public void ItsLimitsAreThoseOfTheReader()
    {
        PropertyInfo[] limits = typeof(JsonLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Dictionary<string, string> documented = Limit.Matches(Page).ToDictionary(m => m.Groups["member"].Value, m => m.Groups["default"].Value, StringComparer.Ordinal);
        Assert.Equal(limits.Select(p => p.Name).Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        foreach (PropertyInfo limit in limits)
        {
            int value = (int)limit.GetValue(JsonLimits.Default)!;
            string text = value >= 1 << 20 ? $"{value >> 20} MiB" : value >= 64 << 10 ? $"{value >> 10} KiB" : value.ToString("N0", CultureInfo.InvariantCulture);
            Assert.StartsWith(text, documented[limit.Name]);
        }
    }

    [Fact]
    public void ItNamesNoRuleThatIsNot() =>
        Assert.All(RuleId.Matches(Page), m => Assert.Contains(FindingRules.All, r => r.Id == m.Value));

    /// <summary>Rules send their reader to a heading of a page.</summary>
    [Fact]
    public void ItHasTheHeadingsThatRulesName()
    {
        foreach (string clause in FindingRules.All.Select(r => r.Clause).Where(c => c.StartsWith("docs/wire-format.md, ", StringComparison.Ordinal)))
            Assert.Contains($"\n## {clause.Split(", ")[1]}\n", Page);
    }
}
