using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Policing.Ethics;

/// <summary>What the host gave, or in the Development environment what stands in for it.</summary>
internal sealed class EthicsParts(IServiceProvider provider)
{
    private readonly bool _development = provider.GetService<IHostEnvironment>()?.IsDevelopment() == true;

    public IAuditLog? Log { get; } = provider.GetService<IAuditLog>() ?? StandIn<InMemoryAuditLog>(provider);

    public INotifier? Notifier { get; } = provider.GetService<INotifier>() ?? StandIn<LoggedObligations>(provider);

    public IReviewQueue? Reviews { get; } = provider.GetService<IReviewQueue>() ?? StandIn<LoggedObligations>(provider);

    public IAuditLog RequiredLog => Log ?? throw new InvalidOperationException(EthicsOptionsCheck.NoLog);

    /// <summary>True where something of the above stands in.</summary>
    public bool HasStandIn => _development
        && (provider.GetService<IAuditLog>() is null || provider.GetService<INotifier>() is null || provider.GetService<IReviewQueue>() is null);

    public static IReadOnlyList<PolicyRegistration> Policies(EthicsOptions options) =>
        options.UseBaseline ? [new PolicyRegistration(PolicySet.Baseline, null), .. options.Policies] : options.Policies;

    private static T? StandIn<T>(IServiceProvider provider)
        where T : class
    {
        if (provider.GetService<IHostEnvironment>()?.IsDevelopment() != true) return null;
        if (typeof(T) == typeof(InMemoryAuditLog)) return new InMemoryAuditLog() as T;
        return new LoggedObligations((provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Policing.Ethics")) as T;
    }
}
