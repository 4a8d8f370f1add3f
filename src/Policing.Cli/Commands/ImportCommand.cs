using System.CommandLine;
using System.Globalization;
using Policing.Cli.Output;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;
using Policing.PoliceUk;

namespace Policing.Cli.Commands;

/// <summary><c>policing import police-uk</c>: files of the data.police.uk archive become records in NDJSON.</summary>
internal sealed class ImportCommand
{
    private readonly CommandTree _tree;
    private readonly Argument<string[]> _paths = new("path") { Description = "A .csv, .csv.gz or .zip of the archive, or a folder that holds them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _output = new("--output", "-o") { Description = "A new or empty folder for records, rejected rows and report.json.", Required = true };
    private readonly Option<bool> _test = new("--test") { Description = "The rows are invented: say in the output that it is a test." };

    public ImportCommand(CommandTree tree)
    {
        _tree = tree;
        Command policeUk = new("police-uk", "Imports the archive of data.police.uk. Every row is written or rejected; the report says which. Exit code 1 where an input cannot be read.") { _paths, _output, _test };
        policeUk.SetAction(RunAsync);
        Command = new("import", "Makes records of other formats.") { policeUk };
        tree.Examples(Command, "policing import police-uk 2025-03.zip --output records");
        tree.Examples(policeUk, "policing import police-uk 2025-03.zip --output records", "policing import police-uk downloads/ -o records --json");
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        SharedOptions shared = _tree.Shared(parsed);
        string[] paths = parsed.GetValue(_paths)!;
        for (int i = 0; i < paths.Length; i++)
            if (!Path.Exists(paths[i])) throw new UsageException(FormattableString.Invariant($"there is no file or folder of the name that path {i + 1} has."), "check the spelling; paths are from the folder that you are in.");
        ArchiveImport import = new(new ArchiveImportOptions { OperationalStatus = parsed.GetValue(_test) ? OperationalStatus.Test : OperationalStatus.Actual });
        ArchiveImportReport report = await ImportAsync(import, paths, parsed.GetValue(_output)!, shared, cancellationToken);
        if (screen.IsJson) screen.Raw(await File.ReadAllTextAsync(Path.Combine(parsed.GetValue(_output)!, ArchiveImportReport.FileName), cancellationToken) + "\n");
        Show(screen, report, paths, shared);
        return report.Unreadable == 0 && report.Inputs.Count > 0 ? ExitCode.Good : ExitCode.NotGood;
    }

    private async Task<ArchiveImportReport> ImportAsync(ArchiveImport import, string[] paths, string output, SharedOptions shared, CancellationToken cancellationToken)
    {
        using ProgressLine line = new(_tree.Errors, shared, TimeProvider.System);
        try
        {
            return await import.RunAsync(paths, output, new Told(progress => line.Tell(progress.Rows.Read, 0, 0, FormattableString.Invariant($"rows of input {progress.Input} of {progress.Inputs}"))), cancellationToken);
        }
        catch (OutputFolderException trouble)
        {
            throw new UsageException("the output folder cannot be used.", trouble.Message);
        }
        catch (IOException)
        {
            throw new UsageException("the output cannot be written: the disk may be full, or taken away.", "make room and run again; nothing of this run is left behind.");
        }
    }

    private static void Show(Screen screen, ArchiveImportReport report, string[] paths, SharedOptions shared)
    {
        screen.Table(
            ["input", "table", "read", "written", "rejected", "records"],
            report.Inputs.Where(i => i.Error is null).Select(i => (string[])[Name(i, paths, shared), i.Kind.ToString(), Number(i.Read), Number(i.Written), Number(i.Rejected), Number(i.Records)]));
        foreach (ArchiveInputReport input in report.Inputs.Where(i => i.Error is not null)) screen.Say($"not read: {Name(input, paths, shared)}: {input.Error!.Message}");
        foreach ((FindingRule rule, long count) in report.Inputs.SelectMany(i => i.RowFindings.Concat(i.RecordFindings)).GroupBy(f => f.Rule).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Id, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(f => f.Count))))
            screen.Say($"{rule.Id} {Screen.Name(rule.Severity)} {Number(count)} times: {rule.Message}");
        screen.Answer(report.Inputs.Count == 0
            ? "NOTHING READ: there is no .csv, .csv.gz or .zip in what was given."
            : $"{Number(report.Read)} rows = {Number(report.Written)} written + {Number(report.Rejected)} rejected; {Number(report.Records)} records; {Number(report.Unreadable)} inputs not read");
    }

    private static string Name(ArchiveInputReport input, string[] paths, SharedOptions shared) =>
        shared.ShowPaths ? paths[input.PathIndex] : FormattableString.Invariant($"input {input.Input}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Told(Action<ArchiveImportProgress> tell) : IProgress<ArchiveImportProgress>
    {
        public void Report(ArchiveImportProgress value) => tell(value);
    }
}
