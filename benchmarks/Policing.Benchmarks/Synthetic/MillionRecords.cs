using System.Diagnostics;
using Policing.Benchmarks.Quick;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Policing.Testing;

namespace Policing.Benchmarks.Synthetic;

/// <summary>Generated records in number, validated line by line, as a set, and by the profiles: nothing is found (eng/long-checks).</summary>
internal static class MillionRecords
{
    // The last case is cut short, and lacks what would come after.
    private const int MostOfOneCase = 100;

    public static async Task<int> CheckAsync(long count, ulong seed)
    {
        string path = Path.GetTempFileName();
        try
        {
            long start = Stopwatch.GetTimestamp();
            await using (FileStream output = File.Create(path)) new SyntheticCases(seed).WriteLines(output, count);
            Console.WriteLine($"{count:#,0} records of seed {seed} written in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {new FileInfo(path).Length >> 20} MiB");
            return await ValidateAsync(path, count);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<int> ValidateAsync(string path, long count)
    {
        PolicingValidator validator = new();
        RecordSetCheck set = new();
        CompletenessCheck profiles = new();
        long lines = 0, findings = 0, start = Stopwatch.GetTimestamp();
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await foreach (RecordLine line in validator.ReadLinesInParallelAsync(file, 0, set))
        {
            lines++;
            profiles.Add(line);
            findings += line.Result.Report.Findings.Count;
            foreach (Finding finding in line.Result.Report.Findings) Console.WriteLine(finding);
        }

        int ofSet = set.Complete().Findings.Count;
        int gaps = profiles.Complete().Findings.Count(finding => finding.Line <= count - MostOfOneCase);
        Console.WriteLine($"{lines:#,0} lines in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {findings} findings in lines, {ofSet} of the set, {gaps} gaps; peak {WorkingSet.Peak() >> 20} MiB");
        return lines == count + 1 && findings + ofSet + gaps == 0 ? 0 : 1;
    }
}
