using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>The figures of <c>quick json-schema</c>.</summary>
internal static class SchemaFigures
{
    private const double MostWalks = 2.5;
    private const double LeastTimesPeer = 15;
    private static readonly TimeSpan WalkTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReportTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PeerTime = TimeSpan.FromSeconds(4);

    private static (string Name, SchemaContestant Contestant)[]? _documents;

    /// <summary>Makes the documents and compiles the schemas.</summary>
    public static void Prepare() => _documents ??=
    [
        ("person", new SchemaContestant(ExchangeDocuments.Person, "person", "medium")),
        ("bundle-20k", new SchemaContestant(ExchangeDocuments.Bundle(20_000), "bundle", "suspect")),
        ("bundle-5m", new SchemaContestant(ExchangeDocuments.Bundle(5_000_000), "bundle", "suspect")),
    ];

    public static void Measure(FigureSheet sheet)
    {
        (string Name, SchemaContestant Contestant)[] documents = _documents ?? throw new InvalidOperationException("Prepare comes first.");
        foreach ((string name, SchemaContestant contestant) in documents) CompareWithWalk(sheet, $"json-schema.{name}", contestant);
        foreach ((string name, SchemaContestant contestant) in documents) CompareWithPeer(sheet, $"json-schema.{name}", contestant);
        MeasureCompilation(sheet);
    }

    private static void CompareWithWalk(FigureSheet sheet, string name, SchemaContestant document)
    {
        double[] seconds = Contest.Seconds(WalkTime, () => document.Check(), () => document.Walk());
        sheet.AddRatio(name + ".walk", seconds[0], seconds[1], MostWalks,
            $"{document.Length:#,0} bytes in {seconds[0] * 1e6:#,0.00} us, Utf8JsonReader {seconds[1] * 1e6:#,0.00} us, full form");
        sheet.Add(new(name + ".bytes", Contest.Bytes(() => document.Check(), calls: document.Length > 1_000_000 ? 10 : 1000), 0, " B", "a verdict on a valid document"));
        double[] report = Contest.Seconds(ReportTime, () => document.Report(), () => document.Walk());
        sheet.Say($"{name}: report of a valid document {report[0] / report[1]:0.00} walks");
    }

    private static void CompareWithPeer(FigureSheet sheet, string name, SchemaContestant document)
    {
        double[] seconds = Contest.Seconds(PeerTime, () => document.CheckPlain(), () => document.CheckByPeer());
        sheet.Add(Figure.AtLeast(name + ".times-njsonschema", seconds[1] / seconds[0], LeastTimesPeer, "",
            $"{document.Length / seconds[0] / 1e6:0} MB/s, NJsonSchema 11.6.2 {document.Length / seconds[1] / 1e6:0.0} MB/s, plain form"));
    }

    private static void MeasureCompilation(FigureSheet sheet)
    {
        double[] seconds = Contest.Seconds(TimeSpan.FromSeconds(2), () => StrictSchemas.Compile("bundle"));
        sheet.Add(new("json-schema.compile", seconds[0] * 1e3, 20, " ms", $"{StrictSchemas.Definitions} definitions in {StrictSchemas.Bytes:#,0} bytes, after warm-up"));
    }
}
