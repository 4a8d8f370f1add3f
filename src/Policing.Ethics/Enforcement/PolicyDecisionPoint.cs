namespace Policing.Ethics;

/// <summary>
/// Decides over the policy sets of this process. It remembers the latest time that it saw: where the clock goes back, only what is permitted at
/// both times is permitted, so that no rule comes back into force by turning the clock.
/// </summary>
internal sealed class PolicyDecisionPoint : IPolicyDecisionPoint
{
    private readonly TimeProvider _time;
    private readonly Phase[] _phases;
    private long _latest = long.MinValue;

    public PolicyDecisionPoint(IReadOnlyList<PolicyRegistration> policies, TimeProvider time)
    {
        _time = time;
        _phases = Phases(policies);
    }

    public DecisionTransport Transport => DecisionTransport.InProcess;

    public ValueTask<AccessDecision> DecideAsync(AccessRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset latest = Latest(now);
        AccessDecision decision = Decide(request, now);
        return ValueTask.FromResult(latest > now && decision.IsPermitted ? AgreeingWith(decision, Decide(request, latest)) : decision);
    }

    private static AccessDecision AgreeingWith(AccessDecision now, AccessDecision latest) =>
        latest.IsPermitted && now.Rules == latest.Rules && now.IsUnenforced == latest.IsUnenforced
            ? now
            : AccessDecision.Deny(DecisionCause.ClockWentBack, now.PolicyHash, now.Rules);

    private AccessDecision Decide(AccessRequest request, DateTimeOffset time)
    {
        request = request with { Time = time };
        Phase phase = Array.Find(_phases, candidate => time < candidate.Until)!;
        if (phase.Shadow is not { } shadow) return phase.Enforced!.Evaluate(request);
        AccessDecision trial = shadow.Evaluate(request);
        if (phase.Enforced is { } enforced) return enforced.Evaluate(request).WithShadow(trial);
        // Nothing is enforced yet, but a use without a purpose is not let pass even so.
        return trial.Cause is DecisionCause.NoContext or DecisionCause.FaultyContext ? trial : AccessDecision.Unenforced(trial);
    }

    private DateTimeOffset Latest(DateTimeOffset now)
    {
        long ticks = now.UtcTicks;
        long latest = Volatile.Read(ref _latest);
        while (ticks > latest)
        {
            long before = Interlocked.CompareExchange(ref _latest, ticks, latest);
            if (before == latest) return now;
            latest = before;
        }
        return new DateTimeOffset(latest, TimeSpan.Zero);
    }

    /// <summary>What holds until the next set leaves shadow mode, in order of time; the last has no end and enforces all.</summary>
    private static Phase[] Phases(IReadOnlyList<PolicyRegistration> policies)
    {
        DateTimeOffset[] ends = [.. policies.Select(policy => policy.ShadowUntil).OfType<DateTimeOffset>().Distinct().Order()];
        return [.. ends.Select(end => PhaseBefore(policies, end)), new Phase(DateTimeOffset.MaxValue, All(policies), null)];
    }

    private static Phase PhaseBefore(IReadOnlyList<PolicyRegistration> policies, DateTimeOffset end)
    {
        PolicyRegistration[] enforced = [.. policies.Where(policy => policy.ShadowUntil is not { } until || until < end)];
        return new Phase(end, enforced.Length == 0 ? null : All(enforced), All(policies));
    }

    private static PolicySet All(IReadOnlyList<PolicyRegistration> policies) => PolicySet.Combine([.. policies.Select(policy => policy.Set)]);

    private sealed record Phase(DateTimeOffset Until, PolicySet? Enforced, PolicySet? Shadow);
}
