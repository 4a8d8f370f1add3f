using System.Runtime.CompilerServices;
using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>The gate for one context, in code of your own: jobs, endpoints, anything that is handed its purpose.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AccessScope
{
    private readonly AccessGate _gate;

    internal AccessScope(AccessGate gate, AccessContext context) => (_gate, Context) = (gate, context);

    /// <summary>The context.</summary>
    public AccessContext Context { get; }

    /// <summary>Runs work if it is permitted. What it gives is not changed: a permit that asks for changes to data is a refusal here; see <see cref="ReleaseAsync"/>.</summary>
    /// <param name="request">What the work does; its context is put there.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AccessRefusedException">It is refused; the work did not run.</exception>
    public async ValueTask<T> RunAsync<T>(AccessRequest request, Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        GateResult result = await _gate.EnterAsync(request with { Context = Context }, default, static _ => false, cancellationToken).ConfigureAwait(false);
        if (!result.IsPermitted) throw result.Refusal();
        return await work(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The copy of a record that may be handed over. Refused and not there are the same to the caller: no record, and the id of an entry.
    /// </summary>
    /// <param name="record">The record as it is stored, or null where there is none. It is never changed.</param>
    /// <param name="request">What is done with it, and what is known besides; what the record says of itself is put there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AccessRefusedException">It is refused whatever the record: there is no complete context, or nothing can be decided or written down now.</exception>
    public async ValueTask<ReleasedRecord<T>> ReleaseAsync<T>(T? record, AccessRequest request, CancellationToken cancellationToken = default)
        where T : PoliceRecord
    {
        AccessRequest about = (record is null ? request : request.WithRecord(record)) with { Context = Context };
        ValueList<RecordId> ids = record is null ? default : [record.Id];
        GateResult result = await _gate.EnterAsync(about, ids, _gate.CanChange, cancellationToken).ConfigureAwait(false);
        if (DoesNotDependOnTheRecord(result.Decision.Cause)) throw result.Refusal();
        if (record is null || !result.IsPermitted) return new(null, result.Entry);
        try
        {
            return new((T)_gate.Change(record, result.Decision, Context), result.Entry);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            GateResult turnedDown = await _gate.TurnDownAsync(result, about, ids, cancellationToken).ConfigureAwait(false);
            return new(null, turnedDown.Entry);
        }
    }

    // All other refusals may tell whether there is a record.
    private static bool DoesNotDependOnTheRecord(DecisionCause cause) => cause is DecisionCause.NoContext or DecisionCause.FaultyContext
        or DecisionCause.DecisionUnavailable or DecisionCause.AuditUnavailable;

    /// <summary>Those records of a stream that may be handed over, each as <see cref="ReleaseAsync"/> gives it. The stream stays one.</summary>
    /// <exception cref="AccessRefusedException">As <see cref="ReleaseAsync"/> has it; what came before was handed over.</exception>
    public async IAsyncEnumerable<T> ReleaseAllAsync<T>(
        IAsyncEnumerable<T> records, AccessRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : PoliceRecord
    {
        ArgumentNullException.ThrowIfNull(records);
        await foreach (T record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            ReleasedRecord<T> released = await ReleaseAsync(record, request, cancellationToken).ConfigureAwait(false);
            if (released.Record is { } copy) yield return copy;
        }
    }
}
