using System.Globalization;
using Policing.DataModel.Validation;
using Policing.PoliceUk;
using Spectre.Console;

namespace Policing.Samples.Quickstart;

/// <summary>A progress bar and tables. Every text goes through <see cref="Markup.Escape"/>.</summary>
internal sealed class TerminalView : IRunView
{
    public void Say(string sentence) => AnsiConsole.MarkupLine(Markup.Escape(sentence));

    public Task<ArchiveImportReport> RunAsync(Func<IProgress<ArchiveImportProgress>, Task<ArchiveImportReport>> import) =>
        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bar = context.AddTask("looking at the inputs");
                return await import(new ProgressAction(progress => Advance(bar, progress)));
            });

    public void Show(Summary summary)
    {
        if (summary.Kinds.Count > 0)
        {
            AnsiConsole.Write(KindTable(summary));
            AnsiConsole.Write(RecordTable(summary));
        }

        if (summary.Findings.Count > 0)
            AnsiConsole.Write(FindingTable(summary));
        if (summary.Places.Count > 0)
            AnsiConsole.Write(PlaceTable(summary));
        if (summary.PassedOver is { } passedOver)
            AnsiConsole.MarkupLine(Markup.Escape(passedOver));
        foreach (var (path, error) in summary.Unreadable)
            AnsiConsole.MarkupLine($"[red]Not read:[/] {Markup.Escape(path)}: {Markup.Escape(error)}");
        AnsiConsole.MarkupLine($"[bold]Output:[/] {Markup.Escape(summary.Output)} ({ArchiveImportReport.FileName} says the same as this, in JSON)");
        AnsiConsole.MarkupLine(Markup.Escape(summary.Rate));
    }

    private static void Advance(ProgressTask bar, ArchiveImportProgress progress)
    {
        bar.MaxValue = Math.Max(progress.Inputs, 1);
        bar.Value = progress.Stage == ArchiveImportStage.Looking ? 0 : progress.Done;
        bar.IsIndeterminate = progress.Inputs == 1;
        bar.Description = Markup.Escape(FormattableString.Invariant(progress.Stage switch
        {
            ArchiveImportStage.Looking => (FormattableString)$"looking at input {progress.Input} of {progress.Inputs}",
            ArchiveImportStage.Importing => (FormattableString)$"input {progress.Input} of {progress.Inputs}: {progress.Rows.Read:N0} rows, {progress.Rows.Rejected:N0} rejected",
            _ => (FormattableString)$"input {progress.Input} of {progress.Inputs}: checking {progress.Rows.Records:N0} records",
        }));
    }

    private static Table KindTable(Summary summary)
    {
        var table = NewTable("What was read");
        foreach (var name in Summary.KindColumns)
            table.AddColumn(new TableColumn(Markup.Escape(name)) { Alignment = name == Summary.KindColumns[0] ? Justify.Left : Justify.Right });
        foreach (var (kind, numbers) in summary.Kinds)
            AddRow(table, [kind, .. Summary.Texts(numbers)]);
        table.AddEmptyRow();
        AddRow(table, summary.Total);
        return table;
    }

    private static Table RecordTable(Summary summary)
    {
        var table = NewTable("What was written").AddColumn("Record").AddColumn(new TableColumn("Count") { Alignment = Justify.Right });
        foreach (var (type, count) in summary.Records)
            AddRow(table, [type, .. Summary.Texts([count])]);
        return table;
    }

    private static Table FindingTable(Summary summary)
    {
        var table = NewTable("What was found").AddColumn("Rule").AddColumn("Severity").AddColumn(new TableColumn("Count") { Alignment = Justify.Right }).AddColumn("What it says");
        foreach (var (rule, count) in summary.Findings)
            table.AddRow(Cell(rule.Id), Coloured(rule.Severity), Cell(count.ToString("N0", CultureInfo.InvariantCulture)), Cell(rule.Message));
        return table;
    }

    private static Table PlaceTable(Summary summary)
    {
        var table = NewTable("Some of the places").AddColumn("Where").AddColumn("JSON Pointer").AddColumn("Rule");
        foreach (var (place, pointer, rule) in summary.Places)
            AddRow(table, [place, pointer, rule.Id]);
        return table;
    }

    private static Table NewTable(string title) => new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title));

    private static void AddRow(Table table, IEnumerable<string> texts) => table.AddRow([.. texts.Select(Cell)]);

    private static Markup Cell(string text) => new(Markup.Escape(text));

    private static Markup Coloured(Severity severity) => new(
        Markup.Escape(severity.ToString().ToLowerInvariant()),
        new Style(severity switch { Severity.Error => Color.Red, Severity.Warning => Color.Yellow, _ => Color.Default }));
}
