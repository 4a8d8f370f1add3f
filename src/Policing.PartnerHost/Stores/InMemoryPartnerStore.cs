using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>A store and disclosure register for tests and for trying things out: all that the interfaces ask for, until the process ends.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryPartnerStore : IPartnerStore, IDisclosureRegister
{
    private readonly ConcurrentDictionary<string, TenantRows> _tenants = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken)
    {
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock) return ValueTask.FromResult(rows.Latest(id));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken)
    {
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock) return ValueTask.FromResult<IReadOnlyList<StoredRecord>>([.. rows.Versions(id)]);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> CandidatesAsync(
        string tenant, CandidateQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        TenantRows rows = Of(tenant, cancellationToken);
        StoredRecord[] found;
        lock (rows.Lock) found = [.. rows.Candidates(query)];
        foreach (StoredRecord record in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken)
    {
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock)
        {
            int first = (int)Math.Clamp(after, 0, rows.Changes.Count);
            return ValueTask.FromResult<IReadOnlyList<StoredChange>>(rows.Changes.GetRange(first, Math.Min(most, rows.Changes.Count - first)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken)
    {
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock) return ValueTask.FromResult(rows.Outcomes.GetValueOrDefault((client, key)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock)
        {
            if (!rows.Accepts(commit)) return ValueTask.FromResult(false);
            foreach (RecordWrite write in commit.Records) rows.Put(write, commit.Time);
            if (commit.Outcome is { } outcome) rows.Outcomes[(outcome.Client, outcome.Key)] = outcome;
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(string tenant, RecordId record, Agency recipient, CancellationToken cancellationToken)
    {
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock) rows.Disclose(record, recipient);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<Agency>> RecipientsAsync(string tenant, RecordId record, CancellationToken cancellationToken)
    {
        TenantRows rows = Of(tenant, cancellationToken);
        lock (rows.Lock) return ValueTask.FromResult(rows.Recipients(record));
    }

    private TenantRows Of(string tenant, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        cancellationToken.ThrowIfCancellationRequested();
        return _tenants.GetOrAdd(tenant, static _ => new TenantRows());
    }
}
