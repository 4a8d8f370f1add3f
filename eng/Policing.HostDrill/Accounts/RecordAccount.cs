using Policing.DataModel;

namespace Policing.HostDrill.Accounts;

/// <summary>What was sent and acknowledged of one record. Every write of it has a marker of its own in the record. Thread-safe.</summary>
/// <param name="tenant">The tenant; another may have a record with the same id.</param>
/// <param name="id">The id.</param>
/// <param name="number">The number that the id and the registration mark come from.</param>
/// <param name="isHidden">Whether Kent alone may see it.</param>
/// <param name="isEssex">Whether Essex controls it, and not Kent.</param>
internal sealed class RecordAccount(string tenant, RecordId id, int number, bool isHidden, bool isEssex)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long?> _writes = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _acknowledged = [];
    private long _latest;

    public string Tenant => tenant;

    public RecordId Id => id;

    public int Number => number;

    public bool IsHidden => isHidden;

    public bool IsEssex => isEssex;

    /// <summary>Whether a change of status was sent: such a record is looked at by records managers.</summary>
    public bool IsStatusSent { get; set; }

    /// <summary>Whether a disposal was sent: what followers see of it depends on when they look.</summary>
    public bool IsDisposalSent { get; set; }

    /// <summary>The version of a disposal that was acknowledged; null for none.</summary>
    public long? Disposed { get; set; }

    /// <summary>The highest version that was acknowledged; 0 for none.</summary>
    public long Latest => Interlocked.Read(ref _latest);

    /// <summary>What every marker of this record begins with.</summary>
    public string MarkerStart => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tenant}/{number}/");

    public int Acknowledged
    {
        get
        {
            lock (_lock) return _acknowledged.Count;
        }
    }

    public void Send(string marker)
    {
        lock (_lock) _writes.TryAdd(marker, null);
    }

    /// <summary>Notes that the server said which version a write made. The fault where it said otherwise before.</summary>
    public FaultKind? Acknowledge(string marker, long version)
    {
        lock (_lock)
        {
            if (_writes.TryGetValue(marker, out long? before) && before is { } known && known != version) return FaultKind.Doubled;
            if (_acknowledged.TryGetValue(version, out string? other) && other != marker) return FaultKind.Lost;
            _writes[marker] = version;
            _acknowledged[version] = marker;
            if (version > _latest) Interlocked.Exchange(ref _latest, version);
            return null;
        }
    }

    /// <summary>Holds the history against what was acknowledged: every version that was is there, no write twice, and nothing that nobody sent.</summary>
    public IEnumerable<FaultKind> Compare(IReadOnlyList<(long Version, string Marker)> history)
    {
        lock (_lock)
        {
            List<FaultKind> faults = [];
            Dictionary<long, string> there = history.ToDictionary(entry => entry.Version, entry => entry.Marker);
            faults.AddRange(_acknowledged.Where(pair => there.GetValueOrDefault(pair.Key) != pair.Value).Select(_ => FaultKind.Lost));
            faults.AddRange(history.GroupBy(entry => entry.Marker, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(_ => FaultKind.Doubled));
            faults.AddRange(history.Where(entry => !_writes.ContainsKey(entry.Marker)).Select(entry => entry.Marker.StartsWith(MarkerStart, StringComparison.Ordinal) ? FaultKind.Doubled : FaultKind.Crossed));
            // Versions have no gap: a number that nobody has was somebody's write.
            if (history.Count > 0 && history.Max(entry => entry.Version) != history.Count) faults.Add(FaultKind.Lost);
            return faults;
        }
    }
}
