using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Tests.Mapping;

/// <summary>The tables of rules in the documentation are those of the program.</summary>
public sealed class RuleTableTests
{
    public static TheoryData<string> Documents { get; } = ["docs/import.md", "docs/mapping-data-police-uk.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_table_of_a_document_is_the_catalogue(string document)
    {
        var rules = document == "docs/import.md" ? ImportRules.All : PoliceUkRules.All;
        var lines = File.ReadAllLines(Path.Combine(Root(), document)).Where(line => line.StartsWith("| PSDK-", StringComparison.Ordinal));

        Assert.Equal(rules.Select(Line), lines);
        Assert.All(rules, rule => Assert.Equal(document, rule.Clause));
    }

    private static string Line(FindingRule rule) => $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Message} | {rule.Hint} |";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the documentation: run them inside the working copy.");
        return folder.FullName;
    }
}
