// Imports an archive of data.police.uk into the common model and shows what it did. Without paths it makes a synthetic archive first.
// Exit codes: 0 all read, 1 an input could not be read (the others were imported), 2 wrong arguments, 130 cancelled.
using System.Runtime.InteropServices;
using Policing.Ethics.Audit;
using Policing.PoliceUk;
using Policing.Samples.Quickstart;

if (!Arguments.TryRead(args, out var arguments, out var mistake))
{
    Console.Error.WriteLine(SafeText.Of(mistake));
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

if (arguments.Help)
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

using var cancel = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
IRunView view = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? new PlainView(Console.Out) : new TerminalView();
try
{
    return await RunAsync(view, arguments, cancel.Token);
}
catch (OperationCanceledException)
{
    view.Say("Cancelled. Nothing of this run is left behind.");
    return 130;
}
catch (IOException e) when (e is not OutputFolderException)
{
    view.Say("The output cannot be written: the disk may be full, or taken away. Nothing of this run is left behind.");
    return 1;
}
catch (AuditLogException e)
{
    view.Say(e.Message);
    return 1;
}
catch (OutputFolderException e)
{
    view.Say($"{SafeText.Of(arguments.Output ?? OutputPlace.Root)}: {e.Message}");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // The first time, the import ends in order; the second time, the program ends at once.
    signal.Cancel = !cancel.IsCancellationRequested;
    cancel.Cancel();
}

static async Task<int> RunAsync(IRunView view, Arguments arguments, CancellationToken cancellationToken)
{
    using var synthetic = arguments.Paths.Count == 0 ? SyntheticInput.Make(cancellationToken) : null;
    view.Say(synthetic is null
        ? "Contains public sector information licensed under the Open Government Licence v3.0, if it comes from data.police.uk."
        : $"No path was given, so this is a synthetic archive: {synthetic.Manifest.Rows:N0} rows, none of them about anybody. Files of your own: -- path/to/file-or-folder");

    var paths = synthetic is null ? arguments.Paths : [synthetic.Path];
    var output = arguments.Output ?? OutputPlace.Next();
    var import = new ArchiveImport(synthetic is null ? null : SyntheticInput.ImportOptions);
    if (arguments.Audit && AuditedRun.IsTaken(output))
    {
        view.Say("The folder of the audit log, the output's name with -audit, is there and not empty: give another --output.");
        return 1;
    }

    await using var audited = arguments.Audit ? await AuditedRun.StartAsync(output, synthetic is not null, cancellationToken) : null;
    var report = await view.RunAsync(progress => audited is null
        ? import.RunAsync(paths, output, progress, cancellationToken)
        : audited.CollectAsync(async cancel => await import.RunAsync(paths, output, progress, cancel), cancellationToken).AsTask());
    view.Show(new Summary(report, synthetic is null ? paths : ["the synthetic archive"], output));
    if (audited is not null)
        await audited.ProveAsync(view, cancellationToken);
    return Verdict(view, report, synthetic);
}

static int Verdict(IRunView view, ArchiveImportReport report, SyntheticInput? synthetic)
{
    if (report.Inputs.Count == 0)
    {
        view.Say("There is no .csv, .csv.gz or .zip in what was given.");
        return 1;
    }

    if (synthetic is not null)
    {
        var agrees = (report.Read, report.Rejected) == (synthetic.Manifest.Rows, synthetic.Manifest.Rejected);
        view.Say(agrees
            ? $"The archive was made with {synthetic.Manifest.Rejected:N0} rows that cannot be mapped; these and no others were rejected."
            : $"The archive was made with {synthetic.Manifest.Rows:N0} rows, {synthetic.Manifest.Rejected:N0} of them to be rejected: that is not what was found.");
        return agrees && report.Unreadable == 0 ? 0 : 1;
    }

    return report.Unreadable == 0 ? 0 : 1;
}
