using System.Diagnostics;

namespace Policing.Benchmarks.Start;

/// <summary>A program of benchmarks/startup, published, and how long it takes from start to end.</summary>
internal sealed record StartProgram(string Path, string Expected)
{
    /// <summary>Milliseconds of one run.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not say what it should.</exception>
    public double Run()
    {
        ProcessStartInfo info = new(Path) { RedirectStandardOutput = true, UseShellExecute = false };
        // The same settings for all, and the runtime's defaults, whatever this process was started with.
        foreach (string name in info.Environment.Keys.Where(IsOfTheRuntime).ToArray()) info.Environment.Remove(name);
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(info)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (process.ExitCode != 0 || said.TrimEnd() != Expected) throw new InvalidOperationException($"{System.IO.Path.GetFileName(Path)} did not run as it should.");
        return milliseconds;
    }

    private static bool IsOfTheRuntime(string name) =>
        name.StartsWith("COMPlus_", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("DOTNET_ROOT", StringComparison.OrdinalIgnoreCase));
}
