using System.Text;
using Policing.DataModel.Completeness;
using Policing.DataModel.Tests.Validation;
using Policing.DataModel.Validation;
using Policing.ModelGenerator;

namespace Policing.CorpusGenerator;

/// <summary>docs/findings.md: every rule of the validator by stage, with an example among the corpora.</summary>
internal static class FindingsPage
{
    /// <summary>Its path, from the folder of the corpora.</summary>
    public const string Path = "../../docs/findings.md";

    private static readonly (string Prefix, string Title, string About)[] Stages =
    [
        ("PSDK-JSON-", "Syntax", "What the reader says of the text: whether it is JSON that everybody reads alike, within the limits, and of what version. `PoliceJson` reports these alone, without the versions and extensions."),
        ("PSDK-SCH-", "Schema", "What the published schema of the record's type says, where no other stage has said it of the same place."),
        ("PSDK-COD-", "Codes", "Whether a code is known, in force on the record's date, and mapped; by the reference data that the validator was given."),
        ("PSDK-RUL-", "Rules", "What the records themselves must meet: forms and check characters, the order of dates, what belongs together, what a set holds."),
    ];

    private static readonly Dictionary<FindingRule, string> WithoutExample = CorpusIndex.WithoutFile.ToDictionary(entry => entry.Rule, entry => entry.Why);

    public static GeneratedFile Make()
    {
        StringBuilder page = new();
        page.Append("""
            # Findings

            Written by eng/Policing.CorpusGenerator from the rules; change those and run it.

            Every rule that the validator knows, by stage. A finding has the rule's id, which is never used again for another meaning, a JSON Pointer, a line and a column,
            and never a value ([the wire format](wire-format.md#pointers)). An error makes a record invalid; a warning asks for a look; an information says what was done.
            The source is where the rule is from: where it says `unverified`, that text was not read. The example is a file of the [corpora](../tests/corpora/README.md) that
            causes this finding and no other of weight; programs find all of them, with the pointer, in `index.json`.

            Rules of imports, PSDK-IMP, have a [table of their own](import.md#rules). Your own rules are yours to name: [docs/import.md](import.md#the-rules-of-your-table).

            """.ReplaceLineEndings("\n"));
        foreach ((string prefix, string title, string about) in Stages) AddStage(page, prefix, title, about);
        AddGaps(page);
        return new(Path, page.ToString());
    }

    private static void AddStage(StringBuilder page, string prefix, string title, string about)
    {
        page.Append("\n## ").Append(title).Append("\n\n").Append(about).Append("\n\n| id | severity | what is the case | what to do | source | example |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (FindingRule rule in FindingRules.All.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            page.Append("| ").AppendJoin(" | ", Cell(rule.Id), Severity(rule), Cell(rule.Message), Cell(rule.Hint), Cell(rule.Clause), Example(rule)).Append(" |\n");
        }
    }

    private static void AddGaps(StringBuilder page)
    {
        page.Append("\n## Completeness\n\nWhat a record in a role should have by the profiles of the POLE dictionary, found where a validator or a check is given them ([completeness](completeness.md)). ")
            .Append("`DirtyVariants` of Policing.Testing makes a document for each.\n\n| id | severity | what is the case | what to do | source |\n| --- | --- | --- | --- | --- |\n");
        foreach (FindingRule rule in CompletenessProfiles.Pole.Rules) page.Append("| ").AppendJoin(" | ", Cell(rule.Id), Severity(rule), Cell(rule.Message), Cell(rule.Hint), Cell(rule.Clause)).Append(" |\n");
    }

    // Several cases of a rule are several files; the first is the plainest.
    private static string Example(FindingRule rule)
    {
        if (WithoutExample.TryGetValue(rule, out string? why)) return "none: " + Cell(why);
        int count = RuleCase.All.Count(c => c.Rule == rule);
        if (count == 0) throw new InvalidOperationException($"{rule.Id} has neither a case nor a reason why there is none.");
        return $"[{(count == 1 ? "1 file" : $"1 of {count} files")}](../tests/corpora/{RuleFiles.PathOf(rule, 1)})";
    }

    private static string Severity(FindingRule rule) => rule.Severity.ToString().ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
