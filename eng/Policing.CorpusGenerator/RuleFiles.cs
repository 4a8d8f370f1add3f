using Policing.DataModel.Tests.Validation;
using Policing.DataModel.Validation;
using Policing.ModelGenerator;

namespace Policing.CorpusGenerator;

/// <summary>The invalid files: a folder for each rule, a file for each of its cases.</summary>
internal static class RuleFiles
{
    /// <summary>The path of a rule's case, the cases counted from 1.</summary>
    public static string PathOf(FindingRule rule, int number) => $"rules/{rule.Id}/{number:D2}.json";

    public static IEnumerable<GeneratedFile> All(CorpusIndex index)
    {
        foreach (IGrouping<string, RuleCase> rule in RuleCase.All.GroupBy(c => c.Rule.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int number = 0;
            foreach (RuleCase @case in rule)
            {
                GeneratedFile file = new(PathOf(@case.Rule, ++number), CorpusText.Indented(@case.Json));
                index.AddRule(file, @case.Rule, @case.Pointer);
                yield return file;
            }
        }
    }
}
