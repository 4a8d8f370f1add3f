using Policing.DataModel;

namespace Policing.PartnerHost.Tests.Calls;

/// <summary>A store before another, that does what a test tells it to before it commits, and says which changes it has forgotten.</summary>
internal sealed class StoreBetween(IPartnerStore inner) : IPartnerStore
{
    private Func<CancellationToken, Task>? _before;

    public long Forgotten { get; set; }

    /// <summary>The next commit, and that alone, does this first.</summary>
    public void BeforeNextCommit(Func<CancellationToken, Task> action) => _before = action;

    /// <summary>The next commit waits: a task that ends when it does, and what lets it go on.</summary>
    public (Task Waits, TaskCompletionSource GoOn) HoldNextCommit()
    {
        TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        BeforeNextCommit(async cancellationToken =>
        {
            waits.SetResult();
            await goOn.Task.WaitAsync(cancellationToken);
        });
        return (waits.Task, goOn);
    }

    public ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken) => inner.FindAsync(tenant, id, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken) => inner.HistoryAsync(tenant, id, cancellationToken);

    public IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, CancellationToken cancellationToken) => inner.CandidatesAsync(tenant, query, cancellationToken);

    public async ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken) =>
        [.. (await inner.ChangesAsync(tenant, after, most, cancellationToken)).Where(change => change.Sequence > Forgotten)];

    public ValueTask<long> LastChangeAsync(string tenant, CancellationToken cancellationToken) => inner.LastChangeAsync(tenant, cancellationToken);

    public ValueTask<long> ForgottenChangesAsync(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(Forgotten);

    public ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken) => inner.FindOutcomeAsync(tenant, client, key, cancellationToken);

    public async ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _before, null) is { } before) await before(cancellationToken);
        return await inner.TryCommitAsync(tenant, commit, cancellationToken);
    }
}
