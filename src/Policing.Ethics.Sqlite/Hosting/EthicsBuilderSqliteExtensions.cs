using Microsoft.Extensions.DependencyInjection;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite;

/// <summary>Gives a host an audit log in a SQLite file.</summary>
public static class EthicsBuilderSqliteExtensions
{
    /// <summary>Everything that is decided is written down in the log of a file. What is missing or unsafe stops the host from starting.</summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> began.</param>
    /// <param name="path">The file, on a local disk, in a folder that holds nothing else.</param>
    /// <param name="configure">Sets origin, keys and pseudonyms, and changes what else there is.</param>
    public static EthicsBuilder UseSqliteAudit(this EthicsBuilder builder, string path, Action<SqliteAuditOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.UseSqliteAudit(path, (options, _) => configure(options));
    }

    /// <summary>As the other, with the services of the host, from which keys may come.</summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> began.</param>
    /// <param name="path">The file, on a local disk, in a folder that holds nothing else.</param>
    /// <param name="configure">Sets origin, keys and pseudonyms, and changes what else there is.</param>
    public static EthicsBuilder UseSqliteAudit(this EthicsBuilder builder, string path, Action<SqliteAuditOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(configure);
        return builder.UseAuditLog(provider => SqliteAuditLog.Create(path, options =>
            {
                configure(options, provider);
                options.Log.AllowDevelopmentKey = EthicsBuilder.IsDevelopment(provider);
            }, provider.GetRequiredService<TimeProvider>()));
    }
}
