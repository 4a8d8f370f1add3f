using System.Diagnostics;
using System.Security.Cryptography;
using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Import;

/// <summary>Import, mapping and writing of a street file, against a mapping written by hand that gives the same bytes.</summary>
internal static class StreetFigures
{
    private const int Rows = 20_000;
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

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
        sheet.Say($"this machine: {MachineHashes():#,0} SHA-1 of 128 bytes a second; a row takes two or three on both sides");
        sheet.AddRatio("import.street.time", best[0], best[1], 2.0, $"{Rows / best[0]:#,0} rows/s, by hand {Rows / best[1]:#,0} rows/s, {ours.Length:#,0} bytes equal");
    }

    // What a machine makes of one plain call, to read rows a second by on another.
    private static double MachineHashes()
    {
        const int Calls = 20_000;
        byte[] text = new byte[128], hash = new byte[SHA1.HashSizeInBytes];
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            best = Math.Min(best, Time(() =>
            {
#pragma warning disable CA5350 // The ids' own hash (RFC 9562 5.5).
                for (int i = 0; i < Calls; i++) SHA1.HashData(text, hash);
#pragma warning restore CA5350
            }));
        }

        return Calls / best;
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
