using Policing.Conformance.Cases;

namespace Policing.Conformance.Running;

/// <summary>What became of one case. Immutable.</summary>
/// <param name="Id">The case.</param>
/// <param name="About">What it is about.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why it failed; null where it did not.</param>
/// <param name="Pointer">The place in the document; empty where there is none.</param>
public sealed record CaseResult(string Id, string About, ResultStatus Status, FaultReason? Reason, string Pointer);
