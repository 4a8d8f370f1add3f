using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>Has the audit log of a host seen by others, docs/audit-keys.md.</summary>
public static class EthicsBuilderSealingExtensions
{
    /// <summary>The name of the HTTP client that asks the witnesses.</summary>
    public const string WitnessHttpClient = "policing-audit-witnesses";

    /// <summary>
    /// Has the witnesses of a policy cosign the log while the host runs. No entry waits for them. An address that may not be used stops the host from starting; a witness that is
    /// down does not.
    /// </summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> began, with a log that lasts.</param>
    /// <param name="policy">The key of the log, its witnesses with their addresses, and the quorum.</param>
    /// <param name="configure">Changes interval and limits.</param>
    public static EthicsBuilder AddAuditWitnesses(this EthicsBuilder builder, WitnessPolicy policy, Action<AuditSealingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policy);
        // A redirection could lead to plain text, or to another who answers. How a witness answered is logged here, without what the network says.
        builder.Services.AddHttpClient(WitnessHttpClient)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        return Add(builder, options =>
        {
            options.Policy = policy;
            configure?.Invoke(options);
        });
    }

    /// <summary>
    /// Holds the log against a checkpoint in a file before anything is written to it, and moves that forward while the host runs. A log that was cut, put back or written anew stops the
    /// host from starting; so does a pin that is missing, unless the log is new.
    /// </summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> began, with a log that lasts.</param>
    /// <param name="file">The file, elsewhere than the log.</param>
    /// <param name="configure">Changes the interval.</param>
    public static EthicsBuilder AddAuditPin(this EthicsBuilder builder, string file, Action<AuditSealingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Add(builder, options =>
        {
            options.PinFile = file;
            configure?.Invoke(options);
        });
    }

    private static EthicsBuilder Add(EthicsBuilder builder, Action<AuditSealingOptions> configure)
    {
        builder.Services.AddOptions<AuditSealingOptions>()
            .Validate(static options => options.Interval >= TimeSpan.FromSeconds(1) && options.Interval <= TimeSpan.FromDays(1), "Interval is from a second to a day.")
            .ValidateOnStart();
        builder.Services.Configure(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AuditSealing>());
        return builder;
    }
}
