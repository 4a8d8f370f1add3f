namespace Policing.Ethics;

/// <summary>How often tests have made a rule apply, and how often its conditions kept it from applying to a request that it is about.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Applied">How often it applied.</param>
/// <param name="Withheld">How often the target fitted and a condition did not hold.</param>
public sealed record RuleCoverage(string Rule, int Applied, int Withheld)
{
    /// <summary>True where some test made the rule apply.</summary>
    public bool IsCovered => Applied > 0;
}
