using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>
/// Where the host keeps records: a database of your own, or the system that is there already. The host has decided, validated and written down before it asks a
/// store to change anything; a store decides nothing.
/// </summary>
/// <remarks>
/// Implementations are thread-safe. Every row is keyed by the tenant: two tenants with equal ids never meet. To throw is to fail, and the caller is told 500
/// <c>internal</c>; the message of an exception is neither shown nor logged. docs/partner-host.md has one over a database that was there before.
/// </remarks>
public interface IPartnerStore
{
    /// <summary>The record as it is now; null where there is none.</summary>
    ValueTask<StoredRecord?> FindAsync(string tenant, RecordId id, CancellationToken cancellationToken);

    /// <summary>All versions whose content is still held, oldest first; empty where there is none.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, RecordId id, CancellationToken cancellationToken);

    /// <summary>
    /// The records, as they are now, that may answer a search. To give too many costs time only, since the host judges each; to give too few loses answers.
    /// </summary>
    IAsyncEnumerable<StoredRecord> CandidatesAsync(string tenant, CandidateQuery query, CancellationToken cancellationToken);

    /// <summary>The changes after a place in the sequence, in its order.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The place; 0 for the beginning.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    ValueTask<IReadOnlyList<StoredChange>> ChangesAsync(string tenant, long after, int most, CancellationToken cancellationToken);

    /// <summary>The place of the last change in the sequence; 0 where there is none.</summary>
    ValueTask<long> LastChangeAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>
    /// The place of the last change that is kept no longer; 0, which it is unless a store says otherwise, where all are kept. Who comes with a cursor from before it is told <c>cursor-expired</c>.
    /// </summary>
    ValueTask<long> ForgottenChangesAsync(string tenant, CancellationToken cancellationToken) => ValueTask.FromResult(0L);

    /// <summary>What came of a request that was sent under a key; null where there is none. One that has expired may be given or not.</summary>
    ValueTask<KeyedOutcome?> FindOutcomeAsync(string tenant, string client, string key, CancellationToken cancellationToken);

    /// <summary>
    /// Does all of a commit, durably, or nothing of it: every record whose revision is the expected one, the changes in the order of the records, the outcome.
    /// </summary>
    /// <returns>False, with nothing done, where a record has another revision than expected, or an outcome of the client and key is there that has not expired.</returns>
    ValueTask<bool> TryCommitAsync(string tenant, StoreCommit commit, CancellationToken cancellationToken);
}
