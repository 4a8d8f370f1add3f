using Microsoft.Extensions.Logging;
using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>
/// The one way to data: decides, carries out what rules ask for, writes the audit entry, and only then lets work run. Everything that goes wrong on
/// the way is a refusal.
/// </summary>
/// <remarks>Thread-safe. Get it from <c>AddPolicingEthics</c>.</remarks>
public sealed class AccessGate
{
    // Of such a record is known whom it is about: itself.
    private const string PersonType = "person";

    private readonly IPolicyDecisionPoint _decisions;
    private readonly IAuditLog _log;
    private readonly ObligationDesk _desk;
    private readonly EthicsOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal AccessGate(IPolicyDecisionPoint decisions, IAuditLog log, ObligationDesk desk, EthicsOptions options, TimeProvider time, ILogger logger)
    {
        (_decisions, _log, _desk, _options, _time, _logger) = (decisions, log, desk, options, time, logger);
        if (decisions.Transport is not (DecisionTransport.InProcess or DecisionTransport.Encrypted))
            throw new InvalidOperationException("The decision point is reached in the clear.");
    }

    internal DecisionTransport Transport => _decisions.Transport;

    /// <summary>The gate for one context: what jobs and endpoints use.</summary>
    /// <exception cref="ArgumentNullException">There is no context.</exception>
    public AccessScope For(AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new AccessScope(this, context);
    }

    /// <summary>Writes down what a second person found of a use.</summary>
    /// <param name="review">The review that was due.</param>
    /// <param name="reviewer">The context of the reviewer.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="text">Why, in words; at least 3 characters.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The reviewer is no person, or the one who acted; or nothing was found; or there are no words.</exception>
    public async ValueTask<AuditEntryId> ReviewAsync(
        DueReview review, AccessContext reviewer, ReviewFinding finding, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(reviewer);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (reviewer.Fault is not null || reviewer.Actor.Person is null) throw new ArgumentException("A review is a person's, with a complete context.", nameof(reviewer));
        if (IsSamePerson(reviewer, review.Actor)) throw new ArgumentException("Nobody reviews a use of their own.", nameof(reviewer));
        if (finding is not (ReviewFinding.Justified or ReviewFinding.NotJustified)) throw new ArgumentException("Say what was found.", nameof(finding));
        AuditEntry entry = new()
        {
            Kind = AuditEntryKind.Review,
            Time = _time.GetUtcNow(),
            Context = reviewer,
            Reviewed = review.Correlation,
            Finding = finding,
            Text = text,
        };
        return await _log.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    // Ids of persons are the token's, so an id of another agency may be another person; to be taken for the same is the safe mistake.
    private static bool IsSamePerson(AccessContext reviewer, AccessActor actor) =>
        actor.Person is { } person && (Same(reviewer.Actor.Person, person) || Same(reviewer.OnBehalfOf?.Person, person));

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Decides, carries out, writes down. What it gives is final, but for changes to data, which the caller carries out on a copy.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="records">The records that it is about, where they are known.</param>
    /// <param name="carriesOut">Which changes to data the caller will carry out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="shape">What the entry says besides; null for no more.</param>
    internal async ValueTask<GateResult> EnterAsync(
        AccessRequest request, ValueList<RecordId> records, Func<Obligation, bool> carriesOut, CancellationToken cancellationToken, Func<AuditEntry, AuditEntry>? shape = null)
    {
        request = request with { Time = _time.GetUtcNow() };
        AccessDecision decision = await DecideAsync(request, cancellationToken).ConfigureAwait(false);
        if (decision.IsEmergency && !_options.AllowEmergencies) decision = decision.TurnedDown(DecisionCause.EmergencyRefused, null);
        if (decision.IsPermitted && _desk.FirstWithoutHandler(decision, carriesOut) is { } obligation)
            decision = decision.TurnedDown(DecisionCause.ObligationWithoutHandler, obligation.ToString());
        decision = await _desk.CarryOutAsync(decision, request, cancellationToken).ConfigureAwait(false);
        return await WriteDownAsync(decision, request, records, cancellationToken, shape).ConfigureAwait(false);
    }

    /// <summary>An entry of its own for a permit that came to nothing, since data could not be changed as the rules ask.</summary>
    internal ValueTask<GateResult> TurnDownAsync(GateResult result, AccessRequest request, ValueList<RecordId> records, CancellationToken cancellationToken) =>
        WriteDownAsync(result.Decision.TurnedDown(DecisionCause.ObligationFailed, null), request with { Time = _time.GetUtcNow() }, records, cancellationToken);

    /// <summary>What would be decided, with nothing carried out and nothing written down: for one of many that share an entry.</summary>
    internal async ValueTask<AccessDecision> ConsiderAsync(AccessRequest request, CancellationToken cancellationToken)
    {
        AccessDecision decision = await DecideAsync(request with { Time = _time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        if (decision.IsEmergency && !_options.AllowEmergencies) return decision.TurnedDown(DecisionCause.EmergencyRefused, null);
        return decision.IsPermitted && _desk.FirstWithoutHandler(decision, CanChange) is { } obligation
            ? decision.TurnedDown(DecisionCause.ObligationWithoutHandler, obligation.ToString())
            : decision;
    }

    /// <summary>One entry for what was considered one by one: carries out what the decision asks for, and writes it down with all the records.</summary>
    internal async ValueTask<GateResult> EnterConsideredAsync(
        AccessDecision decision, AccessRequest request, ValueList<RecordId> records, string? text, CancellationToken cancellationToken)
    {
        request = request with { Time = _time.GetUtcNow() };
        decision = await _desk.CarryOutAsync(decision, request, cancellationToken).ConfigureAwait(false);
        return await WriteDownAsync(decision, request, records, cancellationToken, text: text).ConfigureAwait(false);
    }

    internal PoliceRecord Change(PoliceRecord record, AccessDecision decision, AccessContext context) => _desk.Change(record, decision, context);

    internal bool CanChange(Obligation obligation) => _desk.CanChange(obligation);

    private async ValueTask<AccessDecision> DecideAsync(AccessRequest request, CancellationToken cancellationToken)
    {
        try
        {
            ValueTask<AccessDecision> deciding = _decisions.DecideAsync(request, cancellationToken);
            AccessDecision? decision = deciding.IsCompletedSuccessfully
                ? deciding.Result
                : await deciding.AsTask().WaitAsync(_options.DecisionTimeout, _time, cancellationToken).ConfigureAwait(false);
            return decision is null || (decision.IsPermitted && decision.Rules.IsEmpty && !decision.IsUnenforced)
                ? AccessDecision.Deny(DecisionCause.DecisionUnavailable).WithDetail("the answer is no decision")
                : decision;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            EthicsLog.DecisionFailed(_logger, exception.GetType().Name);
            return AccessDecision.Deny(DecisionCause.DecisionUnavailable).WithDetail(exception.GetType().Name);
        }
    }

    private async ValueTask<GateResult> WriteDownAsync(
        AccessDecision decision, AccessRequest request, ValueList<RecordId> records, CancellationToken cancellationToken, Func<AuditEntry, AuditEntry>? shape = null, string? text = null)
    {
        AuditEntry entry = new()
        {
            Time = request.Time,
            Context = KeptContext(request.Context, decision),
            Operation = request.Operation,
            RecordType = request.RecordType,
            Records = records,
            Subjects = request.RecordType == PersonType ? records : default,
            Recipient = request.Recipient,
            Decision = decision,
            PolicyHash = decision.PolicyHash,
            Text = text,
        };
        if (shape is not null) entry = shape(entry);
        try
        {
            AuditEntryId id = await _log.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
            Log(decision, id);
            return new GateResult(decision, id);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            EthicsLog.AuditFailed(_logger, exception.GetType().Name);
            return new GateResult(decision.TurnedDown(DecisionCause.AuditUnavailable, exception.GetType().Name), default);
        }
    }

    // Words are kept only where a rule asks for them, or where they are what an emergency or a refusal will be judged by.
    private static AccessContext? KeptContext(AccessContext? context, AccessDecision decision) =>
        context?.Justification is null || decision is not { IsPermitted: true, IsEmergency: false } || decision.Obligations.Any(obligation => obligation is LogReason)
            ? context
            : context with { Justification = null };

    private void Log(AccessDecision decision, AuditEntryId entry)
    {
        if (!decision.IsPermitted) EthicsLog.Refused(_logger, decision.AuditReason, entry);
        else if (decision.IsEmergency) EthicsLog.Emergency(_logger, decision.AuditReason, entry);
        else if (_logger.IsEnabled(LogLevel.Debug)) EthicsLog.Permitted(_logger, decision.AuditReason, entry);
        if (decision.Shadow is { IsPermitted: false } shadow) EthicsLog.ShadowRefusal(_logger, shadow.AuditReason, entry);
    }
}
