using System.Diagnostics;
using System.Globalization;

namespace Policing.Benchmarks.ToolRuns;

/// <summary>One run of a program: how long, how much of the processors, and the most memory in use.</summary>
internal sealed record ToolRun(double Seconds, double ProcessorSeconds, long PeakBytes)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>How many processors it kept busy.</summary>
    public double Cores => ProcessorSeconds / Seconds;

    /// <summary>A run of this program itself, in a process of its own.</summary>
    public static ToolRun OfThisProgram(string[] arguments) => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Start(Environment.ProcessPath!, [typeof(ToolRun).Assembly.Location, .. arguments])
        : Start(Environment.ProcessPath!, arguments);

    public static ToolRun Start(string program, string[] arguments)
    {
        ProcessStartInfo info = new(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in arguments) info.ArgumentList.Add(argument);
        // A console program's defaults, some of which this program switches off for itself.
        foreach (string name in info.Environment.Keys.Where(n => n.StartsWith("DOTNET_gc", StringComparison.OrdinalIgnoreCase)).ToArray()) info.Environment.Remove(name);
        long start = Stopwatch.GetTimestamp(), peak = 0;
        using Process process = Process.Start(info)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync();
        TimeSpan busy = TimeSpan.Zero;
        while (!process.WaitForExit(Pace))
        {
            peak = Math.Max(peak, Peak(process));
            busy = Busy(process, busy);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        said.GetAwaiter().GetResult();
        // 1 is what the records come to, some of which are bad on purpose.
        if (process.ExitCode is not (0 or 1)) throw new InvalidOperationException("A program that is measured did not run as it should.");
        return new(seconds, busy.TotalSeconds, peak);
    }

    // Of a process that has ended it cannot be asked any more: the last answer counts, a fiftieth of a second before.
    private static TimeSpan Busy(Process process, TimeSpan before)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return before;
        }
    }

    // The kernel keeps the high-water mark; elsewhere it is what is in use at the moment.
    private static long Peak(Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            string? line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(static l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - " kB".Length), NumberStyles.Integer, CultureInfo.InvariantCulture) << 10;
        }
        catch (Exception trouble) when (trouble is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
