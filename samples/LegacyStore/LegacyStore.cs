using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.PartnerHost;

namespace Policing.Samples.Legacy;

/// <summary>
/// The partner API's store before a system that goes on as it did. People are in its table; what that has no place for is in tables beside it. What the old system writes is taken in before
/// anything is read or decided, by triggers that note the rows: it has a revision, an <c>ETag</c> and a place in the feed like any other change. One tenant: it never had another.
/// </summary>
internal sealed class LegacyStore(string connectionString, string tenant, Agency controller, TimeProvider time) : IPartnerStore, IDisclosureRegister
{
    private const string Versions = "SELECT v.uuid, r.type, v.revision, v.stored, v.content FROM psdk_version v JOIN psdk_record r USING (uuid)";
    private const string Latest = Versions + " WHERE v.revision = (SELECT max(revision) FROM psdk_version WHERE uuid = v.uuid)";

    public ValueTask<StoredRecord?> FindAsync(string of, RecordId id, CancellationToken cancellationToken) => new(In(of, null, database => Find(database, id)));

    public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string of, RecordId id, CancellationToken cancellationToken) =>
        new(In<IReadOnlyList<StoredRecord>>(of, [], database => database.Rows(Versions + " WHERE v.uuid = $1 ORDER BY v.revision", Record, Key(id))));

    // The old system has no index by sound; to give every record of the type costs time only, since the host judges each.
    public async IAsyncEnumerable<StoredRecord> CandidatesAsync(string of, CandidateQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (StoredRecord record in In(of, [], database => database.Rows(Latest + " AND r.type = $1", Record, query.Type))) yield return await ValueTask.FromResult(record);
    }

    public ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string of, long after, int most, CancellationToken cancellationToken) => new(In<IReadOnlyList<StoredChange>>(of, [], database => database.Rows(
        "SELECT c.sequence, c.uuid, r.type, c.kind, c.time, c.notified FROM psdk_change c JOIN psdk_record r USING (uuid) WHERE c.sequence > $1 ORDER BY c.sequence LIMIT $2", Change, after, most)));

    public ValueTask<long> LastChangeAsync(string of, CancellationToken cancellationToken) =>
        new(In(of, 0, database => database.Rows("SELECT coalesce(max(sequence), 0) FROM psdk_change", row => row.GetInt64(0))[0]));

    public ValueTask<KeyedOutcome?> FindOutcomeAsync(string of, string client, string key, CancellationToken cancellationToken) => new(In(of, null, database =>
        database.Rows("SELECT client, key, digest, status, resource, expires FROM psdk_outcome WHERE client = $1 AND key = $2", Outcome, client, key).FirstOrDefault()));

    #region LegacyCommit
    public ValueTask<bool> TryCommitAsync(string of, StoreCommit commit, CancellationToken cancellationToken) => new(In(of, false, database => Whole(database, () =>
    {
        TakeIn(database);
        if (commit.Records.Any(write => (Find(database, write.Record.Id)?.Revision ?? 0) != write.Expected)) return false;
        if (commit.Outcome is { } outcome && database.Run(
            "INSERT INTO psdk_outcome VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO UPDATE SET (digest, status, resource, expires) = ($3, $4, $5, $6) WHERE expires <= $7",
            outcome.Client, outcome.Key, outcome.Digest, outcome.Status, Key(outcome.Resource), outcome.Expires?.UtcTicks, commit.Time.UtcTicks) == 0) return false;
        foreach (RecordWrite write in commit.Records)
        {
            Put(database, write);
            if (write.Record.Type == "person") WriteBack(database, write);
        }
        return true;
    })));
    #endregion

    public ValueTask AddAsync(string of, RecordId record, Agency recipient, CancellationToken cancellationToken)
    {
        In(of, 0, database => database.Run("INSERT OR IGNORE INTO psdk_disclosure VALUES ($1, $2)", Key(record), Name(recipient)));
        return default;
    }

    public ValueTask<ValueList<Agency>> RecipientsAsync(string of, RecordId record, CancellationToken cancellationToken) =>
        new(In<ValueList<Agency>>(of, default, database => [.. database.Rows("SELECT agency FROM psdk_disclosure WHERE uuid = $1", row => AgencyOf(row.GetString(0)), Key(record))]));

    private T In<T>(string of, T nothing, Func<SqliteConnection, T> work)
    {
        if (of != tenant) return nothing;
        using SqliteConnection database = new(connectionString);
        database.Open();
        database.Run("PRAGMA secure_delete = ON");
        if (database.Rows("SELECT 1 FROM psdk_touched LIMIT 1", _ => true).Count > 0) Whole(database, () => TakeIn(database));
        return work(database);
    }

    private static bool Whole(SqliteConnection database, Func<bool> work)
    {
        // Immediate: the old system waits for it, and it for the old system.
        using SqliteTransaction transaction = database.BeginTransaction();
        if (!work()) return false;
        transaction.Commit();
        return true;
    }

    #region LegacyTakeIn
    // What the old system has written since.
    private bool TakeIn(SqliteConnection database)
    {
        foreach ((long row, LegacyNominal nominal) in database.Rows(
            $"SELECT {LegacyNominal.Columns}, rowid FROM NOMINALS WHERE rowid IN (SELECT nominal FROM psdk_touched) ORDER BY rowid", row => (row.GetInt64(5), LegacyNominal.Read(row))))
        {
            StoredRecord? held = database.Rows(Latest + " AND r.nominal = $1", Record, row).FirstOrDefault();
            Person person = nominal.Over(held is null ? New(database, row, nominal) : (Person)held.Read());
            byte[] content = PoliceJson.Write(person);
            if (held is not null && content.AsSpan().SequenceEqual(held.Content.Span)) continue;
            StoredRecord record = new() { Id = person.Id, Type = person.Type, Revision = (held?.Revision ?? 0) + 1, Content = content, StoredAt = time.GetUtcNow() };
            Put(database, new RecordWrite { Record = record, Expected = record.Revision - 1, Kind = held is null ? ChangeKind.Created : ChangeKind.Replaced });
            database.Run("UPDATE psdk_record SET nominal = $1 WHERE uuid = $2", row, Key(person.Id));
        }
        return database.Run("DELETE FROM psdk_touched") >= 0;
    }
    #endregion

    // The same row gives the same id every time. Rows that share a number, or have none, are records of their own: nobody can say here which is right.
    private Person New(SqliteConnection database, long row, LegacyNominal nominal)
    {
        RecordId id = RecordId.Derive(LegacyNominal.System, nominal.RefNo is { Length: > 0 } number ? "nominal|" + number : $"row|{row}");
        if (Find(database, id) is not null) id = RecordId.Derive(LegacyNominal.System, $"nominal|{nominal.RefNo}|row|{row}");
        return new Person { Id = id, Controllers = [controller], Source = new() { System = LegacyNominal.System, Reference = nominal.RefNo } };
    }

    private static void Put(SqliteConnection database, RecordWrite write)
    {
        (StoredRecord record, string uuid) = (write.Record, Key(write.Record.Id));
        database.Run("INSERT OR IGNORE INTO psdk_record (uuid, type) VALUES ($1, $2)", uuid, record.Type);
        if (write.Kind is ChangeKind.Disposed) database.Run("DELETE FROM psdk_version WHERE uuid = $1", uuid);
        database.Run("INSERT INTO psdk_version VALUES ($1, $2, $3, $4)", uuid, record.Revision, record.StoredAt.UtcTicks, record.Content.ToArray());
        if (write.Announced) database.Run("INSERT INTO psdk_change (uuid, kind, time, notified) VALUES ($1, $2, $3, $4)", uuid, (int)write.Kind, record.StoredAt.UtcTicks, string.Join(' ', write.Notified.Select(Name)));
    }

    // Only the columns that change, so that dirt that nobody has corrected stays as it was written.
    private static void WriteBack(SqliteConnection database, RecordWrite write)
    {
        string uuid = Key(write.Record.Id);
        LegacyNominal now = LegacyNominal.Of((Person)write.Record.Read());
        long? row = database.Rows("SELECT nominal FROM psdk_record WHERE uuid = $1", row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), uuid)[0];
        if (write.Kind is ChangeKind.Disposed) database.Run("DELETE FROM NOMINALS WHERE rowid = $1", row);
        else if (row is null) row = database.Rows($"INSERT INTO NOMINALS ({LegacyNominal.Columns}) VALUES ($1, $2, $3, $4, $5) RETURNING rowid", inserted => inserted.GetInt64(0), now.RefNo ?? "API/" + uuid[..8], now.Surname, now.Forenames, now.Dob, now.Sex)[0];
        else UpdateChanged(database, row.Value, uuid, now);
        database.Run("UPDATE psdk_record SET nominal = $1 WHERE uuid = $2", write.Kind is ChangeKind.Disposed ? null : row, uuid);
        database.Run("DELETE FROM psdk_touched WHERE nominal = $1", row);
    }

    private static void UpdateChanged(SqliteConnection database, long row, string uuid, LegacyNominal now)
    {
        LegacyNominal was = LegacyNominal.Of((Person)database.Rows(Versions + " WHERE v.uuid = $1 ORDER BY v.revision DESC LIMIT 2", Record, uuid)[1].Read());
        foreach ((string column, string? old, string? value) in new[] { ("SURNAME", was.Surname, now.Surname), ("FORENAMES", was.Forenames, now.Forenames), ("DOB", was.Dob, now.Dob), ("SEX", was.Sex, now.Sex) })
            if (old != value) database.Run($"UPDATE NOMINALS SET {column} = $1 WHERE rowid = $2", value, row);
    }

    private static StoredRecord? Find(SqliteConnection database, RecordId id) => database.Rows(Latest + " AND v.uuid = $1", Record, Key(id)).FirstOrDefault();

    private static string Key(RecordId id) => id.Uuid.ToString("D");

    private static string Name(Agency agency) => $"{agency.Scheme?.OwnCode}:{agency.Id}";

    private static Agency AgencyOf(string name) => new() { Scheme = AgencyScheme.Of(name.Split(':')[0]), Id = name.Split(':')[1] };

    private static DateTimeOffset Time(SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    private static StoredRecord Record(SqliteDataReader row) => new() { Id = RecordId.FromUuid(row.GetGuid(0)), Type = row.GetString(1), Revision = row.GetInt64(2), StoredAt = Time(row, 3), Content = row.GetFieldValue<byte[]>(4) };

    private static StoredChange Change(SqliteDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Record = RecordId.FromUuid(row.GetGuid(1)),
        Type = row.GetString(2),
        Kind = (ChangeKind)row.GetInt32(3),
        Time = Time(row, 4),
        Notified = [.. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AgencyOf)],
    };

    private static KeyedOutcome Outcome(SqliteDataReader row) => new()
    {
        Client = row.GetString(0),
        Key = row.GetString(1),
        Digest = row.GetString(2),
        Status = row.GetInt32(3),
        Resource = RecordId.FromUuid(row.GetGuid(4)),
        Expires = row.IsDBNull(5) ? null : Time(row, 5),
    };
}
