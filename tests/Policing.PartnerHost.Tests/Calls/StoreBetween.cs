using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;

namespace Policing.PartnerHost.Tests.Calls;

/// <summary>A store before another, that does what a test tells it to before it commits or after it has looked something up, and says which changes it has forgotten.</summary>
internal sealed class StoreBetween(IPartnerStore inner) : IPartnerStore
{
    private Func<string, StoreCommit, CancellationToken, Task>? _before;
    private Func<Task>? _afterFind;
    private Func<Task>? _afterOutcome;

    public long Forgotten { get; set; }

    /// <summary>A host whose store is behind one of these.</summary>
    /// <param name="shared">That store; the host's own in memory where it is null.</param>
    public static async Task<(PartnerTestHost Host, StoreBetween Store)> StartAsync(IPartnerStore? shared = null)
    {
        PartnerTestHost host = await PartnerTestHost.StartAsync(services: services => services.AddSingleton<IPartnerStore>(provider => new StoreBetween(shared ?? provider.GetRequiredService<InMemoryPartnerStore>())));
        return (host, (StoreBetween)host.Services.GetRequiredService<IPartnerStore>());
    }

    /// <summary>The next commit, and that alone, does this first.</summary>
    public void BeforeNextCommit(Func<string, StoreCommit, CancellationToken, Task> action) => _before = action;

    /// <summary>The next record or outcome that is looked up, and that alone, is handed over after this.</summary>
    public void AfterNext(bool isOutcome, Func<Task> action) => (isOutcome ? ref _afterOutcome : ref _afterFind) = action;

    /// <summary>The next commit waits: a task that ends when it does, and what lets it go on.</summary>
    public (Task Waits, TaskCompletionSource GoOn) HoldNextCommit()
    {
        TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        BeforeNextCommit(async (_, _, cancellationToken) =>
        {
            waits.SetResult();
            await goOn.Task.WaitAsync(cancellationToken);
        });
        return (waits.Task, goOn);
    }

    public async ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken)
    {
        StoredRecord? found = await inner.FindAsync(tenant, id, cancellationToken);
        if (Interlocked.Exchange(ref _afterFind, null) is { } action) await action();
        return found;
    }

    public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken) => inner.HistoryAsync(tenant, id, cancellationToken);

    public IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, CancellationToken cancellationToken) => inner.CandidatesAsync(tenant, query, cancellationToken);

    public async ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken) =>
        [.. (await inner.ChangesAsync(tenant, after, most, cancellationToken)).Where(change => change.Sequence > Forgotten)];

    public ValueTask<long> LastChangeAsync(string tenant, CancellationToken cancellationToken) => inner.LastChangeAsync(tenant, cancellationToken);

    public ValueTask<long> ForgottenChangesAsync(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(Forgotten);

    public async ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken)
    {
        KeyedOutcome? found = await inner.FindOutcomeAsync(tenant, client, key, cancellationToken);
        if (Interlocked.Exchange(ref _afterOutcome, null) is { } action) await action();
        return found;
    }

    public async ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _before, null) is { } before) await before(tenant, commit, cancellationToken);
        return await inner.TryCommitAsync(tenant, commit, cancellationToken);
    }
}
