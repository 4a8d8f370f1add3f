using System.Net;

namespace Policing.PoliceUk.Api;

/// <summary>
/// The service gave no answer, and it was asked for all the same. The message says why and what to do; nothing of the question is in it.
/// </summary>
public sealed class PoliceUkException : Exception
{
    internal PoliceUkException(PoliceUkOutcome outcome, HttpStatusCode? statusCode, TimeSpan? retryAfter, string message)
        : base(message)
    {
        Outcome = outcome;
        StatusCode = statusCode;
        RetryAfter = retryAfter;
    }

    /// <summary>What came of the question.</summary>
    public PoliceUkOutcome Outcome { get; }

    /// <summary>The last status that the service gave; null where it gave none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>How long the service asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; }
}
