using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>Records that are released together under one audit entry, which names every one that was shown.</summary>
internal sealed class SharedEntry(PartnerCall call)
{
    private readonly List<ConsideredRecord> _shown = [];

    /// <summary>What may be shown of a record. It counts for nothing until it is shown.</summary>
    /// <param name="record">The record as it is held.</param>
    /// <param name="facts">What rules see besides.</param>
    public async ValueTask<ConsideredRecord> ConsiderAsync(PoliceRecord record, params string[] facts)
    {
        AccessRequest reading = await call.ReadingAsync(record).ConfigureAwait(false);
        reading = reading with { Facts = ValueList.From(reading.Facts.Concat(facts)) };
        AccessDecision decision = await call.ConsiderAsync(reading).ConfigureAwait(false);
        if (PartnerCall.IsWhateverTheRecord(decision.Cause)) throw PartnerCall.ProblemOf(decision.RefusalCode).With();
        return new ConsideredRecord(record, reading, decision, decision.IsPermitted ? Copy(record, decision) : null);
    }

    public void Show(ConsideredRecord considered) => _shown.Add(considered);

    private PoliceRecord? Copy(PoliceRecord record, AccessDecision decision)
    {
        try
        {
            return call.Parts.Gate.Change(record, decision, call.Context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It cannot be minimised as the rules ask, so it is not shown.
            return null;
        }
    }

    /// <summary>Writes the entry, and then the disclosures; after it the copies may go out.</summary>
    /// <param name="whole">The decision on the call itself, for where nothing is shown.</param>
    /// <param name="text">What there is to say, such as the digest of the query.</param>
    public async ValueTask WriteDownAsync(AccessDecision whole, string? text)
    {
        AccessDecision decision = _shown.Count == 0 ? whole : Together();
        RecordId[] ids = [.. _shown.Select(shown => shown.Record.Id).Distinct()];
        bool given = _shown.Exists(shown => shown.Reading.Operation is AccessOperation.Disclosure);
        AccessRequest request = call.Request(given ? AccessOperation.Disclosure : AccessOperation.Consultation) with { Recipient = given ? call.Agency : null };
        await call.WriteDownAsync(decision, request, ValueList.Create<RecordId>(ids), text).ConfigureAwait(false);
        foreach (ConsideredRecord shown in _shown) await call.DiscloseAsync(shown.Record.Id, shown.Reading).ConfigureAwait(false);
    }

    // All that let something be shown, and all that they ask for besides changes to data, which are done.
    private AccessDecision Together()
    {
        AccessDecision[] decisions = [.. _shown.Select(shown => shown.Decision)];
        string[] rules = [.. decisions.SelectMany(decision => decision.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Obligation[] obligations = [.. decisions.SelectMany(decision => decision.Obligations).Distinct()];
        return AccessDecision.Permit(decisions[0].PolicyHash, ValueList.Create<string>(rules), ValueList.Create<Obligation>(obligations), decisions.Any(decision => decision.IsEmergency));
    }
}
