namespace Policing.AuditDrill;

/// <summary>Two processes on one SQLite file.</summary>
internal static class TwoDrill
{
    public static async Task RunAsync(int entries)
    {
        using DrillFolder folder = new();
        using WriterProcess one = new(folder.Store, folder.Key, 4, entries);
        using WriterProcess two = new(folder.Store, folder.Key, 4, entries);
        List<string>[] ids = await Task.WhenAll(one.ReadAsync(), two.ReadAsync());
        if (one.ExitCode != 0 || two.ExitCode != 0) throw new DrillFailedException("A writer failed.");
        List<string> all = [.. ids[0], .. ids[1]];
        if (all.Count != 2 * entries) throw new DrillFailedException($"{all.Count} acknowledgements, {2 * entries} expected.");
        await DrillLog.CheckAsync(folder.Store, folder.Key, all);
        Console.WriteLine($"two processes, {all.Count} entries, one tree");
    }
}
