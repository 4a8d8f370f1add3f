using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite;

/// <summary>How a log in a SQLite file is kept. The defaults are the safe ones.</summary>
public sealed class SqliteAuditOptions
{
    /// <summary>What the log is made of: origin, keys, pseudonyms.</summary>
    public AuditLogOptions Log { get; } = new();

    /// <summary>How the database waits for the disk; anything below <see cref="SqliteSynchronous.Full"/> is refused when the log opens.</summary>
    public SqliteSynchronous Synchronous { get; set; }

    /// <summary>How long a write waits while another process writes; 10 seconds unless told, at most a minute.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    // For the drill that shows what unsafe settings lose, and for tests of a full disk.
    internal bool AllowUnsafeSettings { get; set; }

    internal int? MostPages { get; set; }
}
