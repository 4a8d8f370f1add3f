namespace Policing.Ethics;

/// <summary>A decision in words.</summary>
internal static class ReasonText
{
    public static string Of(AccessDecision decision)
    {
        string text = Cause(decision);
        if (decision.Detail is { } detail) text += $" ({detail})";
        if (!decision.Rules.IsEmpty) text += $"; rules {string.Join(", ", decision.Rules)}";
        if (!decision.Obligations.IsEmpty) text += $"; obligations {string.Join(", ", decision.Obligations)}";
        if (!decision.NearMisses.IsEmpty) text += $"; nearest: {string.Join("; ", decision.NearMisses)}";
        return decision.Shadow is { } shadow ? $"{text}; in shadow mode: {Of(shadow)}" : text;
    }

    private static string Cause(AccessDecision decision) => decision.Cause switch
    {
        _ when decision.IsUnenforced => "Permitted without enforcement",
        DecisionCause.RulePermits when decision.IsEmergency => "Permitted in an emergency",
        DecisionCause.RulePermits => "Permitted",
        DecisionCause.RuleForbids => "Denied: a rule forbids it",
        DecisionCause.NothingPermits => "Denied: no rule permits it",
        DecisionCause.ConditionError => "Denied: a condition needs what the request does not have",
        DecisionCause.NoContext => "Denied: no purpose is stated",
        DecisionCause.FaultyContext => "Denied: the context is incomplete",
        DecisionCause.ClockWentBack => "Denied: the clock went back, and the rules of both times do not agree",
        DecisionCause.DecisionUnavailable => "Denied: there was no decision",
        DecisionCause.ObligationWithoutHandler => "Denied: an obligation has no handler here",
        DecisionCause.ObligationFailed => "Denied: an obligation was not carried out",
        DecisionCause.AuditUnavailable => "Denied: the audit entry was not written",
        DecisionCause.EmergencyRefused => "Denied: this host does not take emergencies, or not by this rule",
        _ => "Denied",
    };
}
