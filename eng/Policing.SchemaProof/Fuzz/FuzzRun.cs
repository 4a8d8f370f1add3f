using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Policing.SchemaProof.Fuzz;

/// <summary>
/// Throws random and mutated documents and schemas at the validator until a time is over. Every round is decided by the seed and its number, so that
/// a failure can be had again with <c>--first</c>.
/// </summary>
internal static class FuzzRun
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    public static bool Run(int seed, int first, TimeSpan time, bool extremes, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz: seed {seed}, from round {first}, {time.TotalSeconds:F0} s"));
        Stopwatch clock = Stopwatch.StartNew();
        FuzzCounts counts = new();
        int round = first;
        int seen = -1;
        using Timer watch = new(
            _ =>
            {
                if (seen == round)
                {
                    output.WriteLine($"round {round} takes long");
                }
                seen = round;
            },
            null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        try
        {
            if (extremes)
            {
                ExtremeDocuments.Check(counts);
            }
            for (; clock.Elapsed < time; round++)
            {
                long started = Stopwatch.GetTimestamp();
                Round(seed, round, counts);
                if (Stopwatch.GetElapsedTime(started) > s_longest)
                {
                    throw new FuzzException($"The round took longer than {s_longest.TotalSeconds} s.", "");
                }
            }
        }
        catch (FuzzException failure)
        {
            output.WriteLine($"FAILED in round {round} of seed {seed}: {failure.Message}\n{failure.Input}\n{failure.InnerException}");
            return false;
        }
        output.WriteLine($"  {round - first} rounds: {counts}");
        return true;
    }

    private static void Round(int seed, int round, FuzzCounts counts)
    {
        Random random = new(unchecked((int)((((uint)seed * 2654435761u) ^ (uint)round) * 2246822519u)));
        if (round % 4 == 0)
        {
            SchemaFuzz.Round(random, round, counts);
        }
        else
        {
            DocumentFuzz.Round(random, counts);
        }
    }
}
