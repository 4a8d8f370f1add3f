using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Policing.Ethics.Minimisation;

namespace Policing.Ethics;

/// <summary>What the host gave, or in the Development environment what stands in for it.</summary>
internal sealed class EthicsParts
{
    public EthicsParts(IServiceProvider provider)
    {
        IAuditLog? log = provider.GetService<IAuditLog>();
        INotifier? notifier = provider.GetService<INotifier>();
        IReviewQueue? reviews = provider.GetService<IReviewQueue>();
        RecordHandlers = [.. provider.GetServices<IRecordObligationHandler>()];
        if (RecordHandlers.Count == 0) RecordHandlers = [new MinimisingObligationHandler()];
        if (provider.GetService<IHostEnvironment>()?.IsDevelopment() == true)
        {
            HasStandIn = log is null || notifier is null || reviews is null;
            log ??= new InMemoryAuditLog();
            LoggedObligations logged = new((provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Policing.Ethics"));
            notifier ??= logged;
            reviews ??= logged;
        }
        (Log, Notifier, Reviews) = (log, notifier, reviews);
    }

    public IAuditLog? Log { get; }

    public INotifier? Notifier { get; }

    public IReviewQueue? Reviews { get; }

    /// <summary>The host's own; where it has none the one that makes minimised copies, with the redactors that need no key.</summary>
    public IReadOnlyList<IRecordObligationHandler> RecordHandlers { get; }

    /// <summary>True where something stands in for what the host did not give.</summary>
    public bool HasStandIn { get; }

    public IAuditLog RequiredLog => Log ?? throw new InvalidOperationException(EthicsOptionsCheck.NoLog);

    public static IReadOnlyList<PolicyRegistration> Policies(EthicsOptions options) =>
        options.UseBaseline ? [new PolicyRegistration(PolicySet.Baseline, null), .. options.Policies] : options.Policies;
}
