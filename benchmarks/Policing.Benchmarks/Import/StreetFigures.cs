using System.Diagnostics;
using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Import;

/// <summary>Import, mapping and writing of a street file, against a mapping written by hand that gives the same bytes.</summary>
internal static class StreetFigures
{
    private const int Rows = 20_000;
    private const int Rounds = 25;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    private static StreetTable? _table;

    /// <summary>Makes the file.</summary>
    public static void Prepare() => _table ??= StreetTable.Make(Rows);

    public static void Run(FigureSheet sheet)
    {
        StreetTable table = _table ?? throw new InvalidOperationException("Prepare comes first.");
        StreetImport import = new(table);
        using MemoryStream ours = new(), peer = new();
        Action[] ways = [() => Again(ours, import.Write), () => Again(peer, output => HandWrittenStreet.Write(table, output))];
        foreach (Action way in ways) Warm(way);
        if (!ours.GetBuffer().AsSpan(0, (int)ours.Length).SequenceEqual(peer.GetBuffer().AsSpan(0, (int)peer.Length)))
        {
            sheet.Fail("import.street.time", "the mapping by hand does not write the same bytes");
            return;
        }

        double[] best = [double.MaxValue, double.MaxValue];
        for (int round = 0; round < Rounds; round++)
            for (int i = 0; i < ways.Length; i++) best[i] = Math.Min(best[i], Time(ways[i]));
        sheet.AddRatio("import.street.time", best[0], best[1], 2.0, $"{Rows / best[0]:#,0} rows/s, by hand {Rows / best[1]:#,0} rows/s, {ours.Length:#,0} bytes equal");
    }

    private static void Again(MemoryStream output, Action<Stream> write)
    {
        output.SetLength(0);
        write(output);
    }

    private static void Warm(Action way)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp) way();
    }

    private static double Time(Action way)
    {
        long start = Stopwatch.GetTimestamp();
        way();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
