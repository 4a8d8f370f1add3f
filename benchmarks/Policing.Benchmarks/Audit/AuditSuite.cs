using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Audit;

/// <summary>The figures of <c>quick audit</c>.</summary>
internal static class AuditSuite
{
    public static void Prepare()
    {
        ProofFigures.Prepare();
        StoredLogFigures.Prepare();
    }

    public static void Measure(FigureSheet sheet)
    {
        ProofFigures.Run(sheet);
        StoredLogFigures.RunAsync(sheet).GetAwaiter().GetResult();
        AppendFigures.RunAsync(sheet).GetAwaiter().GetResult();
        AuditedHandlerFigures.RunAsync(sheet).GetAwaiter().GetResult();
    }
}
