using System.Diagnostics;
using System.Globalization;

namespace Policing.Benchmarks.Quick;

/// <summary>The memory of this process.</summary>
internal static class WorkingSet
{
    /// <summary>The most bytes that were in use at a time.</summary>
    public static long Peak()
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
