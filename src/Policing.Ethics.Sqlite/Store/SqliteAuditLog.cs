using System.Data.Common;
using Microsoft.Data.Sqlite;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite;

/// <summary>Makes audit logs in SQLite files. Thread-safe.</summary>
public static class SqliteAuditLog
{
    /// <summary>The log of a file. It is opened, and made where there is none, by its first use or by <see cref="AuditLog.OpenAsync"/>.</summary>
    /// <param name="path">The file, on a local disk. Beside it SQLite keeps one that ends with <c>-wal</c> and one that ends with <c>-shm</c>: they belong to it.</param>
    /// <param name="configure">Sets origin, keys and pseudonyms, and changes what else there is.</param>
    /// <param name="time">The clock; the system's when null.</param>
    /// <exception cref="InvalidOperationException">The options are not complete.</exception>
    /// <exception cref="KeyFileException">The key may not be used.</exception>
    public static AuditLog Create(string path, Action<SqliteAuditOptions> configure, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(configure);
        SqliteAuditOptions options = new();
        configure(options);
        return Create(path, options, time ?? TimeProvider.System);
    }

    internal static AuditLog Create(string path, SqliteAuditOptions options, TimeProvider time)
    {
        if (options.LockTimeout <= TimeSpan.Zero || options.LockTimeout > TimeSpan.FromMinutes(1)) throw new InvalidOperationException("LockTimeout is more than nothing and at most a minute.");
        options.Log.ReadKeyFile(Path.GetDirectoryName(Path.GetFullPath(path)));
        // A connection that went back to a pool could have a transaction open, and settings of others.
        SqliteConnectionStringBuilder text = new() { DataSource = Path.GetFullPath(path), Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 1 };
        DbDataSource source = SqliteFactory.Instance.CreateDataSource(text.ConnectionString);
        return new AuditLog(new AuditStore(source, new SqliteDialect(options)), options.Log, time);
    }
}
