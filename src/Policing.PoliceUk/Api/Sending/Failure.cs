using System.Net;

namespace Policing.PoliceUk.Api;

/// <summary>Why there is no answer.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Status">The status, where the service gave one.</param>
/// <param name="RetryAfter">How long the service asked to wait.</param>
/// <param name="MayPass">Whether the same request may succeed when it is sent again.</param>
/// <param name="Explanation">In words.</param>
internal sealed record Failure(PoliceUkOutcome Outcome, HttpStatusCode? Status, TimeSpan? RetryAfter, bool MayPass, string Explanation)
{
    public static Failure Of(PoliceUkOutcome outcome, HttpStatusCode? status = null, TimeSpan? retryAfter = null, bool mayPass = false) =>
        new(outcome, status, retryAfter, mayPass, Explanations.Of(outcome));

    public static Failure Unreadable(HttpStatusCode status, string explanation) =>
        new(PoliceUkOutcome.Unreadable, status, RetryAfter: null, MayPass: false, explanation);
}
