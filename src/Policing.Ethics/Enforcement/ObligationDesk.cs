using Microsoft.Extensions.Logging;
using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Knows the handlers of obligations, and carries out those that come before the data.</summary>
internal sealed class ObligationDesk(
    INotifier? notifier, IReviewQueue? reviews, IReadOnlyList<IRecordObligationHandler> records, EthicsOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>The first obligation that nobody would carry out; null when there is none.</summary>
    public Obligation? FirstWithoutHandler(AccessDecision decision, Func<Obligation, bool> carriesOut)
    {
        foreach (Obligation obligation in decision.Obligations)
            if (!HasHandler(obligation, carriesOut)) return obligation;
        return null;
    }

    private bool HasHandler(Obligation obligation, Func<Obligation, bool> carriesOut) => obligation switch
    {
        LogReason => true,
        Notify => notifier is not null,
        SecondPersonAfterwards => reviews is not null,
        { ChangesData: true } => carriesOut(obligation),
        _ => false,
    };

    /// <summary>Runs every handler, also after one has failed. Of a permit each failure is a refusal; of a refusal none matters.</summary>
    public async ValueTask<AccessDecision> CarryOutAsync(AccessDecision decision, AccessRequest request, CancellationToken cancellationToken)
    {
        Obligation? failed = null;
        for (int place = 0; place < decision.Obligations.Count; place++)
        {
            Obligation obligation = decision.Obligations[place];
            if (!await TryAsync(obligation, decision, request, cancellationToken).ConfigureAwait(false)) failed ??= obligation;
        }
        return failed is null || !decision.IsPermitted ? decision : decision.TurnedDown(DecisionCause.ObligationFailed, failed.ToString());
    }

    private async ValueTask<bool> TryAsync(Obligation obligation, AccessDecision decision, AccessRequest request, CancellationToken cancellationToken)
    {
        try
        {
            switch (obligation)
            {
                case LogReason:
                    return (request.Context!.Justification ?? request.Context.Emergency) is not null;
                case Notify notify when notifier is not null:
                    await NotifyAsync(notifier, notify, decision, request, cancellationToken).ConfigureAwait(false);
                    return true;
                case SecondPersonAfterwards second when reviews is not null:
                    await reviews.AddAsync(Review(second, decision, request), cancellationToken).ConfigureAwait(false);
                    return true;
                default:
                    return obligation.ChangesData;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            EthicsLog.HandlerFailed(logger, obligation.Kind, exception.GetType().Name);
            return false;
        }
    }

    private async ValueTask NotifyAsync(INotifier to, Notify notify, AccessDecision decision, AccessRequest request, CancellationToken cancellationToken)
    {
        AccessNotification notification = new()
        {
            Role = notify.Role,
            Correlation = request.Context!.Correlation,
            IsEmergency = decision.IsEmergency,
            IsRefusal = !decision.IsPermitted,
            Operation = request.Operation,
            RecordType = request.RecordType,
            Rules = decision.Rules,
            Time = request.Time,
        };
        TimeSpan within = decision.IsEmergency && options.NotifyWithin < notify.Within ? options.NotifyWithin : notify.Within;
        await to.NotifyAsync(notification, cancellationToken).AsTask().WaitAsync(within, time, cancellationToken).ConfigureAwait(false);
    }

    private DueReview Review(SecondPersonAfterwards second, AccessDecision decision, AccessRequest request)
    {
        TimeSpan within = decision.IsEmergency && options.ReviewWithin < second.Within ? options.ReviewWithin : second.Within;
        return new DueReview
        {
            Correlation = request.Context!.Correlation,
            Actor = request.Context.Actor,
            Role = second.Role,
            DueBy = request.Time + within,
            Rules = decision.Rules,
        };
    }

    public bool CanChange(Obligation obligation) => records.Any(handler => handler.Handles(obligation));

    /// <summary>The copy of a record that may be handed over. A handler that throws, or gives another record, has failed.</summary>
    public PoliceRecord Change(PoliceRecord record, AccessDecision decision, AccessContext context)
    {
        Obligation[] left = [.. decision.Obligations.Where(obligation => obligation.ChangesData)];
        PoliceRecord copy = record;
        foreach (IRecordObligationHandler handler in records)
        {
            Obligation[] its = [.. left.Where(handler.Handles)];
            if (its.Length == 0) continue;
            copy = handler.Apply(copy, ValueList.Create<Obligation>(its), decision, context);
            if (copy is null || copy.Id != record.Id) throw new InvalidOperationException("A handler gave another record.");
            left = [.. left.Except(its)];
        }
        return left.Length == 0 ? copy : throw new InvalidOperationException("An obligation was left.");
    }
}
