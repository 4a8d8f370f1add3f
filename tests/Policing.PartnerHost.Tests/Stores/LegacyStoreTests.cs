using System.Text;
using Microsoft.Data.Sqlite;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;
using Policing.Samples.Legacy;

namespace Policing.PartnerHost.Tests.Stores;

/// <summary>The store before a system that was there already: every row is served, dirt stays, and either side sees what the other writes.</summary>
public sealed class LegacyStoreTests : IDisposable
{
    private const string Tenant = "south";
    private const string Canary = "Qzxcanary";

    private static readonly DateTimeOffset s_now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("policing-legacy").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    private string DatabasePath => Path.Combine(_folder, "nominals.sqlite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static LegacyStore Open(string path, string tenant, bool isEmpty = false)
    {
        string connection = LegacyDatabase.Make(path);
        if (isEmpty)
        {
            using SqliteConnection old = Connect(path);
            old.Run("DELETE FROM NOMINALS");
        }
        LegacyDatabase.PutBeside(connection);
        return new LegacyStore(connection, tenant, PartnerTestHost.Force("cleveland"), TimeProvider.System);
    }

    [Fact]
    public async Task Every_row_is_served_and_what_is_wrong_with_it_is_found()
    {
        LegacyStore store = Open(DatabasePath, Tenant);
        List<StoredRecord> people = await AllAsync(store);
        Assert.Equal(7, people.Count);
        Assert.Equal(7, people.Select(person => person.Id).Distinct().Count());
        Assert.Equal(7, await store.LastChangeAsync(Tenant, Ending));
        PolicingValidator validator = new();
        string[] rules = [.. people.SelectMany(person => validator.Read(person.Content.Span).Report.Findings).Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(["PSDK-COD-0004", "PSDK-COD-0004", "PSDK-RUL-0001", "PSDK-RUL-0001", "PSDK-RUL-0001"], rules);
        // What cannot be read is there as it was written.
        string all = string.Concat(people.Select(person => Encoding.UTF8.GetString(person.Content.Span)));
        foreach (string dirt in new[] { "1981-02-31", "not known", "19870614", "X1" }) Assert.Contains(dirt, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_rows_give_the_same_records_in_every_process()
    {
        RecordId[] first = [.. (await AllAsync(Open(DatabasePath, Tenant))).Select(person => person.Id)];
        RecordId[] second = [.. (await AllAsync(Open(Path.Combine(_folder, "copy.sqlite"), Tenant))).Select(person => person.Id)];
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task What_the_old_system_writes_has_a_revision_and_is_announced()
    {
        LegacyStore store = Open(DatabasePath, Tenant);
        StoredRecord before = await NumberedAsync(store, "N/0002");
        long seen = await store.LastChangeAsync(Tenant, Ending);
        using (SqliteConnection old = Connect(DatabasePath))
        {
            old.Run("UPDATE NOMINALS SET DOB = '17/03/1990' WHERE REFNO = 'N/0002'");
            old.Run("UPDATE NOMINALS SET REMARKS = 'seen' WHERE REFNO = 'N/0003'");
            old.Run("INSERT INTO NOMINALS VALUES ('N/0008', 'LATECOMER', 'Lee', '01/01/1999', 'M', NULL)");
        }
        Assert.Equal([ChangeKind.Replaced, ChangeKind.Created], (await store.ChangesAsync(Tenant, seen, 10, Ending)).Select(change => change.Kind));
        StoredRecord after = (await store.FindAsync(Tenant, before.Id, Ending))!;
        Assert.Equal((before.Revision + 1, "1990-03-17"), (after.Revision, ((Person)after.Read()).DatesOfBirth[0].Date.ToString()));
        Assert.Equal([1L, 2L], (await store.HistoryAsync(Tenant, before.Id, Ending)).Select(version => version.Revision));
        // Who read before is told so.
        Assert.False(await store.TryCommitAsync(Tenant, Commit(((Person)before.Read()) with { Sex = Sex.Female }, before.Revision), Ending));
    }

    [Fact]
    public async Task What_comes_through_the_API_is_in_the_old_table_and_dirt_beside_it_stays()
    {
        LegacyStore store = Open(DatabasePath, Tenant);
        StoredRecord held = await NumberedAsync(store, "N/0005");
        Person changed = (Person)held.Read() with { Names = [new() { Surname = "Corrected", Given = ["Sam"] }], Ethnicities = [new() { SelfDefined = SelfDefinedEthnicity.Of("W1") }] };
        Assert.True(await store.TryCommitAsync(Tenant, Commit(changed, held.Revision), Ending));
        Assert.Equal(("Corrected", "Sam", "not known", "U"), RowOf("N/0005"));
        // What the old table has no column for is held beside it, also after the old system writes again.
        using (SqliteConnection old = Connect(DatabasePath)) old.Run("UPDATE NOMINALS SET DOB = '05/06/1970' WHERE REFNO = 'N/0005'");
        Person now = (Person)(await store.FindAsync(Tenant, held.Id, Ending))!.Read();
        Assert.Equal(("W1", "1970-06-05", "Corrected"), (now.Ethnicities[0].SelfDefined!.OwnCode, now.DatesOfBirth[0].Date.ToString(), now.Names[0].Surname));
        Person other = Samples.Person("Newcomer");
        Assert.True(await store.TryCommitAsync(Tenant, Commit(other, 0, ChangeKind.Created), Ending));
        Assert.Equal(("Newcomer", "F"), (RowOf("API/" + other.Id.Uuid.ToString("D")[..8]).Surname, RowOf("API/" + other.Id.Uuid.ToString("D")[..8]).Sex));
        Assert.Equal(other, (await store.FindAsync(Tenant, other.Id, Ending))!.Read());
    }

    [Fact]
    public async Task Nothing_of_a_disposed_record_is_left_in_the_file()
    {
        LegacyStore store = Open(DatabasePath, Tenant);
        Person person = Samples.Person(Canary);
        await store.TryCommitAsync(Tenant, Commit(person, 0, ChangeKind.Created), Ending);
        await store.TryCommitAsync(Tenant, Commit(person with { Sex = Sex.Male }, 1), Ending);
        Assert.True(IsInTheFile(), "The canary was never there, so its absence would say nothing.");
        PoliceRecord tombstone = new StatusChange { Kind = ChangeKind.Disposed, Authority = "RRD 7" }.Apply(person, 2, s_now);
        Assert.True(await store.TryCommitAsync(Tenant, Commit(tombstone, 2, ChangeKind.Disposed), Ending));
        Assert.False(IsInTheFile(), "The content is still in the file.");
        Assert.Single(await store.HistoryAsync(Tenant, person.Id, Ending));
    }

    [Fact]
    public void It_takes_at_most_150_lines()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PolicingSdk.sln"))) folder = Path.GetDirectoryName(folder);
        string[] lines = File.ReadAllLines(Path.Combine(folder!, "samples", "LegacyStore", "LegacyStore.cs"));
        int code = lines.Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        Assert.InRange(code, 50, 150);
    }

    private bool IsInTheFile() =>
        Directory.EnumerateFiles(_folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0);

    private (string? Surname, string? Forenames, string? Dob, string? Sex) RowOf(string number)
    {
        using SqliteConnection old = Connect(DatabasePath);
        LegacyNominal row = Assert.Single(old.Rows($"SELECT {LegacyNominal.Columns} FROM NOMINALS WHERE REFNO = $1", LegacyNominal.Read, number));
        return (row.Surname, row.Forenames, row.Dob, row.Sex);
    }

    private static SqliteConnection Connect(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static StoreCommit Commit(PoliceRecord record, long expected, ChangeKind kind = ChangeKind.Replaced) => new() { Records = [RecordWrites.Of(record, expected, kind, s_now)], Time = s_now };

    private static async Task<StoredRecord> NumberedAsync(LegacyStore store, string number) =>
        (await AllAsync(store)).First(record => record.Read().Source?.Reference == number);

    private static async Task<List<StoredRecord>> AllAsync(LegacyStore store)
    {
        List<StoredRecord> records = [];
        await foreach (StoredRecord record in store.CandidatesAsync(Tenant, new CandidateQuery { Type = "person" }, Ending)) records.Add(record);
        return records;
    }
}
