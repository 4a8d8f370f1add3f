namespace Policing.Conformance.Targets;

/// <summary>The program under test cannot be started, or does not speak the protocol. The message quotes nothing of what it said.</summary>
public sealed class TargetUnreachableException : Exception
{
    internal TargetUnreachableException(string message)
        : base(message)
    {
    }
}
