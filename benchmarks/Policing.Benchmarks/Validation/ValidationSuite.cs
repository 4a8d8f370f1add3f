using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Start;

namespace Policing.Benchmarks.Validation;

/// <summary>The figures of <c>quick validation</c>.</summary>
internal static class ValidationSuite
{
    private const double MostReads = 2.5;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    private static LineContestant? _clean, _dirty;

    public static void Prepare()
    {
        StartFigures.Prepare(StartContest.FirstValidated);
        _clean ??= new(TypicalLines.Clean());
        _dirty ??= new(TypicalLines.Dirty());
    }

    public static void Measure(FigureSheet sheet)
    {
        if (_clean is not { } clean || _dirty is not { } dirty) throw new InvalidOperationException("Prepare comes first.");
        Require(clean.Validate() == 0 && clean.LinesRefusedByPeer() == 0, "both sides accept the clean lines");
        Require(dirty.Validate() > 0 && dirty.LinesRefusedByPeer() > 0, "both sides refuse some of the dirty ones");
        CompareWithReading(sheet, "validation.lines", clean);
        CompareWithReading(sheet, "validation.lines-with-dirt", dirty);
        CompareWithPeer(sheet, clean);
        StartFigures.Run(sheet, "validation", StartContest.FirstValidated, native: 30, jit: 200);
    }

    private static void CompareWithReading(FigureSheet sheet, string name, LineContestant lines)
    {
        double[] seconds = Contest.Seconds(Time, () => lines.Validate(), () => lines.Read());
        sheet.AddRatio(name + ".time", seconds[0], seconds[1], MostReads,
            $"{lines.Lines:#,0} lines, {lines.Bytes / seconds[0] / 1e6:0} MB/s and {lines.Lines / seconds[0]:#,0} lines/s, reading alone {lines.Bytes / seconds[1] / 1e6:0} MB/s");
        double validating = Contest.Bytes(() => lines.Validate(), calls: 10), reading = Contest.Bytes(() => lines.Read(), calls: 10);
        sheet.Say($"{name}: {validating / lines.Lines:#,0} B a line, reading alone {reading / lines.Lines:#,0} B");
    }

    private static void CompareWithPeer(FigureSheet sheet, LineContestant lines)
    {
        double[] seconds = Contest.Seconds(Time, () => lines.Validate(), () => lines.ValidateByPeer());
        sheet.AddRatio("validation.njsonschema.time", seconds[0], seconds[1], 1,
            $"all our stages {seconds[0] * 1e3:0.0} ms, NJsonSchema 11.6.2 schemas alone {seconds[1] * 1e3:0.0} ms: {seconds[1] / seconds[0]:0.0} times");
    }

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"It does not hold that {what}.");
    }
}
