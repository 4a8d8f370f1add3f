namespace Policing.Conformance.Cases;

/// <summary>Why a case failed: a stable word for programs, and for people a sentence and what to do. It quotes nothing.</summary>
/// <param name="Code">The word, such as <c>lost-member</c>.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Hint">What to do.</param>
public sealed record FaultReason(string Code, string Text, string Hint);
