using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost.Tests;

/// <summary>What a host does for a call, besides answering: every call to its store, its register and its rules, by name and in order.</summary>
internal sealed class CountedWork
{
    private readonly ConcurrentQueue<string> _done = new();

    /// <summary>What was done since it was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> done = [];
        while (_done.TryDequeue(out string? each)) done.Add(each);
        return done;
    }

    /// <summary>Puts the counters before the store and the register. Ask before they are registered otherwise.</summary>
    public void CountStore(IServiceCollection services)
    {
        services.AddSingleton<IPartnerStore>(provider => new Store(provider.GetRequiredService<InMemoryPartnerStore>(), _done));
        services.AddSingleton<IDisclosureRegister>(provider => new Store(provider.GetRequiredService<InMemoryPartnerStore>(), _done));
    }

    /// <summary>Puts a counter before the rules that are registered.</summary>
    public void CountDecisions(IServiceCollection services)
    {
        ServiceDescriptor rules = services.Single(service => service.ServiceType == typeof(IPolicyDecisionPoint));
        services.Remove(rules);
        services.AddSingleton<IPolicyDecisionPoint>(provider => new Decisions((IPolicyDecisionPoint)rules.ImplementationFactory!(provider), _done));
    }

    private sealed class Decisions(IPolicyDecisionPoint inner, ConcurrentQueue<string> done) : IPolicyDecisionPoint
    {
        public DecisionTransport Transport => inner.Transport;

        public ValueTask<AccessDecision> DecideAsync(AccessRequest request, CancellationToken cancellationToken)
        {
            done.Enqueue("decide");
            return inner.DecideAsync(request, cancellationToken);
        }
    }

    private sealed class Store(InMemoryPartnerStore inner, ConcurrentQueue<string> done) : IPartnerStore, IDisclosureRegister
    {
        public ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken) => Done("find").FindAsync(tenant, id, cancellationToken);

        public ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken) => Done("history").HistoryAsync(tenant, id, cancellationToken);

        public IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, CancellationToken cancellationToken) => Done("candidates").CandidatesAsync(tenant, query, cancellationToken);

        public ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken) => Done("changes").ChangesAsync(tenant, after, most, cancellationToken);

        public ValueTask<long> LastChangeAsync(string tenant, CancellationToken cancellationToken) => Done("last change").LastChangeAsync(tenant, cancellationToken);

        public ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken) => Done("outcome").FindOutcomeAsync(tenant, client, key, cancellationToken);

        public ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken) => Done("commit").TryCommitAsync(tenant, commit, cancellationToken);

        public ValueTask AddAsync(string tenant, RecordId record, Agency recipient, CancellationToken cancellationToken) => Done("disclose").AddAsync(tenant, record, recipient, cancellationToken);

        public ValueTask<ValueList<Agency>> RecipientsAsync(string tenant, RecordId record, CancellationToken cancellationToken) => Done("recipients").RecipientsAsync(tenant, record, cancellationToken);

        private InMemoryPartnerStore Done(string name)
        {
            done.Enqueue(name);
            return inner;
        }
    }
}
