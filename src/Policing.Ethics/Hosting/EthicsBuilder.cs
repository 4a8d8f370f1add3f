using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>Adds to what <c>AddPolicingEthics</c> began.</summary>
public sealed class EthicsBuilder
{
    /// <summary>The longest that a set may be in shadow mode.</summary>
    public static TimeSpan LongestShadow { get; } = TimeSpan.FromDays(90);

    internal EthicsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a policy set. All sets hold together; see <see cref="PolicySet.Combine"/>.</summary>
    public EthicsBuilder AddPolicySet(PolicySet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Add(new PolicyRegistration(set, null));
    }

    /// <summary>Adds the policy set of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hash">What <see cref="PolicySet.Hash"/> must be: <c>sha256:</c> and what <c>sha256sum</c> gives.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="PolicySetException">Something is wrong with it, or it is not the file that was pinned.</exception>
    public EthicsBuilder AddPolicyFile(string path, string hash)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(hash);
        PolicySet set = PolicySet.Parse(File.ReadAllBytes(path));
        if (!string.Equals(set.Hash, hash, StringComparison.OrdinalIgnoreCase)) throw new PolicySetException("", "The file is not the one that was pinned: its hash is another.");
        return AddPolicySet(set);
    }

    /// <summary>
    /// Adds a policy set in shadow mode: it is evaluated and written down, and refuses nobody. From the day on it is enforced; nothing ends
    /// quietly. Where no other set is enforced, everything with a complete context passes until then.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="until">When it begins to be enforced; at most <see cref="LongestShadow"/> after the host starts.</param>
    public EthicsBuilder AddShadowPolicySet(PolicySet set, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Add(new PolicyRegistration(set, until));
    }

    /// <summary>Adds a handler of obligations that change data.</summary>
    public EthicsBuilder AddRecordObligationHandler(IRecordObligationHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Services.AddSingleton(handler);
        return this;
    }

    /// <summary>Has a log that lasts be the audit log of the host, for all that is decided and for reading it. The last one that is given counts.</summary>
    internal EthicsBuilder UseAuditLog(Func<IServiceProvider, AuditLog> make)
    {
        Services.AddSingleton(make);
        Services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        Services.TryAddSingleton(provider => new AuditReader(provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<AccessGate>()));
        return this;
    }

    // Where the environment is not known it is not that of development.
    internal static bool IsDevelopment(IServiceProvider provider) => provider.GetService<IHostEnvironment>()?.IsDevelopment() == true;

    private EthicsBuilder Add(PolicyRegistration registration)
    {
        Services.Configure<EthicsOptions>(options => options.Policies.Add(registration));
        return this;
    }
}
