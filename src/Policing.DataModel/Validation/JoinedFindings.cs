namespace Policing.DataModel.Validation;

/// <summary>
/// Joins what the stages found in one text, so that one fault is one finding: what the schema says of a place where another stage has an
/// error is left out, and what the reader only notes gives way to an error of the schema at the same place.
/// </summary>
internal static class JoinedFindings
{
    /// <param name="syntax">From reading.</param>
    /// <param name="schema">From the schema.</param>
    /// <param name="rest">From codes and rules.</param>
    public static IEnumerable<Finding> Of(IReadOnlyCollection<Finding> syntax, IReadOnlyCollection<Finding> schema, IReadOnlyCollection<Finding> rest)
    {
        if (schema.Count == 0) return rest.Concat(syntax);
        HashSet<string> said = [.. syntax.Concat(rest).Where(f => f.Severity == Severity.Error).SelectMany(Places)];
        Finding[] news = [.. schema.Where(f => !said.Contains(f.Pointer))];
        HashSet<string> outweighed = [.. news.Select(f => f.Pointer)];
        return rest.Concat(news).Concat(syntax.Where(f => !GivesWay(f.Rule) || !outweighed.Contains(f.Pointer)));
    }

    // The reader has the place of a missing member at the member, the schema at the object that lacks it.
    private static IEnumerable<string> Places(Finding finding)
    {
        yield return finding.Pointer;
        if (finding.Rule == FindingRules.Missing) yield return finding.Pointer[..finding.Pointer.LastIndexOf('/')];
    }

    private static bool GivesWay(FindingRule rule) =>
        rule == FindingRules.NullOrEmpty || rule == FindingRules.UnknownMember || rule == FindingRules.UnknownType;
}
