namespace Policing.Ethics;

/// <summary>Keep the words of justification with the audit entry; without them, or those of an emergency, the access is refused.</summary>
public sealed record LogReason() : Obligation(Name)
{
    internal const string Name = "log-reason";

    /// <summary>The kind.</summary>
    public override string ToString() => Kind;
}
