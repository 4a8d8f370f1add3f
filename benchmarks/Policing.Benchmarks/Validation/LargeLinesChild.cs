using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Benchmarks.Validation;

/// <summary>
/// What the processes do that <see cref="LargeLines"/> starts: one validation of a file, and then the lines, those that could not be read, the
/// findings, a sum over all of them, the seconds and the peak working set in bytes on standard output.
/// </summary>
internal static class LargeLinesChild
{
    /// <summary>The hidden command that starts it, followed by the file and the number of threads, 0 for the sequential way.</summary>
    public const string Command = "lines-child";

    public static async Task<int> RunAsync(string path, string threads)
    {
        int degree = int.Parse(threads, CultureInfo.InvariantCulture);
        PolicingValidator validator = new();
        long lines = 0, unread = 0, findings = 0;
        ulong sum = 0;
        long start = Stopwatch.GetTimestamp();
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await foreach (RecordLine line in degree == 0 ? validator.ReadLinesAsync(file) : validator.ReadLinesInParallelAsync(file, degree))
        {
            lines++;
            if (line.Record is null) unread++;
            foreach (Finding finding in line.Result.Report.Findings)
            {
                findings++;
                sum = (31 * sum) + Sum(finding);
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines} {unread} {findings} {sum:x16} {seconds:0.0} {WorkingSet.Peak()}"));
        return 0;
    }

    private static ulong Sum(Finding finding)
    {
        ulong sum = (ulong)finding.Line;
        foreach (char letter in finding.Id + finding.Pointer) sum = (31 * sum) + letter;
        return (31 * sum) + (ulong)finding.Column;
    }
}
