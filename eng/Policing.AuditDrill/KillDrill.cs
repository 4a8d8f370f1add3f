using Policing.Ethics.PostgreSql.Tests.Store;

namespace Policing.AuditDrill;

/// <summary>Writers that are killed, and servers: every acknowledged entry is there, and the log goes on.</summary>
internal static class KillDrill
{
    private const int Writers = 8;
    private const int Most = 100_000;

    public static async Task SqliteAsync(int rounds)
    {
        using DrillFolder folder = new();
        Random random = new();
        List<string> all = [];
        for (int round = 0; round < rounds; round++)
        {
            using WriterProcess writer = new(folder.Store, folder.Key, Writers, Most);
            all.AddRange(await writer.ReadAsync(random.Next(1, 200)));
            await DrillLog.CheckAsync(folder.Store, folder.Key, all);
        }
        Console.WriteLine($"SQLite: {rounds} writers killed, {all.Count} acknowledged entries, all there");
    }

    public static async Task PostgreSqlAsync(int rounds)
    {
        if (PrivateCluster.Missing is { } missing) throw new MeansMissingException(missing);
        using DrillFolder folder = new();
        using PrivateCluster cluster = PrivateCluster.Start();
        string database = cluster.NewDatabase();
        Random random = new();
        List<string> all = [];
        for (int round = 0; round < rounds; round++)
        {
            // In turns the writer, and the server under it.
            bool isServer = round % 2 == 1;
            using WriterProcess writer = new(database, folder.Key, Writers, Most);
            Task<List<string>> reading = writer.ReadAsync(isServer ? 1_000 : random.Next(1, 200));
            if (isServer)
            {
                await Task.Delay(random.Next(300, 1_500));
                cluster.KillHard();
            }
            all.AddRange(await reading);
            await DrillLog.CheckAsync(database, folder.Key, all);
        }
        Console.WriteLine($"PostgreSQL: {rounds} writers and servers killed, {all.Count} acknowledged entries, all there");
    }
}
