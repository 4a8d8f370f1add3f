using System.Globalization;
using System.Runtime;
using Policing.Benchmarks.Quick;
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Written} {WorkingSet.Peak()}"));
        return 0;
    }
}
