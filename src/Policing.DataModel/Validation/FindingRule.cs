namespace Policing.DataModel.Validation;

/// <summary>
/// A rule that findings name: an id that is never reused, what it says, and what to do. Its texts contain no value of any record.
/// Immutable.
/// </summary>
/// <param name="Id">The id, for example <c>PSDK-JSON-0002</c>.</param>
/// <param name="Severity">How much a finding of it weighs.</param>
/// <param name="Message">What is found, in one sentence.</param>
/// <param name="Clause">Where the rule is from.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record FindingRule(string Id, Severity Severity, string Message, string Clause, string Hint);
