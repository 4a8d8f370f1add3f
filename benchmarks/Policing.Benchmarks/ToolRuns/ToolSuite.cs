using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Start;
using Policing.Benchmarks.Validation;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Benchmarks.ToolRuns;

/// <summary>
/// The policing tool as a process: how fast it validates 1 GB of NDJSON for the cores that it keeps busy, against the library on one core in this process; in
/// how much memory; and how soon it says its version, against a program that says hello.
/// </summary>
internal static class ToolSuite
{
    private const long LargeBytes = 1_000_000_000;
    private const int Rounds = 15;
    private const double LeastShare = 0.70;
    private const double MostMiB = 250;
    private const double MostTimesHello = 3;

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts/tool");
    private static readonly string Program = Path.Combine(Folder, "published", "Policing.Cli");
    private static readonly string Large = Path.Combine(Folder, "large.ndjson");

    public static void Prepare()
    {
        Directory.CreateDirectory(Folder);
        Publish();
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
        // The library before and after: the tool's minute lies between, and the better of the two counts.
        double before = LibraryRate();
        ToolRun run = ToolRun.Start(Program, ["validate", Large, "--quiet"]);
        double library = Math.Max(before, LibraryRate());
        double rate = run.Bytes(Large) / run.Seconds, cores = run.ProcessorSeconds / run.Seconds;
        string note = string.Create(CultureInfo.InvariantCulture, $"{rate / 1e6:0} MB/s on {cores:0.00} cores, the library {library / 1e6:0} MB/s on one; of {Environment.ProcessorCount} cores {rate / library / Environment.ProcessorCount:0.00}; {run.Seconds:0.0} s");
        sheet.Add(Figure.AtLeast("tool.validate.rate", rate / (library * cores), LeastShare, "", note));
        sheet.Add(new("tool.validate.memory", run.PeakBytes / (double)(1 << 20), MostMiB, "MiB", "the most that was in use while it validated 1 GB"));
    }

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

    private static double LibraryRate()
    {
        byte[] lines = TypicalLines.Dirty().Ndjson;
        double best = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 5 || Stopwatch.GetElapsedTime(start).TotalSeconds < 8; round++)
        {
            long turn = Stopwatch.GetTimestamp();
            ReadAsync(lines).GetAwaiter().GetResult();
            best = Math.Min(best, Stopwatch.GetElapsedTime(turn).TotalSeconds);
        }

        return lines.Length / best;
    }

    private static async Task ReadAsync(byte[] lines)
    {
        using MemoryStream stream = new(lines);
        await foreach (RecordLine line in new PolicingValidator().ReadLinesAsync(stream)) _ = line.Record;
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

    private static void Publish()
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", Path.Combine(Repository.Root, "src/Policing.Cli"), "-c", "Release", "-o", Path.GetDirectoryName(Program)!, "-v", "quiet", "--nologo" },
            UseShellExecute = false,
        })!;
        process.WaitForExit();
    }
}
