using System.Diagnostics;
using System.Globalization;

namespace Policing.AuditDrill;

/// <summary>Power cuts: what was not synced is taken back, or half of it. See power-loss.c.</summary>
internal static class PowerDrill
{
    public static async Task RunAsync(int rounds, bool isSafe)
    {
        using DrillFolder tools = new();
        string library = Build(tools.Path);
        Random random = new();
        int acknowledged = 0;
        int lost = 0;
        for (int round = 0; round < rounds; round++)
        {
            using DrillFolder folder = new();
            int seed = random.Next(1, int.MaxValue);
            // The first hundred or so are the making of the tables.
            int after = random.Next(20, 1_500);
            Dictionary<string, string> environment = new()
            {
                ["LD_PRELOAD"] = library,
                ["POWER_PREFIX"] = folder.Store,
                ["POWER_AFTER"] = after.ToString(CultureInfo.InvariantCulture),
                ["POWER_SEED"] = seed.ToString(CultureInfo.InvariantCulture),
            };
            using WriterProcess writer = new(folder.Store, folder.Key, 8, 100_000, isSafe, environment);
            List<string> ids = await writer.ReadAsync();
            if (writer.ExitCode == 0) throw new DrillFailedException("The power was never lost: the library was not loaded.");
            try
            {
                lost += await DrillLog.CheckAsync(folder.Store, folder.Key, ids, isSafe);
            }
            catch (DrillFailedException exception)
            {
                throw new DrillFailedException($"{exception.Message} POWER_AFTER={after} POWER_SEED={seed}");
            }
            acknowledged += ids.Count;
        }
        Console.WriteLine($"synchronous={(isSafe ? "FULL" : "OFF")}: {rounds} power cuts, {acknowledged} acknowledged entries, {lost} lost");
        if (!isSafe && lost == 0) throw new DrillFailedException("Nothing was lost without waiting for the disk: the harness shows nothing.");
        if (acknowledged == 0) throw new DrillFailedException("Nothing was acknowledged.");
    }

    private static string Build(string folder)
    {
        if (!OperatingSystem.IsLinux()) throw new MeansMissingException("preloading is done on Linux only");
        string source = Path.Combine(Source(), "power-loss.c");
        string library = Path.Combine(folder, "power-loss.so");
        try
        {
            using Process compiler = Process.Start(new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"]))!;
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? library : throw new DrillFailedException("power-loss.c does not compile.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new MeansMissingException("a C compiler, cc, is not here");
        }
    }

    private static string Source()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "eng", "Policing.AuditDrill");
    }
}
