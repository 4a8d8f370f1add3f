using System.Collections.Concurrent;
using System.Globalization;
using Policing.DataModel;

namespace Policing.HostDrill.Accounts;

/// <summary>All that the drill sent and what it was answered, to hold the server to. Thread-safe.</summary>
internal sealed class Ledger(int seed)
{
    private const int MostSaid = 40;

    private readonly ConcurrentDictionary<Guid, CallAccount> _calls = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<SentWrite>> _writes = new();
    private readonly ConcurrentDictionary<(string Tenant, RecordId Id), RecordAccount> _records = new();
    private readonly ConcurrentDictionary<string, byte> _strangers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FaultKind, int> _faults = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _markers;

    public IReadOnlyDictionary<Guid, CallAccount> Calls => _calls;

    public IEnumerable<RecordAccount> Records => _records.Values;

    /// <summary>Entries that refusals of callers without a token named.</summary>
    public ICollection<string> EntriesOfStrangers => _strangers.Keys;

    public IReadOnlyDictionary<FaultKind, int> Faults => _faults;

    public IEnumerable<KeyValuePair<string, int>> Counts => _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Notes a fault, and says so: nothing here is about people.</summary>
    public void Fault(FaultKind kind, string words)
    {
        int count = _faults.AddOrUpdate(kind, 1, static (_, before) => before + 1);
        if (count <= MostSaid) Console.WriteLine($"FAULT {kind}: {words}");
    }

    public void Count(string what, int more = 1) => _counts.AddOrUpdate(what, static (_, first) => first, static (_, before, next) => before + next, more);

    public int CountOf(string what) => _counts.GetValueOrDefault(what);

    public CallAccount Call(Guid correlation, string operation, bool isStream) => _calls.GetOrAdd(correlation, static (_, kind) => new CallAccount(kind.operation, kind.isStream), (operation, isStream));

    public void Stranger(string entry) => _strangers.TryAdd(entry, 0);

    /// <summary>The record of a number. In every tenant it has the same id.</summary>
    public RecordAccount Record(string tenant, int number, bool isHidden = false, bool isEssex = false)
    {
        RecordId id = IdOf(number);
        return _records.GetOrAdd((tenant, id), _ => new RecordAccount(tenant, id, number, isHidden, isEssex));
    }

    public RecordAccount? Find(string tenant, RecordId id) => _records.GetValueOrDefault((tenant, id));

    /// <summary>A marker that no other write has.</summary>
    public string NewMarker(RecordAccount record)
    {
        string marker = record.MarkerStart + Interlocked.Increment(ref _markers).ToString(CultureInfo.InvariantCulture);
        record.Send(marker);
        return marker;
    }

    /// <summary>Says what a call writes, before it is sent.</summary>
    public void Expect(Guid correlation, params IReadOnlyList<SentWrite> writes) => _writes[correlation] = writes;

    public IReadOnlyList<SentWrite> WritesOf(Guid correlation) => _writes.GetValueOrDefault(correlation) ?? [];

    private RecordId IdOf(int number) => RecordId.Derive("host-drill", string.Create(CultureInfo.InvariantCulture, $"{seed}/{number}"));
}
