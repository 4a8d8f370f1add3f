using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>Chooses what a subscriber is told, and writes down what it is told of.</summary>
internal sealed class ChangeFeed(PartnerCall call, string[] types)
{
    // So many changes of records that the subscriber may not see are passed over before it gets an empty page.
    private const int MostLookedAt = 1_000;

    /// <summary>The next changes.</summary>
    /// <param name="after">The last that was looked at; null for all that are kept.</param>
    /// <param name="most">How many events at most.</param>
    /// <param name="quietly">Whether there is no entry where there is nothing to tell: a stream that waits.</param>
    public async ValueTask<ChangeBatch> ReadAsync(long? after, int most, bool quietly = false)
    {
        SharedEntry entry = new(call);
        List<ChangeEvent> events = [];
        IReadOnlyList<StoredChange> changes = await call.Parts.Store.ChangesAsync(call.Tenant, after ?? 0, MostLookedAt, call.Cancelled).ConfigureAwait(false);
        long last = await BeginningAsync(after).ConfigureAwait(false);
        foreach (StoredChange change in changes)
        {
            if (events.Count == most) break;
            last = change.Sequence;
            if (types.Length > 0 && !types.Contains(change.Type, StringComparer.Ordinal)) continue;
            if (await NameAsync(change, entry).ConfigureAwait(false) is { } name) events.Add(new ChangeEvent(change.Sequence, name, change.Record, change.Type, change.Time));
        }
        if (events.Count > 0 || !quietly) await entry.WriteDownAsync(await WholeAsync().ConfigureAwait(false), "changes").ConfigureAwait(false);
        return new ChangeBatch(events, last, changes.Count > 0 && (last < changes[^1].Sequence || changes.Count == MostLookedAt));
    }

    /// <summary>Whether the subscriber may follow changes at all, of one of the types at least.</summary>
    public async ValueTask<bool> MayFollowAsync() => (await WholeAsync().ConfigureAwait(false)).IsPermitted;

    // Asked for after the changes were read: what went in between is missed as well.
    private async ValueTask<long> BeginningAsync(long? after)
    {
        long forgotten = await call.Parts.Store.ForgottenChangesAsync(call.Tenant, call.Cancelled).ConfigureAwait(false);
        return after is not { } place ? forgotten : place >= forgotten ? place : throw PartnerProblem.CursorExpired.With();
    }

    private async ValueTask<AccessDecision> WholeAsync()
    {
        AccessDecision? decision = null;
        foreach (string type in types.Length > 0 ? types : RecordTypes.All)
        {
            decision = await call.ConsiderAsync(call.Request(AccessOperation.Consultation) with { RecordType = type }).ConfigureAwait(false);
            if (decision.IsPermitted) break;
            decision = await call.ConsiderAsync(call.Request(AccessOperation.Disclosure) with { RecordType = type, Recipient = call.Agency }).ConfigureAwait(false);
            if (decision.IsPermitted) break;
        }
        return decision!;
    }

    /// <summary>What to tell of a change; null for nothing.</summary>
    private async ValueTask<string?> NameAsync(StoredChange change, SharedEntry entry)
    {
        if (await call.HeldAsync(change.Record).ConfigureAwait(false) is { } record)
        {
            ConsideredRecord considered = await entry.ConsiderAsync(record).ConfigureAwait(false);
            if (considered.Copy is not null)
            {
                entry.Show(considered);
                return Name(change.Kind);
            }
        }
        // Those who were given it are told that it is gone, and of a disposal that it was one.
        if (Agencies.Contains(change.Notified, call.Agency)) return Name(change.Kind);
        return await KnewAsync(change.Record).ConfigureAwait(false) ? "unavailable" : null;
    }

    private async ValueTask<bool> KnewAsync(RecordId record) =>
        Agencies.Contains(await call.Parts.Register.RecipientsAsync(call.Tenant, record, call.Cancelled).ConfigureAwait(false), call.Agency)
        || (await call.HeldAsync(record).ConfigureAwait(false) is { } held && await call.MayWriteAsync(held).ConfigureAwait(false));

    private static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.Created => "created",
        ChangeKind.Replaced => "replaced",
        ChangeKind.Retracted => "retracted",
        ChangeKind.Merged => "merged",
        ChangeKind.Restricted => "restricted",
        _ => "disposed",
    };
}
