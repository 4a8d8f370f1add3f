using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.PoliceUk.Archive;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Import;

/// <summary>Imports the inputs of one run, one after the other. Not thread-safe.</summary>
/// <param name="options">What the run was told.</param>
/// <param name="folder">Where the outputs go.</param>
/// <param name="linksOutcomes">Whether outcomes come after the street files, so that the crimes must be remembered.</param>
internal sealed class InputImport(ArchiveImportOptions options, OutputFolder folder, bool linksOutcomes)
{
    private readonly SourceVocabulary _words = new(options.ReferenceData);
    private readonly OutputCheck _check = new(options);
    private readonly CrimeIndex _crimes = new();

    /// <summary>Imports an input. One that cannot be read leaves nothing behind but its report.</summary>
    public async Task<ArchiveInputReport> ImportAsync(PlannedInput planned, InputProgress? progress, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        if (planned.Fault is { } fault)
            return Unreadable(planned, fault, start);
        _crimes.Begin(planned.Input.Ordinal);
        try
        {
            return await ImportReadableAsync(planned, progress, start, cancellationToken).ConfigureAwait(false);
        }
        catch (UnreadableInputException e)
        {
            _crimes.TakeBack();
            return Unreadable(planned, e, start);
        }
    }

    private static string NameOf(PlannedInput planned, string extension)
    {
        var kind = planned.Kind switch
        {
            ArchiveKind.Street => "street",
            ArchiveKind.Outcomes => "outcomes",
            ArchiveKind.StopAndSearch => "stop-and-search",
            _ => throw PlannedInput.NoTable(),
        };
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"input-{planned.Input.Ordinal:000}-{kind}{extension}");
    }

    private ArchiveInputReport Unreadable(PlannedInput planned, UnreadableInputException error, long start) =>
        new(planned.Input.Ordinal, planned.Input.PathIndex) { Error = error, Duration = options.Time.GetElapsedTime(start) };

    private async Task<ArchiveInputReport> ImportReadableAsync(
        PlannedInput planned, InputProgress? progress, long start, CancellationToken cancellationToken)
    {
        var outputName = NameOf(planned, ".ndjson");
        var rejectsName = NameOf(planned, ".rejects.ndjson");
        var output = new OutputFile(folder.PathOf(outputName), Header(planned.Input.Name));
        await using (output.ConfigureAwait(false))
        {
            IReadOnlyCollection<Guid> elsewhere;
            RowImportReport rows;
            var rejects = new RejectsFile(folder.PathOf(rejectsName), options.RejectsMarking);
            await using (rejects.ConfigureAwait(false))
                (rows, elsewhere) = await ImportRowsAsync(planned, output, rejects, progress, cancellationToken).ConfigureAwait(false);

            await output.CloseAsync().ConfigureAwait(false);
            progress?.BeginCheck();
            var found = await _check.CheckAsync(output.PartialPath, elsewhere, cancellationToken).ConfigureAwait(false);
            await output.PutInPlaceAsync().ConfigureAwait(false);
            return new(planned.Input.Ordinal, planned.Input.PathIndex)
            {
                Kind = planned.Kind,
                Written = rows.Written,
                Rejected = rows.Rejected,
                Records = rows.Records,
                RecordsByType = output.Counts(),
                RowFindings = FindingTally.OfRows(rows, options.MaxPlaces),
                RecordFindings = found,
                OutputFile = outputName,
                RejectsFile = rows.Rejected > 0 ? rejectsName : null,
                Duration = options.Time.GetElapsedTime(start),
            };
        }
    }

    private async Task<(RowImportReport Rows, IReadOnlyCollection<Guid> Elsewhere)> ImportRowsAsync(
        PlannedInput planned, OutputFile output, RejectsFile rejects, InputProgress? progress, CancellationToken cancellationToken)
    {
        var reader = await ArchiveReader.OpenAsync(planned.Input, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var file = new ArchiveFile(planned.Input.Name, reader.Places, planned.Centre);
            var told = new RowImportOptions { Input = planned.Input.Ordinal, InputFindings = reader.HeaderFindings };
            switch (reader.Kind)
            {
                case ArchiveKind.Street:
                    var street = new StreetMapping(_words, file, linksOutcomes ? _crimes : null);
                    return (await RunAsync(reader.ReadStreetAsync(cancellationToken), street.Map).ConfigureAwait(false), []);
                case ArchiveKind.Outcomes:
                    var outcomes = new OutcomeMapping(_words, file, _crimes);
                    return (await RunAsync(reader.ReadOutcomesAsync(cancellationToken), outcomes.Map).ConfigureAwait(false), outcomes.LinkedCrimes);
                case ArchiveKind.StopAndSearch:
                    var stops = new StopSearchMapping(_words, file);
                    return (await RunAsync(reader.ReadStopSearchesAsync(cancellationToken), stops.Map).ConfigureAwait(false), []);
                default:
                    throw PlannedInput.NoTable();
            }

            Task<RowImportReport> RunAsync<TRow>(IAsyncEnumerable<SourceRow<TRow>> rows, RowMapping<TRow> map) =>
                new RowImport<TRow>(map).RunAsync(rows, output, rejects, told, progress, cancellationToken);
        }
    }

    private Bundle Header(ArchiveFileName name) => new()
    {
        Id = new KeyText().Start("file").Add(name.Text).ToId(),
        Source = SourceRecords.OfPlaces,
        Collection = SourceRecords.Collection,
        Kind = BundleKind.Collection,
        OperationalStatus = options.OperationalStatus,
    };
}
