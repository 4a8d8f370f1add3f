using Microsoft.Extensions.Logging;

namespace Policing.Ethics;

/// <summary>Stands in for notifier and review queue in the Development environment: says in the log what would be done.</summary>
internal sealed partial class LoggedObligations(ILogger logger) : INotifier, IReviewQueue
{
    public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken)
    {
        LogNotify(logger, notification.Role, notification.Correlation);
        return ValueTask.CompletedTask;
    }

    public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken)
    {
        LogReview(logger, review.Role, review.DueBy, review.Correlation);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(20, LogLevel.Information, "Development: {Role} would be notified of {Correlation}.")]
    private static partial void LogNotify(ILogger logger, string role, Guid correlation);

    [LoggerMessage(21, LogLevel.Information, "Development: {Role} would have to review {Correlation} by {DueBy}.")]
    private static partial void LogReview(ILogger logger, string role, DateTimeOffset dueBy, Guid correlation);
}
