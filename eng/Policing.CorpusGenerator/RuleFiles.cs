using Policing.DataModel.Tests.Validation;

namespace Policing.CorpusGenerator;

/// <summary>The invalid files: a folder for each rule, a file for each of its cases.</summary>
internal static class RuleFiles
{
    public static IEnumerable<CorpusFile> All(CorpusIndex index)
    {
        foreach (IGrouping<string, RuleCase> rule in RuleCase.All.GroupBy(c => c.Rule.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int number = 0;
            foreach (RuleCase @case in rule)
            {
                CorpusFile file = new($"rules/{rule.Key}/{++number:D2}.json", CorpusText.Indented(@case.Json));
                index.AddRule(file, @case.Rule, @case.Pointer);
                yield return file;
            }
        }
    }
}
