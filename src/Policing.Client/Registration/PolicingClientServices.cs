using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Policing.Client;

/// <summary>Adds clients of partners to a host's services.</summary>
public static class PolicingClientServices
{
    /// <summary>The name of the client at <see cref="IHttpClientFactory"/> where no other is given.</summary>
    public const string DefaultName = "Policing.Client";

    /// <summary>What is added to a client's name for the HTTP client that gets its tokens.</summary>
    public const string TokensSuffix = ".tokens";

    /// <summary>
    /// Adds <see cref="PolicingClient"/>. What is missing or wrong in the options stops the host from starting. A <see cref="TimeProvider"/> that is there is used.
    /// </summary>
    /// <returns>
    /// The builder of the HTTP client, for handlers of yours, such as <c>AddEthicsHandler</c>: they see each call once. Do not add one that sends again; the
    /// client does that, within the budget and where it does no harm.
    /// </returns>
    public static IHttpClientBuilder AddPolicingClient(this IServiceCollection services, Action<PolicingClientOptions> configure)
    {
        IHttpClientBuilder builder = services.AddPolicingClient(DefaultName, configure);
        services.TryAddSingleton(static provider => provider.GetRequiredKeyedService<PolicingClient>(DefaultName));
        return builder;
    }

    /// <summary>The same for one partner of several: a keyed service under its name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the partner here; it may be logged.</param>
    /// <param name="configure">Sets the options.</param>
    public static IHttpClientBuilder AddPolicingClient(this IServiceCollection services, string name, Action<PolicingClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<PolicingClientOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PolicingClientOptions>, OptionsCheck>());
        services.TryAddKeyedSingleton(name, static (provider, key) => SettingsOf(provider, (string)key!));
        services.TryAddKeyedSingleton(name, static (provider, key) => TokensOf(provider, (string)key!));
        services.TryAddKeyedSingleton(name, static (provider, key) => ClientOf(provider, (string)key!));
        AddTransport(services, name + TokensSuffix, name).ConfigureHttpClient(static http => TokenHttp.Limit(http));
        IHttpClientBuilder builder = AddTransport(services, name, name);
        // After all that the caller adds: one call is one call to his handlers.
        services.PostConfigure<HttpClientFactoryOptions>(name, options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(HandlerOf(handlers.Services, name))));
        return builder;
    }

    private static IHttpClientBuilder AddTransport(IServiceCollection services, string client, string name) =>
        services.PostConfigure<HttpClientFactoryOptions>(client, options => options.HttpMessageHandlerBuilderActions.Add(handlers => SecureTheirs(handlers, name)))
            .AddHttpClient(client)
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new RenewedTransport(provider.GetRequiredKeyedService<ClientSettings>(name)))
            // The client is kept; its connections are renewed by the handler.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They would write addresses and headers.
            .RemoveAllLoggers();

    // Whoever takes connections of their own has safe ones all the same, with the certificate of each.
    private static void SecureTheirs(HttpMessageHandlerBuilder handlers, string name)
    {
        if (handlers.PrimaryHandler is not SocketsHttpHandler theirs) return;
        ClientSettings settings = handlers.Services.GetRequiredKeyedService<ClientSettings>(name);
        SafeTransport.Secure(theirs, settings);
        if (settings.ClientCertificate is { } certificate) theirs.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate()!;
    }

    private static ClientSettings SettingsOf(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IOptionsMonitor<PolicingClientOptions>>().Get(name), provider.GetService<TimeProvider>() ?? TimeProvider.System);

    private static TokenSource TokensOf(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name + TokensSuffix), provider.GetRequiredKeyedService<ClientSettings>(name));

    private static CallHandler HandlerOf(IServiceProvider provider, string name) =>
        new(provider.GetRequiredKeyedService<ClientSettings>(name), provider.GetRequiredKeyedService<TokenSource>(name), LoggerOf(provider));

    private static PolicingClient ClientOf(IServiceProvider provider, string name)
    {
        ILogger logger = LoggerOf(provider);
        if (provider.GetRequiredService<IOptionsMonitor<PolicingClientOptions>>().Get(name).AllowBearerTokens) ClientLog.BearerAllowed(logger);
        return new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), provider.GetRequiredKeyedService<ClientSettings>(name), logger);
    }

    private static ILogger LoggerOf(IServiceProvider provider) => (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(ClientTelemetry.Name);
}
