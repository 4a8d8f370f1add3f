using Microsoft.Extensions.DependencyInjection;
using Policing.Client;

namespace Policing.Testing;

/// <summary>Puts a scripted partner in place of connections.</summary>
public static class ScriptedPartnerServices
{
    /// <summary>All requests of the client, those for tokens too, go to the scripted partner.</summary>
    /// <param name="builder">What <c>AddPolicingClient</c> returned.</param>
    /// <param name="partner">The partner; it stays the caller's.</param>
    public static IHttpClientBuilder UseScriptedPartner(this IHttpClientBuilder builder, ScriptedPartner partner)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(partner);
        builder.Services.AddHttpClient(builder.Name + PolicingClientServices.TokensSuffix).ConfigurePrimaryHttpMessageHandler(() => new Kept(partner));
        return builder.ConfigurePrimaryHttpMessageHandler(() => new Kept(partner));
    }

    // Whoever disposes of the handler does not dispose of the partner.
    private sealed class Kept(ScriptedPartner partner) : DelegatingHandler(partner)
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
