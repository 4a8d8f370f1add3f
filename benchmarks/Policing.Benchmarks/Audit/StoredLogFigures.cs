using System.Diagnostics;
using Policing.Benchmarks.Quick;
using Policing.Ethics.Audit;

namespace Policing.Benchmarks.Audit;

/// <summary>What a log of a million entries in a SQLite file costs: the check of all of it, and a proof.</summary>
internal static class StoredLogFigures
{
    private const int Entries = 1_000_000;
    private const int Samples = 2_001;
    private const double MostSeconds = 6;
    private const double MostMicroseconds = 100;
    private static BenchFolder? s_folder;

    public static void Prepare() => MakeAsync().GetAwaiter().GetResult();

    public static async Task RunAsync(FigureSheet sheet)
    {
        using BenchFolder folder = s_folder!;
        await using AuditLog log = BenchLog.Create(Path.Combine(folder.Path, "audit.db"), AuditLogMode.Strict);
        long start = Stopwatch.GetTimestamp();
        await log.OpenAsync();
        sheet.Say($"audit.open: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms of {Entries} entries, held against the last checkpoint");
        double best = double.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            start = Stopwatch.GetTimestamp();
            AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [BenchLog.Signer.VerifierKey.ToVerifier()] });
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (!report.IsGood || report.Size != Entries) throw new InvalidOperationException("The log of the benchmark is not good.");
        }
        sheet.Add(new("audit.check.million", best, MostSeconds, " s", $"{Environment.ProcessorCount} at once; best of three"));
        await ProveAsync(sheet, log);
    }

    private static async Task ProveAsync(FigureSheet sheet, AuditLog log)
    {
        Random random = new(1);
        double[] samples = new double[Samples];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int sample = 0; sample < Samples; sample++)
            {
                ulong index = (ulong)random.Next(Entries);
                long start = Stopwatch.GetTimestamp();
                LogProof proof = await log.ProveAsync(index);
                samples[sample] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                if (proof.Hashes.Count == 0) throw new InvalidOperationException("A proof of the benchmark proves nothing.");
            }
        }
        Array.Sort(samples);
        sheet.Add(new("audit.proof.stored", samples[Samples / 2], MostMicroseconds, " µs", $"p99 {samples[Samples * 99 / 100]:0.0} µs; random entries of {Entries} in the store, with the reading of tiles"));
    }

    private static async Task MakeAsync()
    {
        s_folder = new();
        await using AuditLog log = BenchLog.Create(Path.Combine(s_folder.Path, "audit.db"), AuditLogMode.Buffered);
        await log.OpenAsync();
        for (int i = 0; i < Entries; i++)
        {
            // Not so far ahead of the disk that memory fills.
            if (i % 10_000 == 0) await log.CheckpointAsync();
            await log.AppendAsync(BenchLog.Entry(i), CancellationToken.None);
        }
    }
}
