namespace Policing.Conformance.Evidence;

/// <summary>What evidence says of one requirement. Immutable.</summary>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Status">What became of it, as in reports: <c>passed</c>, <c>waived</c>.</param>
/// <param name="Judged">How often it was judged.</param>
/// <param name="Failures">How often it was not met.</param>
public sealed record EvidenceResult(string Requirement, string Status, long Judged, long Failures);
