using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Policing.Ethics.Audit;

namespace Policing.Ethics.PostgreSql;

/// <summary>What PostgreSQL says differently: settings of the server, a group as one statement, a lock for who writes, and VACUUM after an erasure.</summary>
internal sealed class PostgreSqlDialect(bool isReadOnly = false) : AuditDialect
{
    public override IReadOnlyList<string> Schema { get; } =
    [
        "CREATE TABLE audit_log (one integer PRIMARY KEY CHECK (one = 1), format text NOT NULL, origin text NOT NULL)",
        "CREATE TABLE audit_entry (idx bigint PRIMARY KEY, id bytea NOT NULL UNIQUE, core bytea NOT NULL, core_salt bytea NOT NULL, details_hash bytea NOT NULL)",
        "CREATE TABLE audit_details (idx bigint PRIMARY KEY, salt bytea NOT NULL, details bytea NOT NULL)",
        "CREATE TABLE audit_tile (idx bigint PRIMARY KEY, root bytea NOT NULL, hashes bytea NOT NULL)",
        "CREATE TABLE audit_checkpoint (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, size bigint NOT NULL, note bytea NOT NULL)",
        "CREATE TABLE audit_search (term text COLLATE \"C\" NOT NULL, idx bigint NOT NULL, PRIMARY KEY (term, idx))",
        "CREATE TABLE audit_searched (one integer PRIMARY KEY CHECK (one = 1), size bigint NOT NULL)",
        "INSERT INTO audit_searched (one, size) VALUES (1, 0)",
    ];

    // The lock goes with the transaction. It is one for all logs of a database, so that the tables can be made under it.
    public override IReadOnlyList<string> Begin { get; } = ["BEGIN ISOLATION LEVEL READ COMMITTED", "SELECT pg_advisory_xact_lock(8103207351)"];

    public override string BeginReading => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override string IsThere => "SELECT CASE WHEN to_regclass('audit_log') IS NULL THEN 0 ELSE 1 END";

    public override async Task<string> PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (isReadOnly)
        {
            await AuditStore.RunAsync(connection, "SET default_transaction_read_only = on", cancellationToken).ConfigureAwait(false);
            return "read only";
        }
        string fsync = await ShowAsync(connection, "fsync", cancellationToken).ConfigureAwait(false);
        string commit = await ShowAsync(connection, "synchronous_commit", cancellationToken).ConfigureAwait(false);
        string pages = await ShowAsync(connection, "full_page_writes", cancellationToken).ConfigureAwait(false);
        string version = await ShowAsync(connection, "server_version", cancellationToken).ConfigureAwait(false);
        if (fsync != "on") throw Unsafe("fsync is off: set fsync = on in postgresql.conf.");
        if (pages != "on") throw Unsafe("full_page_writes is off: set full_page_writes = on in postgresql.conf.");
        if (commit == "off") throw Unsafe("synchronous_commit is off for this role, database or connection: set it to on.");
        return $"PostgreSQL {version}, fsync={fsync}, synchronous_commit={commit}, full_page_writes={pages}";
    }

    public override async Task InsertAsync(DbConnection connection, ulong first, IReadOnlyList<AuditContent> entries, CancellationToken cancellationToken)
    {
        long[] indexes = [.. Enumerable.Range(0, entries.Count).Select(i => (long)first + i)];
        using NpgsqlBatch batch = ((NpgsqlConnection)connection).CreateBatch();
        batch.BatchCommands.Add(Command(
            "INSERT INTO audit_entry (idx, id, core, core_salt, details_hash) SELECT * FROM unnest($1, $2, $3, $4, $5)",
            indexes, [.. entries.Select(entry => entry.Id.ToByteArray(bigEndian: true))], [.. entries.Select(entry => entry.Core)],
            [.. entries.Select(entry => entry.CoreSalt)], [.. entries.Select(entry => entry.DetailsHash.ToArray())]));
        batch.BatchCommands.Add(Command(
            "INSERT INTO audit_details (idx, salt, details) SELECT * FROM unnest($1, $2, $3)",
            indexes, [.. entries.Select(entry => entry.DetailsSalt)], [.. entries.Select(entry => entry.Details)]));
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <remarks>
    /// VACUUM FULL writes the table anew and lets go of the old file; CHECKPOINT makes that so on the disk. Older write-ahead segments, replicas and backups hold what was
    /// erased until they are recycled or overwritten, which is the operator's: see docs/audit.md.
    /// </remarks>
    public override async Task<bool> ScrubAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await AuditStore.RunAsync(connection, "VACUUM (FULL) audit_details", cancellationToken).ConfigureAwait(false);
        try
        {
            await AuditStore.RunAsync(connection, "CHECKPOINT", cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // The server's own comes within checkpoint_timeout.
        }
        return false;
    }

    public override AuditLogFault FaultOf(Exception exception) => exception is PostgresException postgres ? FaultOf(postgres.SqlState) : AuditLogFault.Unavailable;

    private static AuditLogFault FaultOf(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => AuditLogFault.StoreFull,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => AuditLogFault.ReadOnly,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => AuditLogFault.Damaged,
        _ => AuditLogFault.Unavailable,
    };

    private static NpgsqlBatchCommand Command(string statement, long[] indexes, params ReadOnlySpan<byte[][]> columns)
    {
        NpgsqlBatchCommand command = new(statement);
        command.Parameters.Add(new() { Value = indexes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        foreach (byte[][] column in columns) command.Parameters.Add(new() { Value = column, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        return command;
    }

    private static AuditLogException Unsafe(string what) => new(AuditLogFault.UnsafeSettings, what);

    // The name is one of the constants above.
    private static async Task<string> ShowAsync(DbConnection connection, string setting, CancellationToken cancellationToken)
    {
        using DbCommand command = AuditStore.Command(connection, $"SHOW {setting}");
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) ?? "";
    }
}
