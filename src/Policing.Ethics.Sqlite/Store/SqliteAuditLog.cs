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

    /// <summary>The log of a file, or a copy of it, for reading alone. It takes no key, and nothing is written, not to the files beside it either where there are none.</summary>
    /// <param name="path">The file. A copy is of the file and of what SQLite keeps beside it, made while nobody has it open, or by SQLite's own backup.</param>
    /// <exception cref="AuditLogException">There is no such file.</exception>
    public static AuditCopy OpenCopy(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Path.GetFullPath(path);
        if (!File.Exists(file)) throw new AuditLogException(AuditLogFault.Unavailable, "There is no such file.");
        // Without a write-ahead log nobody has it open: it is read as it lies, on a medium that cannot be written too.
        bool isAtRest = !File.Exists(file + "-wal");
        string name = isAtRest ? $"file:{Uri.EscapeDataString(file)}?immutable=1" : file;
        SqliteConnectionStringBuilder text = new() { DataSource = name, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 1 };
        return new AuditCopy(new AuditStore(SqliteFactory.Instance.CreateDataSource(text.ConnectionString), new SqliteDialect(new SqliteAuditOptions(), isReadOnly: true)));
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
