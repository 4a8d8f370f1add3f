using Policing.AuditDrill.Checking;
using Policing.Ethics.Audit;

namespace Policing.AuditDrill.Killing;

/// <summary>Two processes write to one SQLite file and are killed at random moments, over and over; the log goes on each time.</summary>
internal static class SqliteKillDrill
{
    public static async Task<int> RunAsync(DrillOptions options)
    {
        using DrillFolder folder = DrillFolder.Make();
        Random random = new(options.Seed);
        LogCheck check = new();
        LogCheck whole = new();
        ulong size = 0;
        for (int round = 1; round <= options.Times; round++)
        {
            using (WriterGroup writers = new(folder, round, processes: 2, connection: null))
            {
                await writers.WaitAsync(random);
                await writers.KillAsync();
                writers.NoteIn(check, whole);
            }
            await using AuditLog log = folder.Log();
            size = await check.HoldsAsync(log, $"after kill {round}");
        }
        await using (AuditLog log = folder.Log()) await whole.HoldsAsync(log, "in the end");
        Console.WriteLine($"SQLite: {options.Times} kills of two processes; {check.Promised} entries acknowledged, {size} in one tree");
        Console.WriteLine("held");
        return 0;
    }
}
