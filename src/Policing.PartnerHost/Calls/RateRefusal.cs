namespace Policing.PartnerHost;

/// <summary>A call that is one too many.</summary>
/// <param name="Wait">After which time there is a place again.</param>
/// <param name="Told">How many calls of the client were refused since its last entry, this one too, where it is time for an entry; null where not.</param>
internal sealed record RateRefusal(TimeSpan Wait, long? Told);
