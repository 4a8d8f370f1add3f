namespace Policing.Ethics.Audit;

/// <summary>Bytes are not a proof file. The message names the fault and nothing of the bytes.</summary>
public sealed class ProofException : Exception
{
    /// <summary>With a fault.</summary>
    /// <param name="fault">Why.</param>
    public ProofException(ProofFault fault)
        : base($"This is not a proof file: {fault}.") => Fault = fault;

    /// <summary>Why.</summary>
    public ProofFault Fault { get; }
}
