namespace Policing.Ethics;

/// <summary>Keep the justification with the audit entry; without one the access is refused.</summary>
public sealed record LogReason() : Obligation(Name)
{
    internal const string Name = "log-reason";

    /// <summary>The kind.</summary>
    public override string ToString() => Kind;
}
