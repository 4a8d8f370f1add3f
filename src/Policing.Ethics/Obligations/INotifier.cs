namespace Policing.Ethics;

/// <summary>Tells people of the agency what rules ask for: by the agency's own paging, mail or tasking. Needed as soon as a rule notifies.</summary>
/// <remarks>Implementations are thread-safe. To throw, or not to end in time, is to fail, and the access is refused.</remarks>
public interface INotifier
{
    /// <summary>Completes when the notification is on its way and cannot be lost.</summary>
    ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken);
}
