using Policing.DataModel.Validation;
namespace Policing.DataModel.Import;

/// <summary>How often a rule was found. <c>default</c> has no rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Count">How often.</param>
public readonly record struct RuleCount(FindingRule Rule, long Count);
