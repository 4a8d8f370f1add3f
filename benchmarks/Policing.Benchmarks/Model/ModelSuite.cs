using Policing.Benchmarks.Fhir;
using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Records;
using Policing.Benchmarks.Start;

namespace Policing.Benchmarks.Model;

/// <summary>The figures of <c>quick model</c>.</summary>
internal static class ModelSuite
{
    public static void Prepare() => StartFigures.Prepare(StartContest.FirstRead);

    public static void Measure(FigureSheet sheet)
    {
        RecordFigures.RunPerson(sheet, "model");
        RecordFigures.RunBundle(sheet, "model");
        StartFigures.Run(sheet, "model", StartContest.FirstRead, native: 10, jit: 100);
        PatientFigures.Run(sheet);
    }
}
