using System.Diagnostics;

namespace Policing.Benchmarks.Quick;

/// <summary>
/// Times several ways to do the same in turns, and keeps the fastest turn of each: what else the machine does falls on all alike, and the
/// fastest turn had the least of it.
/// </summary>
internal static class Contest
{
    private const int Rounds = 151;
    private const int LeastRounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(2);

    /// <summary>Seconds for one call of each way.</summary>
    public static double[] Seconds(params ReadOnlySpan<Action> ways)
    {
        int[] calls = WarmAll(ways);
        double[] best = NoneYet(ways.Length);
        for (int round = 0; round < Rounds; round++) TakeTurns(ways, calls, best);
        return best;
    }

    /// <summary>Seconds for one call of each way, from as many rounds as fill a time: for ways that take long, or differ much.</summary>
    public static double[] Seconds(TimeSpan time, params ReadOnlySpan<Action> ways)
    {
        int[] calls = WarmAll(ways);
        double[] best = NoneYet(ways.Length);
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < LeastRounds || Stopwatch.GetElapsedTime(start) < time; round++) TakeTurns(ways, calls, best);
        return best;
    }

    /// <summary>Bytes allocated by one call.</summary>
    public static double Bytes(Action way, int calls = 1000)
    {
        way();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++) way();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
    }

    private static int[] WarmAll(ReadOnlySpan<Action> ways)
    {
        int[] calls = new int[ways.Length];
        for (int i = 0; i < ways.Length; i++) calls[i] = Warm(ways[i]);
        return calls;
    }

    private static double[] NoneYet(int ways)
    {
        double[] best = new double[ways];
        Array.Fill(best, double.MaxValue);
        return best;
    }

    private static void TakeTurns(ReadOnlySpan<Action> ways, int[] calls, double[] best)
    {
        for (int i = 0; i < ways.Length; i++) best[i] = Math.Min(best[i], Time(ways[i], calls[i]) / calls[i]);
    }

    // Long enough for the optimising compiler to have been and gone; then as many calls as fill a turn.
    private static int Warm(Action way)
    {
        long start = Stopwatch.GetTimestamp();
        double one = double.MaxValue;
        for (int calls = 1; Stopwatch.GetElapsedTime(start) < WarmUp; calls = Math.Min(2 * calls, CallsAtOnce(one))) one = Math.Min(one, Time(way, calls) / calls);
        return CallsAtOnce(one);
    }

    private static int CallsAtOnce(double one) => Math.Max(1, (int)Math.Min(1_000_000, Turn.TotalSeconds / one));

    private static double Time(Action way, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) way();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
