namespace Policing.Ethics;

/// <summary>A policy set of a host; until a day in shadow mode, or enforced from the start.</summary>
internal sealed record PolicyRegistration(PolicySet Set, DateTimeOffset? ShadowUntil);
