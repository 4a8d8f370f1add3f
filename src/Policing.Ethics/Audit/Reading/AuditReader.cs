using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Policing.DataModel;

namespace Policing.Ethics.Audit;

/// <summary>
/// Reads the audit log, for what the law lets it be read for, and no query without an entry of its own: the rules decide, the reading is written down, and only then is
/// anything given. Get it from a host with <c>UseSqliteAudit</c> or <c>UsePostgreSqlAudit</c>.
/// </summary>
/// <remarks>Thread-safe. Source of the uses: DPA 2018 s.62(4).</remarks>
public sealed partial class AuditReader
{
    private const string RecordType = "audit-entry";
    private static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 0, 0, TimeSpan.Zero);
    private readonly AuditLog _log;
    private readonly AccessGate _gate;

    internal AuditReader(AuditLog log, AccessGate gate) => (_log, _gate) = (log, gate);

    /// <summary>The entries that a query asks for, in the order of the log.</summary>
    /// <param name="query">Which.</param>
    /// <param name="context">Who reads, and why.</param>
    /// <param name="use">What for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">No use is stated, or more entries are asked for than a query may give.</exception>
    /// <exception cref="AccessRefusedException">It is refused; nothing was read.</exception>
    /// <exception cref="AuditLogException">The log fails.</exception>
    public async IAsyncEnumerable<AuditRecord> ReadAsync(
        AuditQuery query, AccessContext context, AuditUse use, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(context);
        if (!AuditNames.Uses.Has(use)) throw new ArgumentException("State what the log is read for.", nameof(use));
        if (query.Most is < 1 or > AuditQuery.MostEntries) throw new ArgumentException("A query gives 1 to 1,000,000 entries.", nameof(query));
        QueryTerms terms = new(query, _log.AllPseudonyms);
        await EnterAsync(terms, context, use, cancellationToken).ConfigureAwait(false);
        int given = 0;
        await foreach (AuditRecord record in FindAsync(query, terms, cancellationToken).ConfigureAwait(false))
        {
            yield return record;
            if (++given == query.Most) yield break;
        }
    }

    /// <summary>To whom data about a person, or a record, was given: who must be told of a correction or erasure. Source: DPA 2018 s.48(9).</summary>
    /// <param name="query">Whom or what it is about; its operation is that of a disclosure.</param>
    /// <param name="context">Who reads, and why.</param>
    /// <param name="use">What for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">As <see cref="ReadAsync"/> has it.</exception>
    /// <exception cref="AccessRefusedException">It is refused; nothing was read.</exception>
    /// <exception cref="AuditLogException">The log fails.</exception>
    public async Task<IReadOnlyList<AuditDisclosure>> DisclosuresAsync(AuditQuery query, AccessContext context, AuditUse use, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Dictionary<string, AuditDisclosure> register = new(StringComparer.Ordinal);
        await foreach (AuditRecord record in ReadAsync(query with { Operation = AccessOperation.Disclosure }, context, use, cancellationToken).ConfigureAwait(false))
        {
            if (record.IsPermitted != true || record.Recipient is not { } recipient) continue;
            register.TryGetValue(recipient, out AuditDisclosure? before);
            register[recipient] = new(recipient, (before?.Times ?? 0) + 1, before?.First ?? record.Time, record.Time, record.Id);
        }
        return [.. register.Values.OrderBy(disclosure => disclosure.Recipient, StringComparer.Ordinal)];
    }

    /// <summary>What was done for which purposes, as counts: what a record of processing says of use. Source: DPA 2018 s.61.</summary>
    /// <param name="query">Which entries; only permitted uses are counted.</param>
    /// <param name="context">Who reads, and why.</param>
    /// <param name="use">What for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">As <see cref="ReadAsync"/> has it.</exception>
    /// <exception cref="AccessRefusedException">It is refused; nothing was read.</exception>
    /// <exception cref="AuditLogException">The log fails.</exception>
    public async Task<IReadOnlyList<ProcessingActivity>> ProcessingAsync(AuditQuery query, AccessContext context, AuditUse use, CancellationToken cancellationToken = default)
    {
        Dictionary<ProcessingActivity, long> counts = [];
        await foreach (AuditRecord record in ReadAsync(query, context, use, cancellationToken).ConfigureAwait(false))
        {
            if (record.IsPermitted != true || record.View is not { } core) continue;
            ProcessingActivity activity = new(core.Purpose, core.Basis, core.Operation, core.RecordType, core.Recipient, 0);
            counts[activity] = counts.GetValueOrDefault(activity) + 1;
        }
        return
        [
            .. counts.Select(count => count.Key with { Uses = count.Value })
                .OrderBy(activity => activity.Purpose, StringComparer.Ordinal).ThenBy(activity => activity.Operation).ThenBy(activity => activity.RecordType, StringComparer.Ordinal)
                .ThenBy(activity => activity.Recipient, StringComparer.Ordinal),
        ];
    }

    private async Task EnterAsync(QueryTerms terms, AccessContext context, AuditUse use, CancellationToken cancellationToken)
    {
        AccessRequest request = new() { Context = context, Operation = AccessOperation.AuditReading, RecordType = RecordType };
        GateResult result = await _gate.EnterAsync(
            request, default, static _ => false, cancellationToken, entry => entry with { Kind = AuditEntryKind.Reading, Use = use, Text = terms.Description }).ConfigureAwait(false);
        if (!result.IsPermitted) throw result.Refusal();
    }

    private async IAsyncEnumerable<AuditRecord> FindAsync(AuditQuery query, QueryTerms terms, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AuditWriter writer = await _log.WriterAsync(cancellationToken).ConfigureAwait(false);
        if (terms.NeedsIndex) await SearchIndex.CatchUpAsync(_log.Store, writer, cancellationToken).ConfigureAwait(false);
        // A connection of its own: whoever reads may take their time.
        (DbConnection connection, _) = await _log.Store.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = connection.ConfigureAwait(false);
        await foreach (StoredEntry row in RowsAsync(connection, query, terms, cancellationToken).ConfigureAwait(false))
        {
            AuditRecord record = new(row);
            if (terms.Match(record)) yield return record;
        }
    }

    private async IAsyncEnumerable<StoredEntry> RowsAsync(DbConnection connection, AuditQuery query, QueryTerms terms, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<StoredEntry> rows;
        if (!query.Entry.IsNone)
        {
            ulong index = await _log.IndexOfAsync(query.Entry, cancellationToken).ConfigureAwait(false);
            rows = AuditStore.EntriesAsync(connection, index, index + 1, cancellationToken);
        }
        else if (terms.Narrowest.Count > 0)
        {
            rows = SearchIndex.EntriesAsync(connection, terms.Narrowest, cancellationToken);
        }
        else if (query.From is not null || query.To is not null)
        {
            rows = SearchIndex.EntriesAsync(connection, SearchIndex.Hour(query.From ?? DateTimeOffset.MinValue), SearchIndex.Hour(query.To ?? Never), cancellationToken);
        }
        else
        {
            rows = AuditStore.EntriesAsync(connection, 0, long.MaxValue, cancellationToken);
        }
        await foreach (StoredEntry row in rows.ConfigureAwait(false)) yield return row;
    }
}
