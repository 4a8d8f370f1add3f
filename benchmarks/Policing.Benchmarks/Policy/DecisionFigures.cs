using System.Diagnostics;
using Policing.Benchmarks.Quick;
using Policing.Ethics;

namespace Policing.Benchmarks.Policy;

/// <summary>What a decision over a thousand rules costs.</summary>
internal static class DecisionFigures
{
    private const double MostMicroseconds = 2;
    private const int LeastReached = 16;
    private const int Samples = 20_001;
    private const int CallsInSample = 20;

    public static void Prepare()
    {
        if (!ManyRules.Set.Evaluate(ManyRules.Request).IsPermitted) throw new InvalidOperationException("The request of the benchmark is not permitted.");
    }

    public static void Run(FigureSheet sheet)
    {
        (int reached, int applied) = ManyRules.Reach();
        sheet.Add(Figure.AtLeast("policy.reached", reached, LeastReached, "", $"rules whose four conditions are tested, of {ManyRules.Rules}; {applied} apply"));
        double[] samples = Sampled();
        sheet.Add(new("policy.decide.p50", samples[Samples / 2], MostMicroseconds, " µs", $"p99 {samples[Samples * 99 / 100]:0.00} µs"));
        sheet.Add(new("policy.decide.bytes", Contest.Bytes(Decide), 0, " B", "on permit"));
    }

    private static void Decide() => ManyRules.Set.Evaluate(ManyRules.Request);

    // The median of many short samples, each of a few calls, since a call is shorter than a tick of the clock is exact.
    private static double[] Sampled()
    {
        PolicySet set = ManyRules.Set;
        AccessRequest request = ManyRules.Request;
        for (int call = 0; call < 50_000; call++) set.Evaluate(request);
        double[] samples = new double[Samples];
        for (int sample = 0; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < CallsInSample; call++) set.Evaluate(request);
            samples[sample] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / CallsInSample;
        }
        Array.Sort(samples);
        return samples;
    }
}
