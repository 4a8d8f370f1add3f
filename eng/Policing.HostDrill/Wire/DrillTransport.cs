using System.Collections.Concurrent;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Wire;

/// <summary>Where the drill stands between its clients and the server: it counts, loses answers, cuts connections and, when told, plants faults. Thread-safe.</summary>
internal sealed class DrillTransport(Ledger ledger, int seed)
{
    private readonly ConcurrentDictionary<Planted, byte> _toPlant = new();
    private readonly ConcurrentDictionary<PartyName, string> _tokens = new();
    private int _handlers;

    public Ledger Ledger => ledger;

    /// <summary>Of a hundred writes, how many are carried out and their answers thrown away.</summary>
    public int LostOfHundred { get; init; } = 3;

    /// <summary>Of a hundred requests, how many are cut off at a random moment.</summary>
    public int CutOfHundred { get; init; } = 1;

    /// <summary>Whether answers are lost and connections cut now.</summary>
    public bool IsRough { get; set; }

    /// <summary>What was planted.</summary>
    public ConcurrentQueue<Planted> Done { get; } = new();

    public void Plant(Planted fault) => _toPlant.TryAdd(fault, 0);

    /// <summary>A handler over connections of its own.</summary>
    public HttpMessageHandler For(PartyName party) =>
        new WireHandler(this, party, new Random(HashCode.Combine(seed, Interlocked.Increment(ref _handlers)))) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } };

    /// <summary>Whether the caller is to do it; once.</summary>
    public bool Take(Planted fault)
    {
        if (_toPlant.IsEmpty || !_toPlant.TryRemove(fault, out _)) return false;
        Done.Enqueue(fault);
        return true;
    }

    public void Know(PartyName party, string token) => _tokens[party] = token;

    /// <summary>A token of the same agency in another tenant; null where none is known yet.</summary>
    public string? TokenOfOtherTenant(PartyName party) => _tokens.FirstOrDefault(pair => pair.Key.Agency == party.Agency && pair.Key.Tenant != party.Tenant).Value;
}
