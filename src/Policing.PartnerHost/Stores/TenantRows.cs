using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>What one tenant has in memory. Everything is done under its lock.</summary>
internal sealed class TenantRows
{
    private readonly Dictionary<RecordId, List<StoredRecord>> _versions = [];
    private readonly Dictionary<(string Type, string Key), HashSet<RecordId>> _byKey = [];
    private readonly Dictionary<string, HashSet<RecordId>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordId, (string Type, ValueList<string> Keys)> _keys = [];
    private readonly Dictionary<RecordId, List<Agency>> _disclosed = [];

    public Lock Lock { get; } = new();

    public List<StoredChange> Changes { get; } = [];

    public Dictionary<(string Client, string Key), KeyedOutcome> Outcomes { get; } = [];

    public StoredRecord? Latest(RecordId id) => _versions.TryGetValue(id, out List<StoredRecord>? versions) ? versions[^1] : null;

    public IEnumerable<StoredRecord> Versions(RecordId id) => _versions.TryGetValue(id, out List<StoredRecord>? versions) ? versions : [];

    public IEnumerable<StoredRecord> Candidates(CandidateQuery query)
    {
        if (query.AnyOf.IsEmpty) return _byType.TryGetValue(query.Type, out HashSet<RecordId>? all) ? all.Select(id => Latest(id)!) : [];
        HashSet<RecordId> found = [];
        foreach (string key in query.AnyOf)
            if (_byKey.TryGetValue((query.Type, key), out HashSet<RecordId>? ids)) found.UnionWith(ids);
        return found.Select(id => Latest(id)!);
    }

    public bool Accepts(StoreCommit commit)
    {
        if (commit.Outcome is { } outcome && Outcomes.TryGetValue((outcome.Client, outcome.Key), out KeyedOutcome? there) && there.HoldsAt(commit.Time)) return false;
        foreach (RecordWrite write in commit.Records)
            if ((Latest(write.Record.Id)?.Revision ?? 0) != write.Expected) return false;
        return true;
    }

    public void Put(RecordWrite write, DateTimeOffset time)
    {
        StoredRecord record = write.Record;
        if (!_versions.TryGetValue(record.Id, out List<StoredRecord>? versions)) _versions[record.Id] = versions = [];
        if (write.Kind is ChangeKind.Disposed) versions.Clear();
        versions.Add(record);
        Index(record, write.Keys);
        if (!write.Announced) return;
        Changes.Add(new StoredChange
        {
            Sequence = Changes.Count + 1,
            Record = record.Id,
            Type = record.Type,
            Kind = write.Kind,
            Time = time,
            Notified = write.Notified,
        });
    }

    public void Disclose(RecordId record, Agency recipient)
    {
        if (!_disclosed.TryGetValue(record, out List<Agency>? agencies)) _disclosed[record] = agencies = [];
        if (!agencies.Exists(agency => Agencies.AreSame(agency, recipient))) agencies.Add(recipient);
    }

    public ValueList<Agency> Recipients(RecordId record) => _disclosed.TryGetValue(record, out List<Agency>? agencies) ? ValueList.From(agencies) : default;

    private void Index(StoredRecord record, ValueList<string> keys)
    {
        if (_keys.TryGetValue(record.Id, out (string Type, ValueList<string> Keys) before))
        {
            _byType[before.Type].Remove(record.Id);
            foreach (string key in before.Keys)
                if (_byKey.TryGetValue((before.Type, key), out HashSet<RecordId>? ids) && ids.Remove(record.Id) && ids.Count == 0) _byKey.Remove((before.Type, key));
        }
        _keys[record.Id] = (record.Type, keys);
        SetOf(_byType, record.Type).Add(record.Id);
        foreach (string key in keys) SetOf(_byKey, (record.Type, key)).Add(record.Id);
    }

    private static HashSet<RecordId> SetOf<TKey>(Dictionary<TKey, HashSet<RecordId>> sets, TKey key)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out HashSet<RecordId>? set)) sets[key] = set = [];
        return set;
    }
}
