namespace Policing.Ethics;

/// <summary>Where uses wait for another person to look at them: the agency's own tasking. Needed as soon as a rule asks for a second person.</summary>
/// <remarks>Implementations are thread-safe. To throw is to fail, and the access is refused. What the reviewer found goes to <see cref="AccessGate.ReviewAsync"/>.</remarks>
public interface IReviewQueue
{
    /// <summary>Completes when the review is waiting and cannot be lost.</summary>
    ValueTask AddAsync(DueReview review, CancellationToken cancellationToken);
}
