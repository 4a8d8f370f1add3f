using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PartnerHost;

namespace Policing.Samples.Partner.Stores;

/// <summary>Records and disclosures in a database, by Entity Framework Core.</summary>
internal sealed class EfPartnerStore(IDbContextFactory<PartnerContext> contexts) : IPartnerStore, IDisclosureRegister, IDisposable
{
    // What every call asks is translated once, for the database of this store.
    private readonly Func<PartnerContext, string, Guid, CancellationToken, Task<VersionRow?>> _latest = EF.CompileAsyncQuery(
        (PartnerContext context, string tenant, Guid id, CancellationToken cancellationToken) =>
            context.Versions.AsNoTracking().Where(version => version.Tenant == tenant && version.Id == id).OrderByDescending(version => version.Revision).FirstOrDefault());

    private readonly Func<PartnerContext, string, Guid, string, string, CancellationToken, Task<bool>> _isDisclosed = EF.CompileAsyncQuery(
        (PartnerContext context, string tenant, Guid id, string scheme, string agency, CancellationToken cancellationToken) =>
            context.Disclosures.Any(row => row.Tenant == tenant && row.Id == id && row.Scheme == scheme && row.Agency == agency));

    // SQLite has one writer at a time, and who finds it busy asks again later and is passed by others, now and then for seconds: here they come in turn.
    private readonly SemaphoreSlim _turn = new(1);

    public async ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        VersionRow? row = await _latest(context, tenant, id.Uuid, cancellationToken);
        return row is null ? null : RecordOf(row);
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<VersionRow> rows = await context.Versions.AsNoTracking().Where(version => version.Tenant == tenant && version.Id == id.Uuid).OrderBy(version => version.Revision).ToListAsync(cancellationToken);
        return [.. rows.Select(RecordOf)];
    }

    public async IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] keys = [.. query.AnyOf];
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<HeadRow> heads = context.Heads.Where(head => head.Tenant == tenant && head.Type == query.Type);
        if (keys.Length > 0) heads = heads.Where(head => context.Keys.Any(key => key.Tenant == tenant && key.Type == query.Type && key.Id == head.Id && keys.Contains(key.Key)));
        IQueryable<VersionRow> versions = heads.Join(
            context.Versions, head => new { head.Tenant, head.Id, head.Revision }, version => new { version.Tenant, version.Id, version.Revision }, (head, version) => version);
        await foreach (VersionRow row in versions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return RecordOf(row);
    }

    public async ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ChangeRow> rows = await context.Changes.AsNoTracking().Where(change => change.Tenant == tenant && change.Sequence > after).OrderBy(change => change.Sequence).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(ChangeOf)];
    }

    public async ValueTask<long> LastChangeAsync(string tenant, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Counters.Where(counter => counter.Tenant == tenant).Select(counter => counter.Last).FirstOrDefaultAsync(cancellationToken);
    }

    // Changes have no gap, so what was deleted from the beginning, say by age, is all before the first that is there.
    public async ValueTask<long> ForgottenChangesAsync(string tenant, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long? first = await context.Changes.Where(change => change.Tenant == tenant).MinAsync(change => (long?)change.Sequence, cancellationToken);
        return first - 1 ?? await context.Counters.Where(counter => counter.Tenant == tenant).Select(counter => counter.Last).FirstOrDefaultAsync(cancellationToken);
    }

    public async ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        OutcomeRow? row = await context.Outcomes.AsNoTracking().FirstOrDefaultAsync(outcome => outcome.Tenant == tenant && outcome.Client == client && outcome.Key == key, cancellationToken);
        return row is null ? null : OutcomeOf(row);
    }

    public async ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            return await InTurnAsync(context, () => CommitAsync(context, tenant, commit, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A row that another writer put there first. The host looks again.
            return false;
        }
    }

    private async Task<T> InTurnAsync<T>(PartnerContext context, Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlite()) return await write();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<bool> CommitAsync(PartnerContext context, string tenant, StoreCommit commit, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        long last = await HoldCounterAsync(context, tenant, cancellationToken);
        if (!await TakeOutcomeAsync(context, tenant, commit, cancellationToken)) return false;
        foreach (RecordWrite write in (RecordWrite[])[.. commit.Records])
        {
            if (!await MoveHeadAsync(context, tenant, write, cancellationToken)) return false;
            await PutVersionAsync(context, tenant, write, cancellationToken);
            if (write.Announced) context.Changes.Add(RowOf(tenant, ++last, write, commit.Time));
        }
        await context.SaveChangesAsync(cancellationToken);
        await context.Counters.Where(counter => counter.Tenant == tenant).ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Last, last), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (commit.Records.Any(write => write.Kind is ChangeKind.Disposed)) await ForgetAsync(context, cancellationToken);
        return true;
    }

    // Held until the end of the transaction: on PostgreSQL by the lock of the row, on SQLite by that of the database.
    private static async Task<long> HoldCounterAsync(PartnerContext context, string tenant, CancellationToken cancellationToken)
    {
        int held = await context.Counters.Where(counter => counter.Tenant == tenant).ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Last, counter => counter.Last), cancellationToken);
        if (held > 0) return await context.Counters.Where(counter => counter.Tenant == tenant).Select(counter => counter.Last).SingleAsync(cancellationToken);
        context.Counters.Add(new CounterRow { Tenant = tenant, Last = 0 });
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return 0;
    }

    private static async Task<bool> TakeOutcomeAsync(PartnerContext context, string tenant, StoreCommit commit, CancellationToken cancellationToken)
    {
        if (commit.Outcome is not { } outcome) return true;
        OutcomeRow? before = await context.Outcomes.FirstOrDefaultAsync(row => row.Tenant == tenant && row.Client == outcome.Client && row.Key == outcome.Key, cancellationToken);
        if (before is not null)
        {
            if (OutcomeOf(before).HoldsAt(commit.Time)) return false;
            context.Outcomes.Remove(before);
            await context.SaveChangesAsync(cancellationToken);
        }
        context.Outcomes.Add(new OutcomeRow
        {
            Tenant = tenant,
            Client = outcome.Client,
            Key = outcome.Key,
            Digest = outcome.Digest,
            Status = outcome.Status,
            Resource = outcome.Resource.Uuid,
            Expires = outcome.Expires?.UtcTicks,
        });
        return true;
    }

    private static async Task<bool> MoveHeadAsync(PartnerContext context, string tenant, RecordWrite write, CancellationToken cancellationToken)
    {
        (Guid id, long revision, long expected, string type) = (write.Record.Id.Uuid, write.Record.Revision, write.Expected, write.Record.Type);
        if (expected > 0)
            return await context.Heads.Where(head => head.Tenant == tenant && head.Id == id && head.Revision == expected).ExecuteUpdateAsync(set => set.SetProperty(head => head.Revision, revision), cancellationToken) == 1;
        if (await context.Heads.AnyAsync(head => head.Tenant == tenant && head.Id == id, cancellationToken)) return false;
        context.Heads.Add(new HeadRow { Tenant = tenant, Id = id, Type = type, Revision = revision });
        return true;
    }

    private static async Task PutVersionAsync(PartnerContext context, string tenant, RecordWrite write, CancellationToken cancellationToken)
    {
        Guid id = write.Record.Id.Uuid;
        await context.Keys.Where(key => key.Tenant == tenant && key.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (write.Kind is ChangeKind.Disposed) await context.Versions.Where(version => version.Tenant == tenant && version.Id == id).ExecuteDeleteAsync(cancellationToken);
        context.Keys.AddRange(((string[])[.. write.Keys]).Select(key => new KeyRow { Tenant = tenant, Type = write.Record.Type, Key = key, Id = id }));
        context.Versions.Add(new VersionRow
        {
            Tenant = tenant,
            Id = id,
            Revision = write.Record.Revision,
            Type = write.Record.Type,
            Content = write.Record.Content.ToArray(),
            StoredAt = write.Record.StoredAt.UtcTicks,
        });
    }

    // With secure_delete the pages are empty; the log still has what they held until it is cut. PostgreSQL needs VACUUM, which is the operator's.
    private static async Task ForgetAsync(PartnerContext context, CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite()) await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    public async ValueTask AddAsync(string tenant, RecordId record, Agency recipient, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        (Guid id, string scheme, string agency) = (record.Uuid, recipient.Scheme?.OwnCode ?? "", recipient.Id ?? "");
        if (await _isDisclosed(context, tenant, id, scheme, agency, cancellationToken)) return;
        context.Disclosures.Add(new DisclosureRow { Tenant = tenant, Id = id, Scheme = scheme, Agency = agency });
        try
        {
            await InTurnAsync(context, () => context.SaveChangesAsync(cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another call wrote the same; if it did not, this is no excuse.
            if (!await context.Disclosures.AsNoTracking().AnyAsync(row => row.Tenant == tenant && row.Id == id && row.Scheme == scheme && row.Agency == agency, cancellationToken)) throw;
        }
    }

    public async ValueTask<ValueList<Agency>> RecipientsAsync(string tenant, RecordId record, CancellationToken cancellationToken)
    {
        await using PartnerContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<DisclosureRow> rows = await context.Disclosures.AsNoTracking().Where(row => row.Tenant == tenant && row.Id == record.Uuid).ToListAsync(cancellationToken);
        return ValueList.From(rows.Select(row => new Agency { Scheme = AgencyScheme.Of(row.Scheme), Id = row.Agency }));
    }

    public void Dispose() => _turn.Dispose();

    private static StoredRecord RecordOf(VersionRow row) => new()
    {
        Id = RecordId.FromUuid(row.Id),
        Type = row.Type,
        Revision = row.Revision,
        Content = row.Content,
        StoredAt = new DateTimeOffset(row.StoredAt, TimeSpan.Zero),
    };

    private static StoredChange ChangeOf(ChangeRow row) => new()
    {
        Sequence = row.Sequence,
        Record = RecordId.FromUuid(row.Id),
        Type = row.Type,
        Kind = (ChangeKind)row.Kind,
        Time = new DateTimeOffset(row.Time, TimeSpan.Zero),
        Notified = ValueList.From(row.Notified.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => new Agency { Scheme = AgencyScheme.Of(parts[0]), Id = parts[1] })),
    };

    private static ChangeRow RowOf(string tenant, long sequence, RecordWrite write, DateTimeOffset time) => new()
    {
        Tenant = tenant,
        Sequence = sequence,
        Id = write.Record.Id.Uuid,
        Type = write.Record.Type,
        Kind = (int)write.Kind,
        Time = time.UtcTicks,
        Notified = string.Join('\n', ((Agency[])[.. write.Notified]).Select(agency => $"{agency.Scheme?.OwnCode}\t{agency.Id}")),
    };

    private static KeyedOutcome OutcomeOf(OutcomeRow row) => new()
    {
        Client = row.Client,
        Key = row.Key,
        Digest = row.Digest,
        Status = row.Status,
        Resource = RecordId.FromUuid(row.Resource),
        Expires = row.Expires is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
    };
}
