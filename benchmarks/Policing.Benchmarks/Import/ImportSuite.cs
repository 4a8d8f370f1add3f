using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Records;
using Policing.Benchmarks.Start;

namespace Policing.Benchmarks.Import;

/// <summary>The figures of <c>quick import</c>.</summary>
internal static class ImportSuite
{
    public static void Prepare()
    {
        StartFigures.Prepare(StartContest.FirstRead);
        StreetFigures.Prepare();
        MemoryFigures.Prepare();
    }

    public static void Measure(FigureSheet sheet)
    {
        RecordFigures.RunPerson(sheet, "import");
        RecordFigures.RunCrime(sheet, "import");
        StartFigures.Run(sheet, "import", StartContest.FirstRead, native: 10, jit: 80);
        StreetFigures.Run(sheet);
        MemoryFigures.Run(sheet);
    }
}
