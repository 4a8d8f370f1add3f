using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>What the case judges is wrong, found where no verdict can be given back.</summary>
internal sealed class CaseFaultException(FaultReason reason) : Exception
{
    public FaultReason Reason { get; } = reason;
}
