namespace Policing.HostDrill.Timing;

/// <summary>Whether two sets of times can be told apart: the statistic of Mann and Whitney as a share, which is 0.5 where they cannot.</summary>
internal static class RankStatistic
{
    /// <summary>How often one of the second is longer than one of the first, of all pairs; of equal ones half.</summary>
    public static double ShareLonger(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        (double Time, bool IsSecond)[] all = [.. first.Select(time => (time, false)), .. second.Select(time => (time, true))];
        Array.Sort(all, static (left, right) => left.Time.CompareTo(right.Time));
        double ranks = 0;
        for (int from = 0; from < all.Length;)
        {
            int to = from;
            while (to < all.Length && all[to].Time.Equals(all[from].Time)) to++;
            // Equal times share the mean of their ranks, which count from 1.
            double rank = (from + 1 + to) / 2.0;
            for (; from < to; from++)
                if (all[from].IsSecond) ranks += rank;
        }
        double pairs = (double)first.Count * second.Count;
        return (ranks - (second.Count * (second.Count + 1) / 2.0)) / pairs;
    }

    public static double Median(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }
}
