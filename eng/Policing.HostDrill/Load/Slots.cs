using Policing.HostDrill.Accounts;

namespace Policing.HostDrill.Load;

/// <summary>The records of a tenant that several write to at once. A record that has many versions gives its place to a new one. Thread-safe.</summary>
internal sealed class Slots(Ledger ledger, string tenant)
{
    private const int Places = 12;
    private const int MostVersions = 40;

    private readonly RecordAccount?[] _places = new RecordAccount?[Places];
    private int _numbers;

    /// <summary>A record that is there; null where the place is free.</summary>
    public RecordAccount? At(int draw) => Volatile.Read(ref _places[draw % Places]) is { Latest: < MostVersions } record ? record : null;

    public void Put(int draw, RecordAccount record) => Volatile.Write(ref _places[draw % Places], record);

    /// <summary>A record that nobody has used. Every third is hidden from Essex.</summary>
    public RecordAccount New(bool isEssex = false)
    {
        int number = Interlocked.Increment(ref _numbers);
        return ledger.Record(tenant, number, isHidden: !isEssex && number % 3 == 0, isEssex);
    }
}
