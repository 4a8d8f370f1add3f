using System.Text;
using Policing.AuditDrill.Checking;

namespace Policing.AuditDrill.Tracing;

/// <summary>
/// Under strace: of random acknowledged entries, the page with the entry's id was written to the write-ahead log, a sync of it began after that, and came back before the
/// acknowledgement was written.
/// </summary>
internal static class TraceDrill
{
    public static async Task<int> RunAsync(DrillOptions options)
    {
        if (!ChildProcess.IsThere("strace")) throw new DrillException("strace is not here.");
        (int early, string counts) = await TraceAsync(options, isUnsafe: false);
        if (early > 0) throw new DrillException($"{early} of {options.Times} entries were acknowledged before a sync of their page came back.");
        Console.WriteLine($"SQLite under strace, synchronous=FULL: {options.Times} acknowledgements, each after the sync of the page that holds its entry; {counts}");
        (early, counts) = await TraceAsync(options, isUnsafe: true);
        if (early == 0) throw new DrillException("With synchronous=OFF no acknowledgement was early: this drill finds nothing.");
        Console.WriteLine($"SQLite under strace, synchronous=OFF: {early} of {options.Times} acknowledgements were early, as they should be; {counts}");
        Console.WriteLine("held");
        return 0;
    }

    private static async Task<(int Early, string Counts)> TraceAsync(DrillOptions options, bool isUnsafe)
    {
        using DrillFolder folder = DrillFolder.Make();
        string trace = Path.Combine(folder.Path, "trace");
        string acknowledged = Path.Combine(folder.Path, "acknowledged");
        int code = await ChildProcess.RunAsync(
            [
                "strace", "-f", "-qq", "-y", "-xx", "-s", "100000", "-e", "trace=pwrite64,pwritev,write,fsync,fdatasync", "-e", "signal=none", "-o", trace, "--",
                .. ChildProcess.Self, "write", "--folder", folder.Path, "--acks", acknowledged, "--writers", "4", "--entries", $"{options.Times + (options.Times / 2)}",
                "--unsafe", isUnsafe ? "1" : "0",
            ]);
        if (code != 0) throw new DrillException($"The traced writer ended with {code}: may this process trace another?");
        SystemCalls calls = SystemCalls.Read(trace);
        Guid[] entries = [.. Promises.Read(acknowledged).Entries];
        new Random(options.Seed).Shuffle(entries);
        return (entries.Take(options.Times).Count(entry => !IsSyncedFirst(calls, entry)), $"{calls.Syncs.Count} syncs for {entries.Length} entries");
    }

    private static bool IsSyncedFirst(SystemCalls calls, Guid entry)
    {
        SystemCall written = calls.FirstWrite("-wal", entry.ToByteArray(bigEndian: true)) ?? throw new DrillException("An acknowledged entry was never written.");
        SystemCall told = calls.FirstWrite("acknowledged", Encoding.ASCII.GetBytes(entry.ToString("D"))) ?? throw new DrillException("An acknowledgement is missing from the trace.");
        return calls.Syncs.Any(sync => sync.File.EndsWith("-wal", StringComparison.Ordinal) && sync.Began > written.Ended && sync.Ended < told.Began);
    }
}
