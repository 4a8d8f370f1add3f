using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Policing.Ethics;

/// <summary>Registers the gate.</summary>
public static class EthicsServiceCollectionExtensions
{
    private const string Category = "Policing.Ethics";

    /// <summary>
    /// Registers <see cref="AccessGate"/> over the baseline rules and what is added to them. An <see cref="IAuditLog"/> must be registered, and an <see cref="INotifier"/> and
    /// <see cref="IReviewQueue"/> if a rule needs them; in the Development environment stand-ins are used, with a warning. What is missing or wrong stops the host
    /// from starting. Members are left out and redacted by the minimiser, without redactors that need a key, unless an <see cref="IRecordObligationHandler"/> is registered.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options.</param>
    public static EthicsBuilder AddPolicingEthics(this IServiceCollection services, Action<EthicsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EthicsOptions>().ValidateOnStart();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EthicsParts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EthicsOptions>, EthicsOptionsCheck>());
        services.TryAddSingleton<IPolicyDecisionPoint>(provider =>
            new PolicyDecisionPoint(EthicsParts.Policies(OptionsOf(provider)), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(Gate);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EthicsStart>());
        return new EthicsBuilder(services);
    }

    private static AccessGate Gate(IServiceProvider provider)
    {
        EthicsOptions options = OptionsOf(provider);
        EthicsParts parts = provider.GetRequiredService<EthicsParts>();
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        ILogger logger = (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(Category);
        ObligationDesk desk = new(parts.Notifier, parts.Reviews, parts.RecordHandlers, options, time, logger);
        return new AccessGate(provider.GetRequiredService<IPolicyDecisionPoint>(), parts.RequiredLog, desk, options, time, logger);
    }

    private static EthicsOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<EthicsOptions>>().Value;
}
