using System.Diagnostics;
using System.Globalization;
using Policing.Ethics.PostgreSql.Tests.Store;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Checking;
using Policing.HostDrill.Load;
using Policing.HostDrill.Servers;
using Policing.HostDrill.Wire;
using Policing.Samples.Partner.Identity;

namespace Policing.HostDrill;

/// <summary>Load on a server, and then the account: what was acknowledged is there once, nobody saw what is another's, followers heard all, and the audit log knows of every call.</summary>
internal sealed class Drill : IAsyncDisposable
{
    private const int WritersOfTenant = 3;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly DrillOptions _options;
    private readonly SampleServer _server;
    private readonly PrivateCluster? _cluster;
    private readonly string? _database;
    private readonly ClientKeys _keys;
    private readonly DrillTransport _transport;
    private readonly Party[] _parties;
    private readonly List<Worker> _workers = [];
    private readonly List<Follower> _followers = [];

    private Drill(DrillOptions options, SampleServer server, PrivateCluster? cluster, string? database)
    {
        (_options, _server, _cluster, _database) = (options, server, cluster, database);
        Ledger = new Ledger(options.Seed);
        _transport = new DrillTransport(Ledger, options.Seed);
        _keys = new ClientKeys(Path.Combine(server.Folder, "keys"));
        _parties = [.. PartyName.All.Select(name => new Party(name, server.Address, _keys, _transport))];
        foreach (string tenant in _parties.Select(party => party.Tenant).Distinct(StringComparer.Ordinal)) Staff(tenant);
    }

    public Ledger Ledger { get; }

    public IReadOnlyCollection<Planted> Planted => _transport.Done;

    public static async Task<Drill> StartAsync(DrillOptions options, PrivateCluster? cluster)
    {
        string? database = cluster?.NewDatabase();
        SampleServer server = new(database);
        await server.StartAsync();
        return new Drill(options, server, cluster, database);
    }

    /// <summary>Loads the server, and holds it to account.</summary>
    /// <param name="plant">What goes wrong on purpose, once each.</param>
    public async Task RunAsync(params IReadOnlyList<Planted> plant)
    {
        Stopwatch watch = Stopwatch.StartNew();
        await LoadAsync(plant);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load for {watch.Elapsed.TotalSeconds:0} s: {Ledger.Calls.Values.Sum(call => call.Sent)} requests, {Ledger.Calls.Values.Sum(call => call.Sent) / watch.Elapsed.TotalSeconds:0} a second"));
        HistoryCheck history = new(Ledger, _parties);
        await history.RunAsync();
        new FeedCheck(Ledger, history.Versions).Run(_followers);
        await _server.StopAsync();
        await new AuditLogCheck(Ledger, _server.Folder, _database).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Party party in _parties) party.Dispose();
        _keys.Dispose();
        await _server.DisposeAsync();
    }

    private void Staff(string tenant)
    {
        Slots slots = new(Ledger, tenant);
        Party kent = _parties.First(party => party.Tenant == tenant && party.IsKent);
        Party essex = _parties.First(party => party.Tenant == tenant && !party.IsKent);
        for (int number = 0; number < WritersOfTenant; number++) _workers.Add(new Writer(kent, Ledger, slots, NextSeed()));
        _workers.AddRange([new Reader(kent, Ledger, slots, NextSeed()), new Reader(essex, Ledger, slots, NextSeed()), new StatusChanger(kent, Ledger, slots, NextSeed()), new Submitter(essex, Ledger, slots, NextSeed())]);
        _followers.AddRange([new Follower(kent, Ledger, isStream: false, NextSeed()), new Follower(essex, Ledger, isStream: false, NextSeed()), new Follower(kent, Ledger, isStream: true, NextSeed())]);
    }

    private int NextSeed() => HashCode.Combine(_options.Seed, _workers.Count, _followers.Count) & int.MaxValue;

    private async Task LoadAsync(IReadOnlyList<Planted> plant)
    {
        using CancellationTokenSource written = new();
        using CancellationTokenSource followed = new();
        _transport.IsRough = true;
        Task[] following = [.. _followers.Select(follower => Task.Run(() => follower.RunAsync(followed.Token)))];
        Task[] working = [.. _workers.Select(worker => Task.Run(() => worker.RunAsync(written.Token)))];
        await DisturbAsync(plant);
        await written.CancelAsync();
        await Task.WhenAll(working).WaitAsync(s_patience);
        _transport.IsRough = false;
        await CatchUpAsync();
        await followed.CancelAsync();
        await Task.WhenAll(following).WaitAsync(s_patience);
        foreach (Follower follower in _followers.Where(follower => !follower.IsStream)) await follower.ReadAllAsync();
    }

    // The time that the load lasts, and what happens in it.
    private async Task DisturbAsync(IReadOnlyList<Planted> plant)
    {
        TimeSpan whole = TimeSpan.FromSeconds(_options.Seconds);
        Stopwatch watch = Stopwatch.StartNew();
        if (plant.Count > 0) await Task.Delay(whole / 2);
        foreach (Planted fault in plant) _transport.Plant(fault);
        for (int kills = 0; _options.RestartEvery > 0 && (kills == 0 || whole - watch.Elapsed > TimeSpan.FromSeconds(_options.RestartEvery)); kills++)
        {
            await Task.Delay(TimeSpan.FromSeconds(_options.RestartEvery));
            if (_cluster is not null && kills % 2 == 0) await KillDatabaseAsync(_cluster);
            else await KillServerAsync();
            foreach (Party party in _parties) party.ConnectAgain();
        }
        if (whole > watch.Elapsed) await Task.Delay(whole - watch.Elapsed);
    }

    private async Task KillServerAsync()
    {
        await _server.KillAsync();
        await _server.StartAsync();
        Ledger.Count("kill -9 of the server");
    }

    // The server stays, and has to do without for as long as the database takes to come back.
    private async Task KillDatabaseAsync(PrivateCluster cluster)
    {
        await Task.Run(cluster.KillHard);
        Ledger.Count("kill -9 of the database");
    }

    // Streams tell by themselves what was stored last.
    private async Task CatchUpAsync()
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_patience)
        {
            long pages = Pages();
            if (_followers.Where(follower => follower.IsStream).Sum(follower => follower.Last) >= pages && pages == await EndAsync()) return;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
        Ledger.Fault(FaultKind.Feed, "Followers did not come to the end.");
    }

    // Where the pages stand once nothing more has come for a while.
    private async Task<long> EndAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        return Pages();
    }

    private long Pages() => _followers.Where(follower => !follower.IsStream && follower.Reader.IsKent).Sum(follower => follower.Last);
}
