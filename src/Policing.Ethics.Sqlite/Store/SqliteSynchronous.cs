namespace Policing.Ethics.Sqlite;

/// <summary>How SQLite waits for the disk, <c>PRAGMA synchronous</c>.</summary>
public enum SqliteSynchronous
{
    /// <summary>Every commit waits for the disk; also the default.</summary>
    Full,

    /// <summary>As <see cref="Full"/>, and the folder too.</summary>
    Extra,

    /// <summary>Not every commit waits: the log is refused.</summary>
    Normal,

    /// <summary>Nothing waits: the log is refused.</summary>
    Off,
}
