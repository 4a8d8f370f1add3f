namespace Policing.Conformance.Targets;

/// <summary>The program under test did not answer one question as it must.</summary>
internal sealed class TargetFaultException(Cases.FaultReason reason) : Exception(reason.Text)
{
    public Cases.FaultReason Reason { get; } = reason;
}
