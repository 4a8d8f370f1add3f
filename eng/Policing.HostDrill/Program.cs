using Policing.Ethics.PostgreSql.Tests.Store;
using Policing.HostDrill;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Timing;
using Policing.HostDrill.Wire;

const string usage = """
    usage: dotnet run --project eng/Policing.HostDrill -- COMMAND [--database sqlite|postgresql] [--seed 1]
      load --seconds 60 [--restart 0]     mixed load on samples/PartnerApi over HTTP, with lost answers and cut connections, killed and started again every so many seconds; then the account
      self-check --seconds 10             the same with faults planted, each of which must be found
      hidden-or-missing --requests 2000   whether the time of an answer tells a hidden record from one that is not there, of each call
    With postgresql the server has a PostgreSQL server of the drill's own, which is killed in turn with it. The last line is `held` or counts the faults.
    """;

if (DrillOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(usage);
    return 2;
}
try
{
    if (options.IsPostgreSql && PrivateCluster.Missing is { } missing) throw new DrillException(missing);
    using PrivateCluster? cluster = options.IsPostgreSql ? PrivateCluster.Start() : null;
    return options.Command switch
    {
        "load" => await LoadAsync(options, cluster),
        "self-check" => await SelfCheckAsync(options, cluster),
        _ => await TimeAsync(options, cluster),
    };
}
catch (DrillException exception)
{
    Console.WriteLine(exception.Message);
    return 2;
}

static async Task<int> LoadAsync(DrillOptions options, PrivateCluster? cluster)
{
    await using Drill drill = await Drill.StartAsync(options, cluster);
    await drill.RunAsync();
    Print(drill.Ledger);
    Console.WriteLine(drill.Ledger.Faults.Count == 0 ? "held" : $"{drill.Ledger.Faults.Values.Sum()} faults");
    return drill.Ledger.Faults.Count == 0 ? 0 : 1;
}

static async Task<int> SelfCheckAsync(DrillOptions options, PrivateCluster? cluster)
{
    await using Drill drill = await Drill.StartAsync(options, cluster);
    await drill.RunAsync(Enum.GetValues<Planted>());
    FaultKind[] wanted = [FaultKind.Lost, FaultKind.Doubled, FaultKind.Crossed, FaultKind.Audit];
    FaultKind[] unseen = [.. wanted.Where(kind => !drill.Ledger.Faults.ContainsKey(kind))];
    bool isPlanted = drill.Planted.Count >= Enum.GetValues<Planted>().Length;
    if (!isPlanted) Console.WriteLine("Not every fault came to be planted: give it more seconds.");
    if (unseen.Length > 0) Console.WriteLine($"Not found: {string.Join(", ", unseen)}.");
    if (isPlanted && unseen.Length == 0) Console.WriteLine("every planted fault was found");
    return isPlanted && unseen.Length == 0 ? 0 : 1;
}

static async Task<int> TimeAsync(DrillOptions options, PrivateCluster? cluster)
{
    await using HiddenOrMissing timing = await HiddenOrMissing.StartAsync(options, cluster?.NewDatabase());
    bool holds = await timing.RunAsync(options.Requests);
    Console.WriteLine(holds ? "held" : "not held");
    return holds ? 0 : 1;
}

static void Print(Ledger ledger)
{
    foreach ((string what, int count) in ledger.Counts) Console.WriteLine($"  {count,9} {what}");
    foreach ((FaultKind kind, int count) in ledger.Faults) Console.WriteLine($"  {count,9} FAULTS {kind}");
}
