using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Policing.Ethics.Audit;

/// <summary>The tables of a log over any database: what is read and written there, in words that all of them understand. Thread-safe; a connection is not.</summary>
internal sealed class AuditStore(DbDataSource source, AuditDialect dialect) : IAsyncDisposable
{
    public const string Format = "policing-audit/v1";

    public const string Commit = "COMMIT";
    public const string LastIndex = "SELECT COALESCE(MAX(idx), -1) FROM audit_entry";

    public const string EntryColumns =
        "SELECT e.idx, e.id, e.core, e.core_salt, e.details_hash, d.details, d.salt FROM audit_entry e LEFT JOIN audit_details d ON d.idx = e.idx";

    private static readonly ConditionalWeakTable<DbConnection, DbCommand> TileCommands = [];

    public AuditDialect Dialect => dialect;

    /// <summary>A connection that is set up and whose settings are safe.</summary>
    public async Task<(DbConnection Connection, string Settings)> ConnectAsync(CancellationToken cancellationToken)
    {
        DbConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return (connection, await dialect.PrepareAsync(connection, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            throw Fault(exception);
        }
    }

    public AuditLogException Fault(Exception exception) =>
        // The words of a driver may have a path or a value in them: the type says enough.
        exception as AuditLogException ?? new AuditLogException(dialect.FaultOf(exception), exception.GetType().Name);

    public async Task<bool> IsThereAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await LongAsync(connection, dialect.IsThere, cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Makes the tables where there are none, in one transaction, and says whose log it is.</summary>
    public async Task CreateAsync(DbConnection connection, string origin, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            foreach (string statement in dialect.Schema) await RunAsync(connection, statement, cancellationToken).ConfigureAwait(false);
        }
        using DbCommand insert = Command(connection, "INSERT INTO audit_log (one, format, origin) VALUES (1, @format, @origin) ON CONFLICT DO NOTHING",
            ("@format", Format), ("@origin", origin));
        await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task CheckOriginAsync(DbConnection connection, string origin, CancellationToken cancellationToken)
    {
        if (await OriginAsync(connection, cancellationToken).ConfigureAwait(false) != origin) throw new AuditLogException(AuditLogFault.OtherLog);
    }

    /// <summary>Which log it is.</summary>
    public static async Task<string> OriginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, "SELECT format, origin FROM audit_log WHERE one = 1");
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false) || reader.GetString(0) != Format) throw new AuditLogException(AuditLogFault.Damaged);
        return reader.GetString(1);
    }

    public async Task BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (string statement in dialect.Begin) await RunAsync(connection, statement, cancellationToken).ConfigureAwait(false);
    }

    public static Task CommitAsync(DbConnection connection, CancellationToken cancellationToken) => RunAsync(connection, Commit, cancellationToken);

    /// <summary>The number of entries, by the last index.</summary>
    public static async Task<ulong> SizeAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (ulong)(await LongAsync(connection, LastIndex, cancellationToken).ConfigureAwait(false) + 1);

    public static async Task InsertTilesAsync(DbConnection connection, IReadOnlyList<FullTile> tiles, CancellationToken cancellationToken)
    {
        foreach (FullTile tile in tiles)
        {
            using DbCommand insert = Command(connection, "INSERT INTO audit_tile (idx, root, hashes) VALUES (@idx, @root, @hashes)",
                ("@idx", (long)tile.Index), ("@root", tile.Root.ToArray()), ("@hashes", tile.ToBytes()));
            await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task InsertCheckpointAsync(DbConnection connection, ulong size, SignedNote note, CancellationToken cancellationToken)
    {
        using DbCommand insert = Command(connection, "INSERT INTO audit_checkpoint (size, note) VALUES (@size, @note)", ("@size", (long)size), ("@note", note.ToUtf8()));
        await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The newest checkpoint; null where there is none.</summary>
    public static async Task<SignedNote?> LatestCheckpointAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, "SELECT note FROM audit_checkpoint ORDER BY size DESC, number DESC LIMIT 1");
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is byte[] note
            ? SignedNote.TryParse(note, out SignedNote? read) == NoteFault.None ? read : throw new AuditLogException(AuditLogFault.Damaged)
            : null;
    }

    /// <summary>All checkpoints in the order in which they were stored.</summary>
    public static async IAsyncEnumerable<(ulong Size, byte[] Note)> CheckpointsAsync(DbConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, "SELECT size, note FROM audit_checkpoint ORDER BY number");
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return ((ulong)reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    /// <summary>The roots of the full tiles in their order, by index; they must have no gap.</summary>
    public static async IAsyncEnumerable<MerkleHash> TileRootsAsync(DbConnection connection, ulong from, ulong to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, "SELECT idx, root FROM audit_tile WHERE idx >= @from AND idx < @to ORDER BY idx", ("@from", (long)from), ("@to", (long)to));
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        ulong next = from;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            byte[] root = reader.GetFieldValue<byte[]>(1);
            if ((ulong)reader.GetInt64(0) != next || root.Length != MerkleHash.Length) throw new AuditLogException(AuditLogFault.Damaged, "The tiles have a gap.");
            yield return new(root);
            next++;
        }
    }

    /// <summary>A full tile as it is stored; null where there is none, or it cannot be one.</summary>
    public static async Task<FullTile?> TileAsync(DbConnection connection, ulong index, CancellationToken cancellationToken)
    {
        // Of each proof: kept with its connection, so that the driver need not prepare it again.
        DbCommand command = TileCommands.GetValue(connection, static to => Command(to, "SELECT root, hashes FROM audit_tile WHERE idx = @idx", ("@idx", 0L)));
        command.Parameters[0].Value = (long)index;
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return null;
        return FullTile.Read(index, Bytes(reader, 0), Bytes(reader, 1));
    }

    /// <summary>Full tiles, which must be there.</summary>
    public static async Task<Dictionary<ulong, FullTile>> TilesAsync(DbConnection connection, ulong[] indexes, CancellationToken cancellationToken)
    {
        Dictionary<ulong, FullTile> tiles = new(indexes.Length);
        foreach (ulong index in indexes) tiles[index] = await NeededTileAsync(connection, index, cancellationToken).ConfigureAwait(false);
        return tiles;
    }

    /// <summary>A full tile, which must be there.</summary>
    public static async Task<FullTile> NeededTileAsync(DbConnection connection, ulong index, CancellationToken cancellationToken) =>
        await TileAsync(connection, index, cancellationToken).ConfigureAwait(false) ?? throw new AuditLogException(AuditLogFault.Damaged, "A tile is missing or malformed.");

    /// <summary>The tree of all that is stored.</summary>
    public static async Task<LogTree> TreeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        LogTree tree = new();
        ulong size = await SizeAsync(connection, cancellationToken).ConfigureAwait(false);
        await foreach (MerkleHash root in TileRootsAsync(connection, 0, size / TilePath.FullWidth, cancellationToken).ConfigureAwait(false)) tree.AddTile(root);
        if (size - tree.Size >= TilePath.FullWidth) throw new AuditLogException(AuditLogFault.Damaged, "Tiles are missing.");
        await AuditWriter.CatchUpAsync(connection, tree, size, cancellationToken).ConfigureAwait(false);
        return tree;
    }

    /// <summary>What was signed must be what is there: an old copy, or an edited one, is not gone on with.</summary>
    public static async Task<Checkpoint> CheckEndAsync(DbConnection connection, LogTree tree, SignedNote note, string origin, CancellationToken cancellationToken)
    {
        if (Checkpoint.TryParse(note.Text, out Checkpoint? checkpoint) != NoteFault.None) throw new AuditLogException(AuditLogFault.Damaged);
        if (checkpoint!.Origin != origin) throw new AuditLogException(AuditLogFault.OtherLog);
        if (checkpoint.Size > tree.Size) throw new AuditLogException(AuditLogFault.RolledBack);
        ulong[] needed = checkpoint.Size == 0 ? [] : tree.TilesFor(checkpoint.Size - 1);
        if (tree.Root(checkpoint.Size, await TilesAsync(connection, needed, cancellationToken).ConfigureAwait(false)) != checkpoint.Root) throw new AuditLogException(AuditLogFault.Forked);
        return checkpoint;
    }

    /// <summary>Writes the entries of a checkpoint as a directory of tiles.</summary>
    public static async Task WriteTilesAsync(DbConnection connection, string folder, SignedNote note, CancellationToken cancellationToken)
    {
        Checkpoint checkpoint = Checkpoint.Parse(note.Text);
        TileWriter tiles = new(folder);
        await foreach (byte[] leaf in LeavesAsync(connection, 0, checkpoint.Size, cancellationToken).ConfigureAwait(false)) await tiles.AddAsync(leaf, cancellationToken).ConfigureAwait(false);
        if (await tiles.CompleteAsync(cancellationToken).ConfigureAwait(false) != checkpoint.Root) throw new AuditLogException(AuditLogFault.Forked);
        await tiles.WriteCheckpointAsync(note, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows of a range in their order, whatever they are.</summary>
    public static async IAsyncEnumerable<StoredEntry> EntriesAsync(
        DbConnection connection, ulong from, ulong to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, $"{EntryColumns} WHERE e.idx >= @from AND e.idx < @to ORDER BY e.idx", ("@from", (long)from), ("@to", (long)to));
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return Read(reader);
    }

    /// <summary>The bytes of the leaves of a range in their order; a row that cannot be one is damage.</summary>
    public static async IAsyncEnumerable<byte[]> LeavesAsync(DbConnection connection, ulong from, ulong to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (StoredEntry row in EntriesAsync(connection, from, to, cancellationToken).ConfigureAwait(false))
            yield return row.Leaf() is null ? throw new AuditLogException(AuditLogFault.Damaged) : row.LeafBytes();
    }

    /// <summary>An id as rows have it.</summary>
    /// <exception cref="AuditLogException">No entry has such an id.</exception>
    public static Guid GuidOf(AuditEntryId id) => Guid.TryParseExact(id.Value, "D", out Guid guid) ? guid : throw new AuditLogException(AuditLogFault.NoSuchEntry);

    public static async Task<ulong?> IndexOfAsync(DbConnection connection, Guid id, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, "SELECT idx FROM audit_entry WHERE id = @id", ("@id", id.ToByteArray(bigEndian: true)));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long index ? (ulong)index : null;
    }

    public static async Task<int> DeleteDetailsAsync(DbConnection connection, IndexRange range, CancellationToken cancellationToken)
    {
        using DbCommand delete = Command(connection, "DELETE FROM audit_details WHERE idx >= @from AND idx <= @to", ("@from", (long)range.From), ("@to", (long)range.To));
        return await delete.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // A row may have been tampered with by whoever can write the database: whatever stands there is read as bytes, which SQLite makes of
    // every value and which the other's columns are bound to.
    internal static StoredEntry Read(DbDataReader reader) =>
        new((ulong)reader.GetInt64(0), Bytes(reader, 1) ?? [], Bytes(reader, 2) ?? [], Bytes(reader, 3) ?? [], Bytes(reader, 4) ?? [], Bytes(reader, 5), Bytes(reader, 6));

    private static byte[]? Bytes(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    public static async Task RunAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, statement);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task<long> LongAsync(DbConnection connection, string query, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(connection, query);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    // Every statement is a constant of this assembly or of a dialect; what varies is a parameter.
    public static DbCommand Command(DbConnection connection, string statement, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        foreach ((string name, object value) in parameters) Add(command, name, value);
        return command;
    }

    public static void Add(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
