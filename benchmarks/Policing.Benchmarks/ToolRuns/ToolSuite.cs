using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Start;
using Policing.Benchmarks.Validation;

namespace Policing.Benchmarks.ToolRuns;

/// <summary>
/// The policing tool as a process: how fast it validates 1 GB of NDJSON for the cores that it keeps busy, against a program in which one thread has the library
/// validate the same file (docs/decisions/0117); in how much memory; and how soon it says its version, against a program that says hello.
/// </summary>
internal static class ToolSuite
{
    private const long LargeBytes = 1_000_000_000;
    private const int Rounds = 15;
    private const int LeastTurns = 2;
    private const int MostTurns = 4;
    private const double LeastShare = 0.70;
    private const double MostMiB = 250;
    private const double MostTimesHello = 3;

    // Of a minute: a turn takes some twenty seconds where little else is at work.
    private static readonly TimeSpan TimeForTurns = TimeSpan.FromSeconds(30);

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts/tool");
    private static readonly string Program = Path.Combine(Folder, "published", "Policing.Cli");
    private static readonly string Large = Path.Combine(Folder, "large.ndjson");

    public static void Prepare()
    {
        Directory.CreateDirectory(Folder);
        PublishedProgram.Publish("src/Policing.Cli", Path.GetDirectoryName(Program)!);
        StartPublisher.Publish("hello", "Hello", native: false);
        if (!File.Exists(Large) || new FileInfo(Large).Length < LargeBytes) Write();
    }

    public static void Measure(FigureSheet sheet)
    {
        if (!File.Exists(Program))
        {
            sheet.Fail("tool.validate.rate", "dotnet publish failed; it says why above");
            return;
        }

        MeasureStart(sheet);
        MeasureValidation(sheet);
    }

    // One after the other, each a process of its own that begins with nothing compiled; of each the run that was disturbed least.
    private static void MeasureValidation(FigureSheet sheet)
    {
        List<ToolRun> library = [], tool = [];
        long start = Stopwatch.GetTimestamp();
        while (library.Count < LeastTurns || (library.Count < MostTurns && Stopwatch.GetElapsedTime(start) < TimeForTurns))
        {
            library.Add(ToolRun.OfThisProgram([LargeLinesChild.Command, Large, "0"]));
            tool.Add(ToolRun.Start(Program, ["validate", Large, "--quiet"]));
        }

        double bytes = new FileInfo(Large).Length, one = library.Min(LibrarySeconds);
        ToolRun best = tool.MinBy(r => r.ProcessorSeconds)!, soonest = tool.MinBy(r => r.Seconds)!;
        string note = string.Create(CultureInfo.InvariantCulture,
            $"of {tool.Count} turns: {best.ProcessorSeconds:0.0} s of the processors, one thread of the library {one:0.0}; by the clock {bytes / soonest.Seconds / 1e6:0} MB/s on {soonest.Cores:0.00} of {Environment.ProcessorCount} cores, the library {bytes / library.Min(r => r.Seconds) / 1e6:0}");
        // Its rate is bytes / seconds, the cores are processor seconds / seconds: the seconds of the clock, which others at work spoil, fall out.
        sheet.Add(Figure.AtLeast("tool.validate.rate", one / best.ProcessorSeconds, LeastShare, "", note));
        sheet.Add(new("tool.validate.memory", tool.Max(r => r.PeakBytes) / (double)(1 << 20), MostMiB, "MiB", "the most that was in use while it validated 1 GB"));
    }

    // What its collector and its compiler did on other threads is not held against it; nor is the time that it waited for a processor.
    private static double LibrarySeconds(ToolRun run) => Math.Min(run.Seconds, run.ProcessorSeconds);

    private static void MeasureStart(FigureSheet sheet)
    {
        if (StartPublisher.Publish("hello", "Hello", native: false) is not { } path)
        {
            sheet.Fail("tool.version.time", "dotnet publish failed; it says why above");
            return;
        }

        StartProgram hello = new(path, "Hello, World!");
        double nothing = double.MaxValue, version = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            nothing = Math.Min(nothing, hello.Run());
            version = Math.Min(version, ToolRun.Start(Program, ["--version"]).Seconds * 1000);
        }

        sheet.AddRatio("tool.version.time", version, nothing, MostTimesHello, string.Create(CultureInfo.InvariantCulture, $"{version:0.0} ms, hello {nothing:0.0} ms"));
    }

    private static void Write()
    {
        byte[] lines = TypicalLines.Dirty().Ndjson;
        using FileStream file = File.Create(Large);
        while (file.Length < LargeBytes)
        {
            file.Write(lines);
            file.WriteByte((byte)'\n');
        }
    }
}
