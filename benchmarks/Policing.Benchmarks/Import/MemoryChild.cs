using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Policing.DataModel.Codes;
using Policing.PoliceUk;

namespace Policing.Benchmarks.Import;

/// <summary>What the process does that <see cref="MemoryFigures"/> starts: one import, and then its peak working set in bytes on standard output.</summary>
internal static class MemoryChild
{
    /// <summary>The hidden command that starts it, followed by the archive and the output folder.</summary>
    public const string Command = "import-child";

    public static async Task<int> RunAsync(string archive, string outputFolder)
    {
        // A console program's default, which this program switches off for itself; without it the peak would be another.
        if (GCSettings.IsServerGC || GCSettings.LatencyMode != GCLatencyMode.Interactive)
        {
            Console.Error.WriteLine("The child does not run with the collector's defaults.");
            return 1;
        }

        ArchiveImport import = new(new() { OperationalStatus = OperationalStatus.Test });
        ArchiveImportReport report = await import.RunAsync([archive], outputFolder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Written} {PeakWorkingSet()}"));
        return 0;
    }

    private static long PeakWorkingSet()
    {
        if (!OperatingSystem.IsLinux())
        {
            using Process self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }

        // .NET gives what is in use at the moment here; the kernel keeps the high-water mark.
        string line = File.ReadLines("/proc/self/status").First(static l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - " kB".Length), NumberStyles.Integer, CultureInfo.InvariantCulture) << 10;
    }
}
