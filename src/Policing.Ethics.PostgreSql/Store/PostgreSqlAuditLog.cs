using Npgsql;
using Policing.Ethics.Audit;

namespace Policing.Ethics.PostgreSql;

/// <summary>Makes audit logs in PostgreSQL databases. Thread-safe.</summary>
public static class PostgreSqlAuditLog
{
    /// <summary>
    /// The log of a database, in the first schema of the connection's search path. It is opened, and made where there is none, by its first use or by
    /// <see cref="AuditLog.OpenAsync"/>.
    /// </summary>
    /// <param name="connectionString">The database, as Npgsql has it. It may hold a password, so it comes from where secrets are kept.</param>
    /// <param name="configure">Sets origin, keys and pseudonyms, and changes what else there is.</param>
    /// <param name="time">The clock; the system's when null.</param>
    /// <exception cref="ArgumentException">The connection string is none.</exception>
    /// <exception cref="InvalidOperationException">The options are not complete.</exception>
    /// <exception cref="KeyFileException">The key may not be used.</exception>
    public static AuditLog Create(string connectionString, Action<PostgreSqlAuditOptions> configure, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        ArgumentNullException.ThrowIfNull(configure);
        PostgreSqlAuditOptions options = new();
        configure(options);
        options.Log.ReadKeyFile(dataFolder: null);
        return new AuditLog(new AuditStore(Source(connectionString), new PostgreSqlDialect()), options.Log, time ?? TimeProvider.System);
    }

    /// <summary>The log of a database for reading alone: a role that may only read is enough. It takes no key, and nothing is written.</summary>
    /// <param name="connectionString">The database, as Npgsql has it. It may hold a password, so it comes from where secrets are kept.</param>
    /// <exception cref="ArgumentException">The connection string is none.</exception>
    public static AuditCopy OpenCopy(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return new AuditCopy(new AuditStore(Source(connectionString), new PostgreSqlDialect(isReadOnly: true)));
    }

    private static NpgsqlDataSource Source(string connectionString)
    {
        NpgsqlSlimDataSourceBuilder builder = new(connectionString);
        // A session that went back to a pool loses what was set for it; the writer keeps its own.
        builder.ConnectionStringBuilder.Pooling = false;
        builder.ConnectionStringBuilder.IncludeErrorDetail = false;
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }
}
