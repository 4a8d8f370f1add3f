using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Policing.PoliceUk.Api;

/// <summary>Adds the client to a host's services.</summary>
public static class PoliceUkServices
{
    /// <summary>The name of the client at <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "Policing.PoliceUk";

    /// <summary>
    /// Adds <see cref="PoliceUkClient"/>, with one <see cref="PoliceUkLimiter"/> for all clients of these services. A limiter or <see cref="TimeProvider"/>
    /// that is there already is used. Calling it again changes the options only.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options: <c>o => o with { … }</c>.</param>
    /// <returns>The builder of the HTTP client, for handlers of yours. Do not add one that sends again: the client does that, at its pace.</returns>
    public static IHttpClientBuilder AddPoliceUkClient(this IServiceCollection services, Func<PoliceUkOptions, PoliceUkOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(static provider => new PoliceUkLimiter(provider.GetService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton(provider => Options(provider, configure)));
        services.TryAddTransient(static provider => new PoliceUkClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            provider.GetRequiredService<PoliceUkLimiter>(),
            provider.GetRequiredService<PoliceUkOptions>()));
        return services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.AutomaticDecompression = DecompressionMethods.All;
                // The service does not redirect; who does is not the service, or would be asked past the limiter.
                handler.AllowAutoRedirect = false;
            });
    }

    private static PoliceUkOptions Options(IServiceProvider provider, Func<PoliceUkOptions, PoliceUkOptions>? configure)
    {
        var options = PoliceUkOptions.Default;
        if (provider.GetService<TimeProvider>() is { } time)
            options = options with { Time = time };
        return configure is null ? options : configure(options);
    }
}
