using System.Globalization;
using Policing.PoliceUk;

namespace Policing.Samples.Quickstart;

/// <summary>Plain lines, for files and other programs.</summary>
internal sealed class PlainView(TextWriter output) : IRunView
{
    private int _shown;

    public void Say(string sentence) => output.WriteLine(sentence);

    public Task<ArchiveImportReport> RunAsync(Func<IProgress<ArchiveImportProgress>, Task<ArchiveImportReport>> import) =>
        import(new ProgressAction(ShowInput));

    public void Show(Summary summary)
    {
        if (summary.Kinds.Count > 0)
            ShowImported(summary);
        if (summary.PassedOver is { } passedOver)
            output.WriteLine(passedOver);
        foreach (var (path, error) in summary.Unreadable)
            output.WriteLine($"Not read: {path}: {error}");
        output.WriteLine($"Output: {summary.Output} ({ArchiveImportReport.FileName} says the same as this, in JSON)");
        output.WriteLine(summary.Rate);
    }

    private void ShowImported(Summary summary)
    {
        output.WriteLine();
        ShowTable([Summary.KindColumns, .. summary.Kinds.Select(k => (IReadOnlyList<string>)[k.Kind, .. Summary.Texts(k.Numbers)]), summary.Total]);
        output.WriteLine();
        output.WriteLine("Records: " + string.Join(", ", summary.Records.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Count:N0} {r.Type}"))));
        ShowFindings(summary);
    }

    private void ShowInput(ArchiveImportProgress progress)
    {
        if (progress.Stage != ArchiveImportStage.Importing || progress.Input == _shown)
            return;
        _shown = progress.Input;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Input {progress.Input}, {progress.Done + 1} of {progress.Inputs}"));
    }

    private void ShowFindings(Summary summary)
    {
        output.WriteLine();
        foreach (var (rule, count) in summary.Findings)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Id} {rule.Severity} {count:N0}: {rule.Message}"));
        output.WriteLine();
        foreach (var (place, pointer, rule) in summary.Places)
            output.WriteLine(pointer.Length > 0 ? $"{place}: {rule.Id} at {pointer}" : $"{place}: {rule.Id}");
        output.WriteLine();
    }

    private void ShowTable(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var widths = Enumerable.Range(0, lines[0].Count).Select(c => lines.Max(l => l[c].Length)).ToArray();
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
    }
}
