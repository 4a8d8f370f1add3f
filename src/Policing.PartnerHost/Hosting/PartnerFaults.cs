using Microsoft.AspNetCore.Http;

namespace Policing.PartnerHost;

/// <summary>What goes wrong on purpose, so that callers can be tested against it. Never in a live environment.</summary>
/// <remarks>The function is called once for each request, also from several threads.</remarks>
public sealed class PartnerFaults
{
    /// <summary>Says what goes wrong with a request.</summary>
    public Func<HttpContext, PartnerFault> Choose { get; init; } = static _ => PartnerFault.None;

    /// <summary>How long <see cref="PartnerFault.Slow"/> waits before the request is looked at; 5 seconds unless told.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);
}
