namespace Policing.PoliceUk.Api;

/// <summary>What came of a question to the service.</summary>
/// <remarks>
/// Source of the statuses: data.police.uk/docs, and what public clients saw of the service; docs/police-uk-client.md has the table. What a
/// status means depends on what was asked, so look here rather than at the status.
/// </remarks>
public enum PoliceUkOutcome
{
    /// <summary>The service answered, and the answer was read. It may be empty.</summary>
    Answered,

    /// <summary>
    /// The area has more than the service gives at once (503). A polygon has been split as far as it can be; a circle cannot be. Ask for a smaller
    /// area, or for one category.
    /// </summary>
    TooManyResults,

    /// <summary>Too many requests were sent (429), also after waiting. Wait, and share one <see cref="PoliceUkLimiter"/> in a process.</summary>
    Limited,

    /// <summary>The service has no such force, neighbourhood, location or crime (404).</summary>
    NotFound,

    /// <summary>The service has no data of this month: it is outside the window of some 36 months (404, or 500 for an old month).</summary>
    BadMonth,

    /// <summary>The service cannot make sense of the area (400, or 502 for a polygon).</summary>
    MalformedArea,

    /// <summary>The service refused the request (another 4xx). Sending it again changes nothing.</summary>
    Rejected,

    /// <summary>The service failed (5xx), also after further attempts. Try later.</summary>
    ServiceFault,

    /// <summary>The service could not be reached, or the connection broke.</summary>
    Unreachable,

    /// <summary>The service took longer than <see cref="PoliceUkOptions.AttemptTimeout"/>, each time.</summary>
    TimedOut,

    /// <summary>The service said that all is well, but its answer is empty, cut short, too large, or of another shape.</summary>
    Unreadable,

    /// <summary>The area would take more requests than <see cref="PoliceUkOptions.MaxRequestsPerArea"/>.</summary>
    OverBudget,
}
