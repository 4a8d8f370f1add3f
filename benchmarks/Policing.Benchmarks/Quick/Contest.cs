using System.Diagnostics;

namespace Policing.Benchmarks.Quick;

/// <summary>
/// Times several ways to do the same in turns, and keeps the fastest turn of each: what else the machine does falls on all alike, and the
/// fastest turn had the least of it.
/// </summary>
internal static class Contest
{
    private const int Rounds = 151;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(2);

    /// <summary>Seconds for one call of each way.</summary>
    public static double[] Seconds(params ReadOnlySpan<Action> ways)
    {
        int[] calls = new int[ways.Length];
        for (int i = 0; i < ways.Length; i++) calls[i] = Warm(ways[i]);
        double[] best = new double[ways.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
            for (int i = 0; i < ways.Length; i++) best[i] = Math.Min(best[i], Time(ways[i], calls[i]) / calls[i]);
        return best;
    }

    /// <summary>Bytes allocated by one call.</summary>
    public static double Bytes(Action way)
    {
        const int Calls = 1000;
        way();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) way();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }

    // Long enough for the optimising compiler to have been and gone; then as many calls as fill a turn.
    private static int Warm(Action way)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp) Time(way, 50);
        double one = Enumerable.Range(0, 5).Min(_ => Time(way, 20)) / 20;
        return Math.Max(1, (int)(Turn.TotalSeconds / one));
    }

    private static double Time(Action way, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) way();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
