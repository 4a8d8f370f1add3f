using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Records;

namespace Policing.Benchmarks.Import;

/// <summary>The figures of <c>quick import</c>.</summary>
internal static class ImportSuite
{
    public static void Run(FigureSheet sheet)
    {
        RecordFigures.Run(sheet);
    }
}
