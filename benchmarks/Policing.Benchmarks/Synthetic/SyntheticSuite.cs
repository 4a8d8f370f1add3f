using System.Buffers;
using Policing.Benchmarks.Quick;
using Policing.DataModel;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Quality;
using Policing.DataModel.Validation;
using Policing.Testing;

namespace Policing.Benchmarks.Synthetic;

/// <summary>The figures of <c>quick synthetic</c>.</summary>
internal static class SyntheticSuite
{
    private const int Records = 3_000;
    private const double MostWrites = 2;
    private const double MostAdded = 1.4;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    private static readonly SyntheticCases Cases = new(7);
    private static readonly PolicingValidator Validator = new();

    private static PoliceRecord[]? _records;
    private static byte[][]? _lines;
    private static long _made;

    public static void Prepare()
    {
        _records ??= [.. Cases.Records(Records)];
        _lines ??= [.. _records.Select(PoliceJson.Write)];
    }

    public static void Measure(FigureSheet sheet)
    {
        if (_records is not { } records || _lines is not { } lines) throw new InvalidOperationException("Prepare comes first.");
        if (Quality(lines) != 1 || Completeness(lines) != 0) throw new InvalidOperationException("Generated records are complete.");
        ArrayBufferWriter<byte> buffer = new(4 << 20);
        double[] making = Contest.Seconds(Time, Make, () => Write(records, buffer));
        sheet.AddRatio("synthetic.generation.time", making[0], making[1], MostWrites,
            $"{Records / making[0]:#,0} records/s made, {Records / making[1]:#,0} written; a bound of 2 is half the rate of writing");
        double[] judging = Contest.Seconds(Time, () => Quality(lines), () => Validate(lines), () => Completeness(lines));
        sheet.AddRatio("synthetic.profiles-and-quality.time", judging[0], judging[1], MostAdded,
            $"{lines.Length / judging[0]:#,0} lines/s validated, judged by the profiles and measured; {lines.Length / judging[1]:#,0} validated alone");
        sheet.AddRatio("synthetic.profiles.time", judging[2], judging[1], MostAdded, $"{lines.Length / judging[2]:#,0} lines/s validated and judged by the profiles");
    }

    private static void Make()
    {
        foreach (PoliceRecord record in Cases.Records(Records)) _made += record.Type.Length;
    }

    private static void Write(PoliceRecord[] records, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        foreach (PoliceRecord record in records) PoliceJson.Write(buffer, record);
    }

    private static int Validate(byte[][] lines)
    {
        int findings = 0;
        foreach (byte[] line in lines) findings += Validator.Read(line).Report.Findings.Count;
        return findings;
    }

    private static int Completeness(byte[][] lines)
    {
        CompletenessCheck check = new();
        for (int i = 0; i < lines.Length; i++) check.Add(Validator.Read(lines[i]).Record!, i + 1);
        // The last case is cut short.
        return check.Complete().Findings.Count(finding => finding.Line < Records - 100);
    }

    private static double Quality(byte[][] lines)
    {
        QualityCheck check = new();
        foreach (byte[] line in lines)
        {
            ReadResult read = Validator.Read(line);
            check.Add(read.Record!, read.Report);
        }

        return check.Summarise().Total.Conformity.Fraction ?? 0;
    }
}
