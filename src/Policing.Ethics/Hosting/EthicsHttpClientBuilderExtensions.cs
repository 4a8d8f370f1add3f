using Microsoft.Extensions.DependencyInjection;

namespace Policing.Ethics;

/// <summary>Puts HTTP clients behind the gate.</summary>
public static class EthicsHttpClientBuilderExtensions
{
    /// <summary>
    /// Has every call of the client decided on and written down before it is sent. Add it first, so that it is outside of retries.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Says what the client's calls do.</param>
    public static IHttpClientBuilder AddEthicsHandler(this IHttpClientBuilder builder, Action<EthicsHandlerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        EthicsHandlerOptions options = new();
        configure?.Invoke(options);
        return builder.AddHttpMessageHandler(provider => new EthicsHandler(provider.GetRequiredService<AccessGate>(), provider.GetService<IAccessContextAccessor>(), options));
    }
}
