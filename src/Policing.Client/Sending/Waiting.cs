using System.Net.Http.Headers;

namespace Policing.Client;

/// <summary>How long to wait before the next attempt.</summary>
internal static class Waiting
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>What the partner asks for, as seconds or as a date (RFC 9110 10.2.3); null where it asks for nothing.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.RetryAfter is not { } header) return null;
        TimeSpan wait = header.Delta ?? FromDate(header, response, time);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Twice as long each time, and never quite alike for two who failed together.</summary>
    public static TimeSpan Pause(int attempt)
    {
        TimeSpan pause = First * Math.Pow(2, Math.Min(attempt - 1, 10));
        return (pause < Longest ? pause : Longest) * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    // The partner's own clock where it says what that shows: whose clock is wrong does not matter then.
    private static TimeSpan FromDate(RetryConditionHeaderValue header, HttpResponseMessage response, TimeProvider time) =>
        header.Date - (response.Headers.Date ?? time.GetUtcNow()) ?? TimeSpan.Zero;
}
