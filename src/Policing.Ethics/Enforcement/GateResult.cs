namespace Policing.Ethics;

/// <summary>What the gate came to, and where it is written down.</summary>
internal readonly record struct GateResult(AccessDecision Decision, AuditEntryId Entry)
{
    public bool IsPermitted => Decision.IsPermitted;

    public AccessRefusedException Refusal() => new(Decision.RefusalCode, Entry);
}
