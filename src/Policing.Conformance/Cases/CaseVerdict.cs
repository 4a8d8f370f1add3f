namespace Policing.Conformance.Cases;

/// <summary>What an answer was worth: nothing wrong, or a reason and the place in the document.</summary>
internal readonly record struct CaseVerdict(FaultReason? Reason, string Pointer)
{
    public static CaseVerdict Passed { get; }

    public static CaseVerdict Of(FaultReason reason, string pointer = "") => new(reason, pointer);
}
