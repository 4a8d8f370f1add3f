using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;
using Policing.Testing;

namespace Policing.Benchmarks.Import;

/// <summary>
/// The peak working set of a process that imports ten months of one force, against that of one that imports a single month. Beside it, without a
/// bound, the peak where the ten months' rows stand in files of one month, ten times as long. Each process imports as a user's program would,
/// with everything written read back and checked.
/// </summary>
internal static class MemoryFigures
{
    private const string Name = "import.memory";
    private const int Rows = 16_000;
    private const int Times = 10;
    private const int Rounds = 2;

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts/import");

    /// <summary>Makes both archives.</summary>
    public static void Prepare()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        Make("month", months: 1, Rows);
        Make("months", months: Times, Rows);
        Make("long-month", months: 1, Rows * Times);
    }

    public static void Run(FigureSheet sheet)
    {
        // The larger of each: a peak that one run had is a peak that a user can have.
        double few = 0, many = 0;
        for (int round = 0; round < Rounds; round++)
        {
            few = Math.Max(few, Peak("month"));
            many = Math.Max(many, Peak("months"));
        }

        sheet.AddRatio(Name, many, few, 1.3, $"{Rows * Times:#,0} rows {many:0.0} MiB, {Rows:#,0} rows {few:0.0} MiB");
        double longFiles = Peak("long-month");
        sheet.Say($"{Name}: {longFiles / few:0.00} with the files ten times as long, not ten times as many ({longFiles:0.0} MiB)");
    }

    /// <summary>Half the rows of a month are street, a quarter each outcomes and stops.</summary>
    private static void Make(string name, int months, int rows)
    {
        SyntheticArchive archive = new(new()
        {
            Forces = ["avon-and-somerset"],
            FirstMonth = new(2022, 3, 1),
            Months = months,
            StreetRows = rows / 2,
            OutcomeRows = rows / 4,
            StopRows = rows / 4,
        });
        using FileStream zip = File.Create(ArchiveOf(name));
        archive.WriteZip(zip);
    }

    private static string ArchiveOf(string name) => Path.Combine(Folder, name + ".zip");

    /// <summary>MiB.</summary>
    private static double Peak(string name)
    {
        string output = Path.Combine(Folder, "output");
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        ProcessStartInfo info = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(info.FileName) == "dotnet") info.ArgumentList.Add(typeof(MemoryFigures).Assembly.Location);
        info.ArgumentList.Add(MemoryChild.Command);
        info.ArgumentList.Add(ArchiveOf(name));
        info.ArgumentList.Add(output);
        // The runtime's defaults, whatever this process was started with, and those of a console program where this one has its own.
        foreach (string setting in info.Environment.Keys.Where(IsOfTheRuntime).ToArray()) info.Environment.Remove(setting);
        info.Environment["DOTNET_gcConcurrent"] = "1";
        // As samples/Quickstart sets them.
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment["DOTNET_TC_QuickJitForLoops"] = "0";
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
