using System.Globalization;
using Policing.DataModel.Validation;
using Policing.PoliceUk;
using Policing.PoliceUk.Archive;

namespace Policing.Samples.Quickstart;

/// <summary>What is shown of a report. Paths are those that the user typed, made safe; nothing else in it is a text of others.</summary>
internal sealed class Summary
{
    private const int Examples = 5;

    public Summary(ArchiveImportReport report, IReadOnlyList<string> paths, string output)
    {
        Report = report;
        Output = SafeText.Of(Path.GetFullPath(output));
        Kinds = [.. report.Inputs.Where(i => i.Error is null).GroupBy(i => i.Kind).OrderBy(g => g.Key).Select(KindLine)];
        Records = [.. report.Inputs.SelectMany(i => i.RecordsByType).GroupBy(c => c.Type).Select(g => (g.Key, g.Sum(c => c.Count)))];
        Findings = [.. report.Inputs.SelectMany(Found).GroupBy(f => f.Rule).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Id, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Sum(f => f.Count)))];
        Places =
        [
            .. report.Inputs.SelectMany(InRecords).DistinctBy(p => p.Item3).Take(Examples),
            .. report.Inputs.SelectMany(InRows).DistinctBy(p => p.Item3).OrderByDescending(p => p.Item3.Severity).Take(Examples),
        ];
        Unreadable = [.. report.Inputs.Where(i => i.Error is not null).Select(i => (SafeText.Of(paths[i.PathIndex]), i.Error!.Message))];
    }

    public ArchiveImportReport Report { get; }

    /// <summary>The output folder.</summary>
    public string Output { get; }

    /// <summary>A line of numbers for each kind of table.</summary>
    public IReadOnlyList<(string Kind, long[] Numbers)> Kinds { get; }

    public IReadOnlyList<(string Type, long Count)> Records { get; }

    public IReadOnlyList<(FindingRule Rule, long Count)> Findings { get; }

    /// <summary>Some places where something was found: in a record of an output, with a pointer, or in a row of an input.</summary>
    public IReadOnlyList<(string Place, string Pointer, FindingRule Rule)> Places { get; }

    public IReadOnlyList<(string Path, string Error)> Unreadable { get; }

    public static IReadOnlyList<string> KindColumns { get; } = ["Table", "Inputs", "Read", "Written", "Rejected", "Records", "Findings"];

    public IReadOnlyList<string> Total =>
        ["all", .. Texts([Kinds.Sum(k => k.Numbers[0]), Report.Read, Report.Written, Report.Rejected, Report.Records, Kinds.Sum(k => k.Numbers[^1])])];

    public string Rate => string.Create(
        CultureInfo.InvariantCulture,
        $"{Report.Read:N0} rows in {Report.Duration.TotalSeconds:0.00} s, records read back and checked: {Report.Read / Math.Max(Report.Duration.TotalSeconds, 0.001):N0} rows a second");

    /// <summary>What was given and is not among the inputs; null where nothing is.</summary>
    public string? PassedOver => Report.Ignored + Report.Repeated == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"Passed over: files that are no tables: {Report.Ignored:N0}; files given more than once: {Report.Repeated:N0}.");

    public static IEnumerable<string> Texts(IEnumerable<long> numbers) => numbers.Select(n => n.ToString("N0", CultureInfo.InvariantCulture));

    private static (string, long[]) KindLine(IGrouping<ArchiveKind, ArchiveInputReport> inputs) => (
        inputs.Key switch
        {
            ArchiveKind.Street => "street crime",
            ArchiveKind.Outcomes => "outcomes",
            ArchiveKind.StopAndSearch => "stop and search",
            _ => "unknown",
        },
        [inputs.Count(), inputs.Sum(i => i.Read), inputs.Sum(i => i.Written), inputs.Sum(i => i.Rejected), inputs.Sum(i => i.Records), inputs.SelectMany(Found).Sum(f => f.Count)]);

    private static IEnumerable<RuleFindings> Found(ArchiveInputReport input) => [.. input.RowFindings, .. input.RecordFindings];

    private static IEnumerable<(string, string, FindingRule)> InRecords(ArchiveInputReport input) =>
        input.RecordFindings.SelectMany(found => found.Places.Take(1).Select(place => (
            string.Create(CultureInfo.InvariantCulture, $"{input.OutputFile}, line {place.Line}, column {place.Column}"), place.Pointer ?? "", found.Rule)));

    private static IEnumerable<(string, string, FindingRule)> InRows(ArchiveInputReport input) =>
        input.RowFindings.SelectMany(found => found.Places.Take(1).Select(place => (
            string.Create(CultureInfo.InvariantCulture, $"input {input.Input}, line {place.Line}{(place.Column > 0 ? $", column {place.Column}" : "")}"), "", found.Rule)));
}
