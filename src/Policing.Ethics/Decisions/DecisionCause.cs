namespace Policing.Ethics;

/// <summary>Why a decision is what it is. For the audit entry and for logs; callers get a <see cref="RefusalCode"/>.</summary>
public enum DecisionCause
{
    /// <summary>Nothing was decided; also the default.</summary>
    Undecided,

    /// <summary>A rule permits and none forbids.</summary>
    RulePermits,

    /// <summary>A rule forbids.</summary>
    RuleForbids,

    /// <summary>No rule permits.</summary>
    NothingPermits,

    /// <summary>A condition could not be tested, since something that it compares is not there.</summary>
    ConditionError,

    /// <summary>There is no context.</summary>
    NoContext,

    /// <summary>The context is faulty.</summary>
    FaultyContext,

    /// <summary>The clock went back, and what is permitted now was not permitted at a time already seen.</summary>
    ClockWentBack,

    /// <summary>The decision point did not answer, or answered with something that is no decision.</summary>
    DecisionUnavailable,

    /// <summary>An obligation has no handler where the data is handed over.</summary>
    ObligationWithoutHandler,

    /// <summary>The handler of an obligation failed.</summary>
    ObligationFailed,

    /// <summary>The audit entry could not be written.</summary>
    AuditUnavailable,

    /// <summary>Emergencies are switched off, or the rule is laxer than the host allows.</summary>
    EmergencyRefused,
}
