namespace Policing.Ethics.Audit;

/// <summary>The words of cores and details. They are frozen: a word that was written stays what it is.</summary>
internal static class AuditNames
{
    public static WireNames<AuditEntryKind> Kinds { get; } = new(
        (AuditEntryKind.Access, "access"), (AuditEntryKind.PolicyLoaded, "policy-loaded"), (AuditEntryKind.Review, "review"),
        (AuditEntryKind.Erasure, "erasure"), (AuditEntryKind.Reading, "reading"), (AuditEntryKind.KeyRotated, "key-rotated"));

    public static WireNames<AccessOutcome> Outcomes { get; } = new((AccessOutcome.Denied, "denied"), (AccessOutcome.Permitted, "permitted"));

    public static WireNames<ReviewFinding> Findings { get; } = new((ReviewFinding.Justified, "justified"), (ReviewFinding.NotJustified, "not-justified"));

    public static WireNames<DecisionCause> Causes { get; } = new(
        (DecisionCause.Undecided, "undecided"), (DecisionCause.RulePermits, "rule-permits"), (DecisionCause.RuleForbids, "rule-forbids"),
        (DecisionCause.NothingPermits, "nothing-permits"), (DecisionCause.ConditionError, "condition-error"), (DecisionCause.NoContext, "no-context"),
        (DecisionCause.FaultyContext, "faulty-context"), (DecisionCause.ClockWentBack, "clock-went-back"),
        (DecisionCause.DecisionUnavailable, "decision-unavailable"), (DecisionCause.ObligationWithoutHandler, "obligation-without-handler"),
        (DecisionCause.ObligationFailed, "obligation-failed"), (DecisionCause.AuditUnavailable, "audit-unavailable"),
        (DecisionCause.EmergencyRefused, "emergency-refused"));

    public static WireNames<AuditUse> Uses { get; } = new(
        (AuditUse.Lawfulness, "lawfulness"), (AuditUse.SelfMonitoring, "self-monitoring"), (AuditUse.Integrity, "integrity"),
        (AuditUse.CriminalProceedings, "criminal-proceedings"));
}
