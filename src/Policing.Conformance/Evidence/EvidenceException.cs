namespace Policing.Conformance.Evidence;

/// <summary>A declaration or a key cannot be used. The message names the place and the rule, and quotes nothing.</summary>
public sealed class EvidenceException : Exception
{
    internal EvidenceException(string message)
        : base(message)
    {
    }
}
