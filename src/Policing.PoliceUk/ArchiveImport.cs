using Policing.PoliceUk.Archive;
using Policing.PoliceUk.Import;

namespace Policing.PoliceUk;

/// <summary>
/// Imports files of the data.police.uk archive into the common model: every row becomes records or is rejected, outcomes are linked to the
/// crimes of the same run, and all that is written is read back and checked.
/// </summary>
/// <remarks>
/// <para>
/// The output folder gets one NDJSON file for each input that can be read (<c>input-001-street.ndjson</c>), one beside it for its rejected
/// rows if there are any (<c>input-001-street.rejects.ndjson</c>, mode 0600), and <c>report.json</c>. The same inputs give the same bytes in
/// all but the report's durations. What becomes of each column: docs/mapping-data-police-uk.md.
/// </para>
/// <para>
/// An input that cannot be read is reported with one error, nothing is written of it, and the others are imported. If the import is
/// cancelled or fails, all that it has written is removed.
/// </para>
/// <para>Immutable and thread-safe; each run has its own output folder.</para>
/// </remarks>
public sealed class ArchiveImport
{
    private readonly ArchiveImportOptions _options;

    /// <summary>An import.</summary>
    /// <param name="options">Null for the defaults.</param>
    public ArchiveImport(ArchiveImportOptions? options = null) => _options = options ?? new ArchiveImportOptions();

    /// <summary>Imports all that the paths lead to.</summary>
    /// <param name="paths">Each a .csv, a .csv.gz, a .zip, or a folder that holds them.</param>
    /// <param name="outputFolder">A folder that is new or empty.</param>
    /// <param name="progress">Told how far the import is. Null for nobody.</param>
    /// <param name="cancellationToken">Ends the import between two rows.</param>
    /// <returns>What was done, also where some or all inputs could not be read.</returns>
    /// <exception cref="OutputFolderException">The output folder holds something, or cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The import was cancelled; its output is removed.</exception>
    /// <exception cref="IOException">The output cannot be written; what was written is removed.</exception>
    public async Task<ArchiveImportReport> RunAsync(
        IEnumerable<string> paths,
        string outputFolder,
        IProgress<ArchiveImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentException.ThrowIfNullOrWhiteSpace(outputFolder);
        var start = _options.Time.GetTimestamp();
        using var inputs = ArchiveInputs.Find(paths, _options.Limits, cancellationToken);
        var folder = OutputFolder.Open(outputFolder);
        try
        {
            var planned = await LookAtAsync(inputs.All, progress, cancellationToken).ConfigureAwait(false);
            var done = await ImportAsync(planned, folder, progress, cancellationToken).ConfigureAwait(false);
            var report = new ArchiveImportReport(done, inputs.Ignored, inputs.Repeated, _options.Time.GetElapsedTime(start));
            WriteReport(folder.PathOf(ArchiveImportReport.FileName), report);
            return report;
        }
        catch
        {
            folder.Discard();
            throw;
        }
    }

    private static async Task<List<PlannedInput>> LookAtAsync(
        IReadOnlyList<ArchiveInput> inputs, IProgress<ArchiveImportProgress>? progress, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedInput>(inputs.Count);
        foreach (var input in inputs)
        {
            progress?.Report(new(ArchiveImportStage.Looking, input.Ordinal, planned.Count, inputs.Count, default));
            planned.Add(await PlannedInput.LookAtAsync(input, cancellationToken).ConfigureAwait(false));
        }

        return planned;
    }

    /// <summary>Outcomes come last, so that they find their crimes.</summary>
    private static List<PlannedInput> StreetFirst(List<PlannedInput> planned) =>
    [
        .. planned.FindAll(static input => input.Kind != ArchiveKind.Outcomes),
        .. planned.FindAll(static input => input.Kind == ArchiveKind.Outcomes),
    ];

    /// <summary>Imports the inputs, and gives their reports in the order of the ordinals.</summary>
    private async Task<ArchiveInputReport[]> ImportAsync(
        List<PlannedInput> planned, OutputFolder folder, IProgress<ArchiveImportProgress>? progress, CancellationToken cancellationToken)
    {
        var import = new InputImport(_options, folder, planned.Exists(static input => input.Kind == ArchiveKind.Outcomes));
        var reports = new ArchiveInputReport[planned.Count];
        var done = 0;
        foreach (var input in StreetFirst(planned))
        {
            var told = progress is null ? null : new InputProgress(progress, input.Input.Ordinal, done, planned.Count);
            reports[input.Input.Ordinal - 1] = await import.ImportAsync(input, told, cancellationToken).ConfigureAwait(false);
            done++;
        }

        return reports;
    }

    private static void WriteReport(string path, ArchiveImportReport report)
    {
        var partial = path + OutputFile.Partial;
        using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            ReportJson.Write(file, report);
        File.Move(partial, path, overwrite: false);
    }
}
