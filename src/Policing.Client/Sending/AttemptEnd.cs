namespace Policing.Client;

/// <summary>How one attempt ended: with an answer that counts, or with a failure, which an answer may go with.</summary>
/// <param name="Response">The answer; null where there is none.</param>
/// <param name="Failure">The failure; none where the answer counts.</param>
/// <param name="MayPass">Whether another attempt may help.</param>
/// <param name="RetryAfter">Before when it is of no use.</param>
/// <remarks>A class: the breaker passes it on through several layers, and copying there costs more than making it.</remarks>
internal sealed record AttemptEnd(HttpResponseMessage? Response, PartnerFailure Failure, bool MayPass, TimeSpan? RetryAfter)
{
    /// <summary>Whether it says that the partner is down.</summary>
    public bool IsOutage => Failure is PartnerFailure.Unavailable or PartnerFailure.TimedOut or PartnerFailure.Unreachable;

    public static AttemptEnd Answered(HttpResponseMessage response) => new(response, PartnerFailure.None, MayPass: false, RetryAfter: null);

    public static AttemptEnd Failed(PartnerFailure failure, bool mayPass = false, TimeSpan? retryAfter = null) => new(null, failure, mayPass, retryAfter);
}
