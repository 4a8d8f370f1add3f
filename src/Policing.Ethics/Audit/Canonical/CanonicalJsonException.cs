namespace Policing.Ethics.Audit;

/// <summary>A JSON text has no canonical form. The message names the fault and nothing of the text.</summary>
public sealed class CanonicalJsonException : Exception
{
    /// <summary>With a fault.</summary>
    /// <param name="fault">Why.</param>
    public CanonicalJsonException(CanonicalJsonFault fault)
        : base($"The JSON text has no canonical form: {fault}.") => Fault = fault;

    /// <summary>Why.</summary>
    public CanonicalJsonFault Fault { get; }
}
