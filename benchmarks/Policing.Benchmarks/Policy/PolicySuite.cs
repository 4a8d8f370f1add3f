using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Policy;

/// <summary>The figures of <c>quick policy</c>.</summary>
internal static class PolicySuite
{
    public static void Prepare()
    {
        DecisionFigures.Prepare();
        HandlerFigures.Prepare();
    }

    public static void Measure(FigureSheet sheet)
    {
        DecisionFigures.Run(sheet);
        HandlerFigures.Run(sheet);
        MinimiserFigures.Run(sheet);
    }
}
