using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>What was decided, by which rules, and what must be done for it to hold.</summary>
/// <remarks>
/// Immutable and thread-safe. It holds no value of the request. Only <see cref="RefusalCode"/> is for callers; all else is for the audit entry and
/// for logs, since it tells of rules.
/// </remarks>
public sealed class AccessDecision
{
    private AccessDecision(AccessOutcome outcome, DecisionCause cause, string policyHash)
    {
        Outcome = outcome;
        Cause = cause;
        PolicyHash = policyHash;
    }

    /// <summary>Permitted or denied.</summary>
    public AccessOutcome Outcome { get; }

    /// <summary>True for a permit.</summary>
    public bool IsPermitted => Outcome is AccessOutcome.Permitted;

    /// <summary>Why.</summary>
    public DecisionCause Cause { get; }

    /// <summary>What a caller may know; <see cref="RefusalCode.None"/> for a permit.</summary>
    public RefusalCode RefusalCode => IsPermitted ? RefusalCode.None : CodeOf(Cause);

    /// <summary>The ids of the rules that decided, in ordinal order: of a permit all that permit and oblige, of a refusal all that forbid or could not be tested.</summary>
    public ValueList<string> Rules { get; private init; }

    /// <summary>What must be done, each once. Of a refusal: what is done about it, at best effort.</summary>
    public ValueList<Obligation> Obligations { get; private init; }

    /// <summary>Of a refusal because nothing permits: the rules that came nearest, nearest first, at most three.</summary>
    public ValueList<NearMiss> NearMisses { get; private init; }

    /// <summary>More about the cause: what is wrong with the context, which obligation has no handler. Never a value. Null where there is no more.</summary>
    public string? Detail { get; private init; }

    /// <summary>The hash of the policy that decided; empty where none did.</summary>
    public string PolicyHash { get; }

    /// <summary>What a policy in shadow mode would have decided; null where there is none.</summary>
    public AccessDecision? Shadow { get; private init; }

    /// <summary>True where the permit is nobody's but that of shadow mode: nothing is enforced yet.</summary>
    public bool IsUnenforced { get; private init; }

    /// <summary>Whether the permit rests on a rule for emergencies.</summary>
    public bool IsEmergency { get; private init; }

    /// <summary>All of it in one line, for audit entries and logs.</summary>
    public string AuditReason => ReasonText.Of(this);

    /// <summary>A permit.</summary>
    /// <param name="policyHash">The hash of the policy that decided.</param>
    /// <param name="rules">The rules that decided.</param>
    /// <param name="obligations">What must be done.</param>
    /// <param name="isEmergency">Whether it rests on rules for emergencies alone.</param>
    public static AccessDecision Permit(string policyHash, ValueList<string> rules, ValueList<Obligation> obligations = default, bool isEmergency = false) =>
        new(AccessOutcome.Permitted, DecisionCause.RulePermits, policyHash) { Rules = rules, Obligations = obligations, IsEmergency = isEmergency };

    /// <summary>A refusal.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="policyHash">The hash of the policy that decided; empty where none did.</param>
    /// <param name="rules">The rules that decided.</param>
    /// <param name="obligations">What is to be done about it, at best effort.</param>
    /// <exception cref="ArgumentException">The cause is one of a permit.</exception>
    public static AccessDecision Deny(DecisionCause cause, string policyHash = "", ValueList<string> rules = default, ValueList<Obligation> obligations = default) =>
        cause is DecisionCause.RulePermits
            ? throw new ArgumentException("This is the cause of a permit.", nameof(cause))
            : new(AccessOutcome.Denied, cause, policyHash) { Rules = rules, Obligations = obligations };

    internal static AccessDecision Unenforced(AccessDecision shadow) =>
        new(AccessOutcome.Permitted, DecisionCause.Undecided, "") { Shadow = shadow, IsUnenforced = true };

    internal AccessDecision WithNearMisses(ValueList<NearMiss> misses) =>
        new(Outcome, Cause, PolicyHash) { Rules = Rules, Obligations = Obligations, NearMisses = misses, Detail = Detail, Shadow = Shadow };

    internal AccessDecision WithDetail(string detail) =>
        new(Outcome, Cause, PolicyHash) { Rules = Rules, Obligations = Obligations, NearMisses = NearMisses, Detail = detail, Shadow = Shadow };

    internal AccessDecision WithShadow(AccessDecision shadow) =>
        new(Outcome, Cause, PolicyHash)
        {
            Rules = Rules,
            Obligations = Obligations,
            NearMisses = NearMisses,
            Detail = Detail,
            IsEmergency = IsEmergency,
            Shadow = shadow,
        };

    /// <summary>The refusal that this decision becomes when something after it goes wrong; the rules stay for the audit entry.</summary>
    internal AccessDecision TurnedDown(DecisionCause cause, string? detail) =>
        new(AccessOutcome.Denied, cause, PolicyHash) { Rules = Rules, Detail = detail, Shadow = Shadow };

    /// <summary>The audit reason.</summary>
    public override string ToString() => AuditReason;

    private static RefusalCode CodeOf(DecisionCause cause) => cause switch
    {
        DecisionCause.NoContext or DecisionCause.FaultyContext => RefusalCode.PurposeRequired,
        DecisionCause.RuleForbids or DecisionCause.NothingPermits or DecisionCause.ConditionError or DecisionCause.EmergencyRefused
            or DecisionCause.ObligationWithoutHandler => RefusalCode.NotPermitted,
        _ => RefusalCode.Unavailable,
    };
}
