namespace Policing.PartnerHost;

/// <summary>How many calls one client may make: so many at once, and so many in that time on average. Never more than twice as many in any such time.</summary>
/// <param name="Calls">How many; 1 at least.</param>
/// <param name="Per">In which time; more than nothing, a day at most.</param>
/// <remarks>
/// Immutable. What was not used fills up again evenly, not at the beginning of each minute. A client is who the validated token says, in its tenant. Each instance of a host counts for itself.
/// </remarks>
public sealed record PartnerRateLimit(int Calls, TimeSpan Per);
