using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>Finds the records that a search looks at.</summary>
internal static class SearchCandidates
{
    /// <summary>The criteria, those of an event's place turned into the events that are linked to such places, as far as the caller may see places and links.</summary>
    public static async ValueTask<IReadOnlyList<Criterion>> WithPlacesAsync(PartnerCall call, IReadOnlyList<Criterion> criteria, SharedEntry entry)
    {
        List<Criterion> made = [];
        foreach (Criterion criterion in criteria)
        {
            if (criterion.Place is not { } place)
            {
                made.Add(criterion);
                continue;
            }
            HashSet<RecordId> there = [];
            CandidateQuery query = new() { Type = "location", AnyOf = ValueList.From(place[0].Keys) };
            await foreach (StoredRecord stored in call.Parts.Store.CandidatesAsync(call.Tenant, query, call.Cancelled).ConfigureAwait(false))
                if (await MaySeeAsync(entry, stored.Read(), place).ConfigureAwait(false)) there.UnionWith(await LinkedAsync(call, entry, stored.Id, []).ConfigureAwait(false));
            made.Add(criterion with { Test = record => there.Contains(record.Id) ? MatchQuality.Same : MatchQuality.Different });
        }
        return made;
    }

    public static async IAsyncEnumerable<PoliceRecord> OfAsync(PartnerCall call, SearchRequest search, IReadOnlyList<Criterion> criteria, SharedEntry entry)
    {
        if (!search.LinkedTo.IsAbsent)
        {
            foreach (RecordId id in await LinkedToAsync(call, search, entry).ConfigureAwait(false))
                if (await call.HeldAsync(id).ConfigureAwait(false) is { } record && record.Type == search.Type) yield return record;
            yield break;
        }
        Criterion? keyed = criteria.FirstOrDefault(criterion => criterion is { IsSelective: true, Keys.Count: > 0 });
        CandidateQuery query = new() { Type = search.Type, AnyOf = ValueList.From(keyed?.Keys ?? []) };
        await foreach (StoredRecord stored in call.Parts.Store.CandidatesAsync(call.Tenant, query, call.Cancelled).ConfigureAwait(false))
            if (stored.Type == search.Type) yield return stored.Read();
    }

    // One that the caller may not see links to nothing.
    private static async ValueTask<HashSet<RecordId>> LinkedToAsync(PartnerCall call, SearchRequest search, SharedEntry entry)
    {
        PoliceRecord? record = await call.HeldAsync(search.LinkedTo).ConfigureAwait(false);
        if (record is null || record.Type != search.LinkedToType || !await call.MaySeeAsync(record).ConfigureAwait(false)) return [];
        return await LinkedAsync(call, entry, search.LinkedTo, search.Roles).ConfigureAwait(false);
    }

    private static async ValueTask<HashSet<RecordId>> LinkedAsync(PartnerCall call, SharedEntry entry, RecordId record, IReadOnlyList<string> roles)
    {
        HashSet<RecordId> linked = [];
        CandidateQuery query = new() { Type = "link", AnyOf = [SearchKeys.End(record)] };
        await foreach (StoredRecord stored in call.Parts.Store.CandidatesAsync(call.Tenant, query, call.Cancelled).ConfigureAwait(false))
        {
            if (stored.Read() is not Link link || (roles.Count > 0 && !roles.Contains(link.Role?.OwnCode, StringComparer.Ordinal))) continue;
            if ((await entry.ConsiderAsync(link).ConfigureAwait(false)).Copy is not Link { From: { } from, To: { } to }) continue;
            if (from.Id.Means(record)) linked.Add(to.Id);
            else if (to.Id.Means(record)) linked.Add(from.Id);
        }
        return linked;
    }

    private static async ValueTask<bool> MaySeeAsync(SharedEntry entry, PoliceRecord place, IReadOnlyList<Criterion> criteria) =>
        criteria.All(criterion => criterion.Test(place) is MatchQuality.Same)
        && (await entry.ConsiderAsync(place).ConfigureAwait(false)).Copy is { } copy && criteria.All(criterion => criterion.Test(copy) is MatchQuality.Same);
}
