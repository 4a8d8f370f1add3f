using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Policing.Ethics.Audit;
using SQLitePCL;

namespace Policing.Ethics.Sqlite;

/// <summary>What SQLite says differently: pragmas, one statement a row, and the write-ahead log that must be emptied after an erasure.</summary>
internal sealed class SqliteDialect(SqliteAuditOptions options, bool isReadOnly = false) : AuditDialect
{
    private const int LeastSynchronous = 2;
    private const int MostScrubs = 20;
    private readonly ConditionalWeakTable<DbConnection, Group> _groups = [];

    public override IReadOnlyList<string> Schema { get; } =
    [
        "CREATE TABLE audit_log (one INTEGER PRIMARY KEY CHECK (one = 1), format TEXT NOT NULL, origin TEXT NOT NULL)",
        "CREATE TABLE audit_entry (idx INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, core BLOB NOT NULL, core_salt BLOB NOT NULL, details_hash BLOB NOT NULL)",
        "CREATE TABLE audit_details (idx INTEGER PRIMARY KEY, salt BLOB NOT NULL, details BLOB NOT NULL)",
        "CREATE TABLE audit_tile (idx INTEGER PRIMARY KEY, root BLOB NOT NULL, hashes BLOB NOT NULL)",
        "CREATE TABLE audit_checkpoint (number INTEGER PRIMARY KEY AUTOINCREMENT, size INTEGER NOT NULL, note BLOB NOT NULL)",
        "CREATE TABLE audit_search (term TEXT NOT NULL, idx INTEGER NOT NULL, PRIMARY KEY (term, idx)) WITHOUT ROWID",
        "CREATE TABLE audit_searched (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL)",
        "INSERT INTO audit_searched (one, size) VALUES (1, 0)",
    ];

    public override IReadOnlyList<string> Begin { get; } = ["BEGIN IMMEDIATE"];

    public override string BeginReading => "BEGIN";

    public override string IsThere => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'audit_log'";

    public override async Task<string> PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        string timeout = ((long)options.LockTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await AuditStore.RunAsync(connection, $"PRAGMA busy_timeout = {timeout}", cancellationToken).ConfigureAwait(false);
        if (isReadOnly) return await PrepareReadingAsync(connection, cancellationToken).ConfigureAwait(false);
        string journal = await TextAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, $"PRAGMA synchronous = {options.Synchronous}", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, "PRAGMA secure_delete = ON", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, "PRAGMA temp_store = MEMORY", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, "PRAGMA fullfsync = ON", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, "PRAGMA trusted_schema = OFF", cancellationToken).ConfigureAwait(false);
        if (options.MostPages is { } pages) await TextAsync(connection, $"PRAGMA max_page_count = {pages.ToString(CultureInfo.InvariantCulture)}", cancellationToken).ConfigureAwait(false);
        return await CheckAsync(connection, journal, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string> PrepareReadingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await AuditStore.RunAsync(connection, "PRAGMA query_only = ON", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, "PRAGMA temp_store = MEMORY", cancellationToken).ConfigureAwait(false);
        await AuditStore.RunAsync(connection, "PRAGMA trusted_schema = OFF", cancellationToken).ConfigureAwait(false);
        return "read only";
    }

    public override Task InsertAsync(DbConnection connection, ulong first, IReadOnlyList<AuditContent> entries, CancellationToken cancellationToken)
    {
        // Nothing of SQLite is asynchronous.
        Group group = _groups.GetValue(connection, static to => new Group(to));
        for (int i = 0; i < entries.Count; i++) group.Insert((long)first + i, entries[i]);
        return Task.CompletedTask;
    }

    public override Task<long> BeginGroupAsync(DbConnection connection, Func<DbConnection, string, DbCommand> kept) =>
        Task.FromResult(_groups.GetValue(connection, static to => new Group(to)).Begin());

    public override void Forget(DbConnection connection)
    {
        if (_groups.TryGetValue(connection, out Group? group)) group.Dispose();
        _groups.Remove(connection);
    }

    // secure_delete has written zeros in the pages; older copies of these are in the write-ahead log until it is emptied, which a reader may hold up.
    public override async Task<bool> ScrubAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MostScrubs; attempt++)
            if (await AuditStore.LongAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false) == 0) return true;
        return false;
    }

    public override AuditLogFault FaultOf(Exception exception) => exception is SqliteException sqlite ? FaultOf(sqlite.SqliteErrorCode) : AuditLogFault.Unavailable;

    // The primary result codes of sqlite3.h.
    private static AuditLogFault FaultOf(int code) => code switch
    {
        8 or 14 or 3 => AuditLogFault.ReadOnly,
        13 => AuditLogFault.StoreFull,
        11 or 26 => AuditLogFault.Damaged,
        1 => AuditLogFault.Damaged,
        _ => AuditLogFault.Unavailable,
    };

    private async Task<string> CheckAsync(DbConnection connection, string journal, CancellationToken cancellationToken)
    {
        long synchronous = await AuditStore.LongAsync(connection, "PRAGMA synchronous", cancellationToken).ConfigureAwait(false);
        long secureDelete = await AuditStore.LongAsync(connection, "PRAGMA secure_delete", cancellationToken).ConfigureAwait(false);
        string version = await TextAsync(connection, "SELECT sqlite_version()", cancellationToken).ConfigureAwait(false);
        if (!options.AllowUnsafeSettings)
        {
            if (synchronous < LeastSynchronous) throw Unsafe("PRAGMA synchronous is below FULL: set Synchronous to Full or Extra.");
            if (journal != "wal") throw Unsafe("PRAGMA journal_mode is not WAL: put the file on a local disk.");
            if (secureDelete != 1) throw Unsafe("PRAGMA secure_delete is not ON.");
        }
        return string.Create(CultureInfo.InvariantCulture, $"SQLite {version}, journal_mode={journal}, synchronous={synchronous}, secure_delete={secureDelete}");
    }

    private static AuditLogException Unsafe(string what) => new(AuditLogFault.UnsafeSettings, what);

    private static async Task<string> TextAsync(DbConnection connection, string query, CancellationToken cancellationToken)
    {
        using DbCommand command = AuditStore.Command(connection, query);
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>The statements of a group, prepared once and run without the driver: it makes a reader for each, and looks for the names of parameters at each row.</summary>
    private sealed class Group : IDisposable
    {
        private const int GuidBytes = 16;
        private readonly sqlite3 _connection;
        private readonly sqlite3_stmt _begin;
        private readonly sqlite3_stmt _last;
        private readonly sqlite3_stmt _entry;
        private readonly sqlite3_stmt _details;

        public Group(DbConnection connection)
        {
            _connection = ((SqliteConnection)connection).Handle!;
            _begin = Prepare("BEGIN IMMEDIATE");
            _last = Prepare(AuditStore.LastIndex);
            _entry = Prepare("INSERT INTO audit_entry (idx, id, core, core_salt, details_hash) VALUES (?, ?, ?, ?, ?)");
            _details = Prepare("INSERT INTO audit_details (idx, salt, details) VALUES (?, ?, ?)");
        }

        public void Insert(long index, AuditContent content)
        {
            Span<byte> id = stackalloc byte[GuidBytes];
            content.Id.TryWriteBytes(id, bigEndian: true, out _);
            Span<byte> hash = stackalloc byte[MerkleHash.Length];
            content.DetailsHash.CopyTo(hash);
            raw.sqlite3_bind_int64(_entry, 1, index);
            raw.sqlite3_bind_blob(_entry, 2, id);
            raw.sqlite3_bind_blob(_entry, 3, content.Core);
            raw.sqlite3_bind_blob(_entry, 4, content.CoreSalt);
            raw.sqlite3_bind_blob(_entry, 5, hash);
            Step(_entry);
            raw.sqlite3_bind_int64(_details, 1, index);
            raw.sqlite3_bind_blob(_details, 2, content.DetailsSalt);
            raw.sqlite3_bind_blob(_details, 3, content.Details);
            Step(_details);
        }

        public long Begin()
        {
            Step(_begin);
            int outcome = raw.sqlite3_step(_last);
            long last = outcome == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_last, 0) : -1;
            if (outcome != raw.SQLITE_ROW) outcome = raw.sqlite3_extended_errcode(_connection);
            raw.sqlite3_reset(_last);
            SqliteException.ThrowExceptionForRC(outcome, _connection);
            return last;
        }

        public void Dispose()
        {
            _begin.Dispose();
            _last.Dispose();
            _entry.Dispose();
            _details.Dispose();
        }

        private sqlite3_stmt Prepare(string statement)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_connection, statement, out sqlite3_stmt prepared), _connection);
            return prepared;
        }

        // What was bound, such as a text of somebody, does not stay with the statement.
        private void Step(sqlite3_stmt statement)
        {
            int outcome = raw.sqlite3_step(statement);
            if (outcome != raw.SQLITE_DONE) outcome = raw.sqlite3_extended_errcode(_connection);
            raw.sqlite3_reset(statement);
            raw.sqlite3_clear_bindings(statement);
            if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, _connection);
        }
    }
}
