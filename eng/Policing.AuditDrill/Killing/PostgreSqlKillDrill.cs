using Policing.AuditDrill.Checking;
using Policing.AuditDrill.Servers;
using Policing.Ethics.Audit;

namespace Policing.AuditDrill.Killing;

/// <summary>Writers to a PostgreSQL server of our own are killed at random moments; every second time it is the server that is killed, and recovers.</summary>
internal static class PostgreSqlKillDrill
{
    public static async Task<int> RunAsync(DrillOptions options)
    {
        using DrillFolder folder = DrillFolder.Make();
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync();
        Random random = new(options.Seed);
        LogCheck check = new();
        LogCheck whole = new();
        (ulong size, int crashes) = (0, 0);
        for (int round = 1; round <= options.Times; round++)
        {
            using (WriterGroup writers = new(folder, round, processes: 2, server.Connection))
            {
                await writers.WaitAsync(random);
                if (round % 2 == 0)
                {
                    await server.CrashAsync();
                    await writers.EndAsync();
                    await server.StartAgainAsync();
                    crashes++;
                }
                else
                {
                    await writers.KillAsync();
                }
                writers.NoteIn(check, whole);
            }
            await using AuditLog log = folder.Log(server.Connection);
            size = await check.HoldsAsync(log, $"after kill {round}");
        }
        await using (AuditLog log = folder.Log(server.Connection)) await whole.HoldsAsync(log, "in the end");
        Console.WriteLine($"PostgreSQL: {options.Times - crashes} kills of two writers, {crashes} of the server; {check.Promised} entries acknowledged, {size} in one tree");
        Console.WriteLine("held");
        return 0;
    }
}
