using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>
/// The terms by which a log is searched: pseudonyms and hours. They are derived from the cores, off the path of appends, when somebody asks; nothing rests on them but the
/// speed of a search.
/// </summary>
internal static class SearchIndex
{
    private const int RowsAtOnce = 4_096;
    private const int TermsAtOnce = 100;

    public static string Actor(string pseudonym) => "a:" + pseudonym;

    public static string Subject(string pseudonym) => "s:" + pseudonym;

    public static string Record(string pseudonym) => "r:" + pseudonym;

    public static string Hour(DateTimeOffset time) => "t:" + time.UtcDateTime.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);

    /// <summary>Brings the terms up to date, some entries at a time, so that appends find their way between.</summary>
    public static async Task CatchUpAsync(AuditStore store, AuditWriter writer, CancellationToken cancellationToken)
    {
        while (await writer.DoAsync(async () => await AddSomeAsync(store, await writer.ConnectionAsync().ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false))
            cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<bool> AddSomeAsync(AuditStore store, DbConnection connection)
    {
        await store.BeginAsync(connection, CancellationToken.None).ConfigureAwait(false);
        ulong from = (ulong)await AuditStore.LongAsync(connection, "SELECT size FROM audit_searched WHERE one = 1", CancellationToken.None).ConfigureAwait(false);
        ulong size = await AuditStore.SizeAsync(connection, CancellationToken.None).ConfigureAwait(false);
        ulong to = Math.Min(size, from + RowsAtOnce);
        List<(string Term, ulong Index)> terms = [];
        await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, from, to, CancellationToken.None).ConfigureAwait(false))
            foreach (string term in Terms(row.Core)) terms.Add((term, row.Index));
        foreach ((string Term, ulong Index)[] some in terms.Chunk(TermsAtOnce)) await InsertAsync(connection, some).ConfigureAwait(false);
        using (DbCommand update = AuditStore.Command(connection, "UPDATE audit_searched SET size = @size WHERE one = 1", ("@size", (long)to)))
            await update.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        await AuditStore.CommitAsync(connection, CancellationToken.None).ConfigureAwait(false);
        return to < size;
    }

    private static HashSet<string> Terms(byte[] core)
    {
        HashSet<string> terms = new(StringComparer.Ordinal);
        if (!CoreView.TryRead(core, out CoreView? view)) return terms;
        if (view!.Actor is { } actor) terms.Add(Actor(actor));
        if (view.Approver is { } approver) terms.Add(Actor(approver));
        foreach (string subject in view.Subjects) terms.Add(Subject(subject));
        foreach (string record in view.Records) terms.Add(Record(record));
        if (view.Time is { } time) terms.Add(Hour(time));
        return terms;
    }

    private static async Task InsertAsync(DbConnection connection, (string Term, ulong Index)[] terms)
    {
        StringBuilder statement = new("INSERT INTO audit_search (term, idx) VALUES ");
        for (int i = 0; i < terms.Length; i++) statement.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@t{i}, @i{i})");
        statement.Append(" ON CONFLICT DO NOTHING");
        using DbCommand insert = AuditStore.Command(connection, statement.ToString());
        for (int i = 0; i < terms.Length; i++)
        {
            AuditStore.Add(insert, string.Create(CultureInfo.InvariantCulture, $"@t{i}"), terms[i].Term);
            AuditStore.Add(insert, string.Create(CultureInfo.InvariantCulture, $"@i{i}"), (long)terms[i].Index);
        }
        await insert.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>The entries of any of some terms, in their order.</summary>
    public static async IAsyncEnumerable<StoredEntry> EntriesAsync(DbConnection connection, IReadOnlyList<string> terms, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string any = string.Join(" OR ", Enumerable.Range(0, terms.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"term = @t{i}")));
        using DbCommand command = AuditStore.Command(connection, $"{AuditStore.EntryColumns} WHERE e.idx IN (SELECT idx FROM audit_search WHERE {any}) ORDER BY e.idx");
        for (int i = 0; i < terms.Count; i++) AuditStore.Add(command, string.Create(CultureInfo.InvariantCulture, $"@t{i}"), terms[i]);
        await foreach (StoredEntry row in ReadAsync(command, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    /// <summary>The entries of the hours from one to another, in their order.</summary>
    public static async IAsyncEnumerable<StoredEntry> EntriesAsync(DbConnection connection, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbCommand command = AuditStore.Command(connection, $"{AuditStore.EntryColumns} WHERE e.idx IN (SELECT idx FROM audit_search WHERE term >= @from AND term <= @to) ORDER BY e.idx",
            ("@from", from), ("@to", to));
        await foreach (StoredEntry row in ReadAsync(command, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    private static async IAsyncEnumerable<StoredEntry> ReadAsync(DbCommand command, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return AuditStore.Read(reader);
    }
}
