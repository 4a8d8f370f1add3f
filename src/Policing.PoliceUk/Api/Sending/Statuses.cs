using System.Net;

namespace Policing.PoliceUk.Api;

/// <summary>What a status means, which depends on what was asked.</summary>
/// <remarks>
/// Source: data.police.uk/docs, and what public clients saw. Two statuses are ambiguous, and are decided by what is known: for a month within the
/// window a 500 is a fault and an unknown id is a 404; for an older month both say that there is no data.
/// </remarks>
internal static class Statuses
{
    // The newest month is up to two behind the calendar, and the window has 36.
    private const int OldestKept = 38;

    public static Failure Of(HttpStatusCode status, ApiRequest request, TimeSpan? retryAfter, DataMonth thisMonth)
    {
        var isOld = !request.Month.IsAbsent && request.Month < thisMonth.AddMonths(-OldestKept);
        var isArea = request.Subject is RequestSubject.Polygon or RequestSubject.Position && !request.Month.IsAbsent;
        return (int)status switch
        {
            429 => Failure.Of(PoliceUkOutcome.Limited, status, retryAfter, mayPass: true),
            // Too many results come without Retry-After; a service that is overloaded says when to come again.
            503 when isArea && retryAfter is null => Failure.Of(PoliceUkOutcome.TooManyResults, status),
            404 => Failure.Of(IsMissingMonth(request, isOld) ? PoliceUkOutcome.BadMonth : PoliceUkOutcome.NotFound, status),
            >= 500 when isOld && (int)status is 500 or 502 => Failure.Of(PoliceUkOutcome.BadMonth, status),
            502 when request.Subject == RequestSubject.Polygon => Failure.Of(PoliceUkOutcome.MalformedArea, status, retryAfter, mayPass: true),
            >= 500 => Failure.Of(PoliceUkOutcome.ServiceFault, status, retryAfter, mayPass: true),
            400 when request.Subject is RequestSubject.Polygon or RequestSubject.Position => Failure.Of(PoliceUkOutcome.MalformedArea, status),
            _ => Failure.Of(PoliceUkOutcome.Rejected, status, retryAfter),
        };
    }

    /// <summary>Where everything else was checked before it was sent, only the month can be missing.</summary>
    private static bool IsMissingMonth(ApiRequest request, bool isOld) =>
        !request.Month.IsAbsent && (isOld || request.Subject != RequestSubject.Id);
}
