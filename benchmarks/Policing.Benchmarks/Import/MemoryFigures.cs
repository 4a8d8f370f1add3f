using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;
using Policing.Testing;

namespace Policing.Benchmarks.Import;

/// <summary>
/// The peak working set of a process that imports an archive of one force and month, against that of one that imports ten times as much: the
/// files are ten times as long, not ten times as many. Each imports as a user's program would, with everything written read back and checked.
/// </summary>
internal static class MemoryFigures
{
    private const string Name = "import.memory";
    private const int FewRows = 16_000;
    private const int ManyRows = 160_000;
    private const int Rounds = 2;

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts/import");

    /// <summary>Makes both archives.</summary>
    public static void Prepare()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        foreach (int rows in (int[])[FewRows, ManyRows])
        {
            // Half street, a quarter each outcomes and stops.
            SyntheticArchive archive = new(new() { Forces = ["avon-and-somerset"], Months = 1, StreetRows = rows / 2, OutcomeRows = rows / 4, StopRows = rows / 4 });
            using FileStream zip = File.Create(ArchiveOf(rows));
            archive.WriteZip(zip);
        }
    }

    public static void Run(FigureSheet sheet)
    {
        List<double> few = [], many = [];
        for (int round = 0; round < Rounds; round++)
        {
            few.Add(Peak(FewRows));
            many.Add(Peak(ManyRows));
        }

        // The larger of each: a peak that one run had is a peak that a user can have.
        sheet.AddRatio(Name, many.Max(), few.Max(), 1.3, $"{ManyRows:#,0} rows {many.Max():0.0} MiB, {FewRows:#,0} rows {few.Max():0.0} MiB");
    }

    private static string ArchiveOf(int rows) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{rows}.zip"));

    /// <summary>MiB.</summary>
    private static double Peak(int rows)
    {
        string output = Path.Combine(Folder, "output");
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        ProcessStartInfo info = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(info.FileName) == "dotnet") info.ArgumentList.Add(typeof(MemoryFigures).Assembly.Location);
        info.ArgumentList.Add(MemoryChild.Command);
        info.ArgumentList.Add(ArchiveOf(rows));
        info.ArgumentList.Add(output);
        // The runtime's defaults, whatever this process was started with, and those of a console program where this one has its own.
        foreach (string name in info.Environment.Keys.Where(IsOfTheRuntime).ToArray()) info.Environment.Remove(name);
        info.Environment["DOTNET_gcConcurrent"] = "1";
        using Process child = Process.Start(info)!;
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        string[] parts = said.Split(' ', StringSplitOptions.TrimEntries);
        if (child.ExitCode != 0 || parts.Length != 2) throw new InvalidOperationException("The importing process did not run as it should.");
        return long.Parse(parts[1], CultureInfo.InvariantCulture) / (double)(1 << 20);
    }

    private static bool IsOfTheRuntime(string name) =>
        name.StartsWith("COMPlus_", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("DOTNET_ROOT", StringComparison.OrdinalIgnoreCase));
}
