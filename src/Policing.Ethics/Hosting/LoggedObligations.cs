using Microsoft.Extensions.Logging;

namespace Policing.Ethics;

/// <summary>Stands in for notifier and review queue in the Development environment: says in the log what would be done.</summary>
internal sealed class LoggedObligations(ILogger logger) : INotifier, IReviewQueue
{
    public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken)
    {
        EthicsLog.WouldNotify(logger, notification.Role, notification.Correlation);
        return ValueTask.CompletedTask;
    }

    public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken)
    {
        EthicsLog.WouldReview(logger, review.Role, review.DueBy, review.Correlation);
        return ValueTask.CompletedTask;
    }
}
