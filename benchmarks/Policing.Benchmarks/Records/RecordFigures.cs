using Policing.Benchmarks.Quick;

namespace Policing.Benchmarks.Records;

/// <summary>Reading and writing a record or a bundle, against source-generated System.Text.Json on plain classes.</summary>
internal static class RecordFigures
{
    public static void RunPerson(FigureSheet sheet, string suite) =>
        Run(sheet, suite + ".person", new RecordContestant<PlainPerson>(TypicalRecords.Person, PlainContext.Default.PlainPerson));

    public static void RunCrime(FigureSheet sheet, string suite) =>
        Run(sheet, suite + ".crime", new RecordContestant<PlainCrime>(TypicalRecords.Crime, PlainContext.Default.PlainCrime));

    public static void RunBundle(FigureSheet sheet, string suite) =>
        Run(sheet, suite + ".bundle", new RecordContestant<PlainBundle>(TypicalBundle.Document, PlainContext.Default.PlainBundle));

    private static void Run<TPlain>(FigureSheet sheet, string name, RecordContestant<TPlain> record)
        where TPlain : class
    {
        Compare(sheet, name + ".read", () => record.Read(), () => record.ReadPlain(), time: 0.8, bytes: 0.7);
        Compare(sheet, name + ".write", record.Write, record.WritePlain, time: 1.0, bytes: null);
        Compare(sheet, name + ".write-array", () => record.WriteArray(), () => record.WritePlainArray(), time: 1.0, bytes: null);
    }

    private static void Compare(FigureSheet sheet, string name, Action ours, Action plain, double time, double? bytes)
    {
        double[] seconds = Contest.Seconds(ours, plain);
        sheet.AddRatio(name + ".time", seconds[0], seconds[1], time, $"{seconds[0] * 1e6:0.00} us, plain {seconds[1] * 1e6:0.00} us");
        double allocated = Contest.Bytes(ours), reference = Contest.Bytes(plain);
        if (bytes is { } most) sheet.AddRatio(name + ".bytes", allocated, reference, most, $"{allocated:0} B, plain {reference:0} B");
    }
}
