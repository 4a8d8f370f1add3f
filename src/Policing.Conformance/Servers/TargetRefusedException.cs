namespace Policing.Conformance.Servers;

/// <summary>The kit does not run against this server: it may be live, or nobody said that it is theirs. Nothing was written. The message quotes nothing of the server.</summary>
public sealed class TargetRefusedException : Exception
{
    internal TargetRefusedException(string message, string hint)
        : base(message) => Hint = hint;

    /// <summary>What to do.</summary>
    public string Hint { get; }
}
