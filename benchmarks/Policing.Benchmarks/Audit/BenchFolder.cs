using System.Diagnostics;

namespace Policing.Benchmarks.Audit;

/// <summary>A folder on the disk of the working copy, since a folder for temporary files may be in memory; deleted at the end.</summary>
internal sealed class BenchFolder : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public BenchFolder()
    {
        Path = System.IO.Path.Combine(Repository.Root, "artifacts", "audit-bench-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>How often a page can be written and waited for.</summary>
    public double FsyncsPerSecond()
    {
        byte[] page = new byte[4096];
        using FileStream file = new(System.IO.Path.Combine(Path, "fsync"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        for (; Stopwatch.GetElapsedTime(start) < Turn; count++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
