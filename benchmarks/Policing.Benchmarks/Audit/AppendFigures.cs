using System.Diagnostics;
using System.Globalization;
using Policing.Benchmarks.Quick;
using Policing.Ethics.Audit;

namespace Policing.Benchmarks.Audit;

/// <summary>
/// Durable appends of many writers on SQLite, against one writer that inserts bare rows of the same bytes in transactions of 64, in turns with it and with the same
/// settings. The rate of the disk is printed, since it is most of both.
/// </summary>
internal static class AppendFigures
{
    private const int Writers = 64;
    private const int Rounds = 5;
    private const double LeastShare = 0.4;
    private const double WantedRate = 25_000;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    public static async Task RunAsync(FigureSheet sheet)
    {
        using BenchFolder folder = new();
        await using AuditLog log = BenchLog.Create(Path.Combine(folder.Path, "audit.db"), AuditLogMode.Strict);
        await log.OpenAsync();
        using BareRows bare = new(Path.Combine(folder.Path, "bare.db"), BenchLog.RowBytes(await FirstAsync(log)));
        double[] ours = new double[Rounds];
        double[] theirs = new double[Rounds];
        await AppendAsync(log, Turn);
        bare.Insert(Turn);
        (long groups, long entries) before = log.Written;
        for (int round = 0; round < Rounds; round++)
        {
            theirs[round] = bare.Insert(Turn);
            ours[round] = await AppendAsync(log, Turn);
        }
        (long groups, long entries) after = log.Written;
        double perFsync = (after.entries - before.entries) / (double)(after.groups - before.groups);
        double share = Median([.. ours.Select((rate, round) => rate / theirs[round])]);
        sheet.Say($"audit.append: {log.Settings}; {bare.RowBytes} bytes a row; this disk does {folder.FsyncsPerSecond():0} fsyncs a second");
        sheet.Add(Figure.AtLeast("audit.append.share", share, LeastShare, "",
            string.Create(CultureInfo.InvariantCulture, $"{Median(ours):0} appends a second of {Writers} writers, {perFsync:0.0} a group; bare rows {Median(theirs):0} a second in transactions of {BareRows.Rows}; median of {Rounds}")));
        sheet.Say(string.Create(CultureInfo.InvariantCulture, $"audit.append.rate: {Median(ours):0} a second; {WantedRate:0} are wanted, where the disk lets them"));
    }

    private static async Task<AuditLog> FirstAsync(AuditLog log)
    {
        await log.AppendAsync(BenchLog.Entry(0), CancellationToken.None);
        return log;
    }

    private static async Task<double> AppendAsync(AuditLog log, TimeSpan turn)
    {
        long start = Stopwatch.GetTimestamp();
        long before = log.Written.Entries;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; Stopwatch.GetElapsedTime(start) < turn; i++) await log.AppendAsync(BenchLog.Entry(i), CancellationToken.None);
        })));
        return (log.Written.Entries - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
