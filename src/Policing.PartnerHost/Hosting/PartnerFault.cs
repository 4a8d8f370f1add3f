namespace Policing.PartnerHost;

/// <summary>What goes wrong with a request.</summary>
public enum PartnerFault
{
    /// <summary>Nothing; also the default.</summary>
    None,

    /// <summary>412 <c>stale</c>; nothing is done.</summary>
    Stale,

    /// <summary>429 <c>rate-limited</c> with <c>Retry-After</c>; nothing is done.</summary>
    RateLimited,

    /// <summary>503 <c>unavailable</c> with <c>Retry-After</c>; nothing is done.</summary>
    Unavailable,

    /// <summary>The request is carried out, and the connection ends without an answer.</summary>
    LostAnswer,

    /// <summary>The request waits before it is looked at.</summary>
    Slow,

    /// <summary>The request is carried out, and the answer is cut off in the middle of its JSON.</summary>
    Malformed,
}
