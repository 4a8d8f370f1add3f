using Microsoft.Extensions.DependencyInjection;
using Policing.Ethics.Audit;

namespace Policing.Ethics.PostgreSql;

/// <summary>Gives a host an audit log in PostgreSQL.</summary>
public static class EthicsBuilderPostgreSqlExtensions
{
    /// <summary>Everything that is decided is written down in the log of a database. What is missing or unsafe stops the host from starting.</summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> began.</param>
    /// <param name="connectionString">The database, as Npgsql has it. It may hold a password, so it comes from where secrets are kept.</param>
    /// <param name="configure">Sets origin, keys and pseudonyms, and changes what else there is.</param>
    public static EthicsBuilder UsePostgreSqlAudit(this EthicsBuilder builder, string connectionString, Action<PostgreSqlAuditOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.UsePostgreSqlAudit(connectionString, (options, _) => configure(options));
    }

    /// <summary>As the other, with the services of the host, from which keys may come.</summary>
    /// <param name="builder">What <c>AddPolicingEthics</c> began.</param>
    /// <param name="connectionString">The database, as Npgsql has it.</param>
    /// <param name="configure">Sets origin, keys and pseudonyms, and changes what else there is.</param>
    public static EthicsBuilder UsePostgreSqlAudit(this EthicsBuilder builder, string connectionString, Action<PostgreSqlAuditOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        ArgumentNullException.ThrowIfNull(configure);
        return builder.UseAuditLog(provider => PostgreSqlAuditLog.Create(connectionString, options =>
            {
                configure(options, provider);
                options.Log.AllowDevelopmentKey = EthicsBuilder.IsDevelopment(provider);
            }, provider.GetRequiredService<TimeProvider>()));
    }
}
